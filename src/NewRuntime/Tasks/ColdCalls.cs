namespace Rustrt.Federation;

/// <summary>The check that a call is awaited or spawned once.</summary>
internal static class ColdCalls
{
    internal static TFrame Check<TFrame>(TFrame? frame, int generation)
        where TFrame : Frame
    {
        if (frame is null) ThrowDefault();
        if (frame.Generation != generation || !frame.IsCold) ThrowTaken();
        return frame;
    }

    /// <summary>What a debugger shows of a call.</summary>
    internal static string Describe(Frame? frame, int generation) =>
        frame is null ? "no call"
        : frame.Generation == generation && frame.IsCold ? $"call of {frame.Name}, not begun"
        : "call, awaited or spawned already";

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    private static void ThrowDefault() => throw new InvalidOperationException(
        "This is default(GreenTask), not the call of an async method: there is nothing to await or to spawn.");

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    private static void ThrowTaken() => throw new InvalidOperationException(
        "This GreenTask has been awaited or spawned already. It is one call of a method and runs once: call the method again, or "
        + "spawn it and keep the JoinHandle.");
}

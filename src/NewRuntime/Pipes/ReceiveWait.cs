using System.Runtime.CompilerServices;

namespace Rustrt.Federation.Pipes;

/// <summary>How a green task waits for a value, of a pipe or of any of a set. Inlined into the awaitables, which know the type of their
/// pipe: called, each question to the pipe would be a virtual call.</summary>
internal static class ReceiveWait
{
    /// <summary>Whether the receiver need not wait.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsNeedless(PipeCore core)
    {
        var current = core.UserPlace;
        return core.IsReady(current) && Scheduler.TrySpend(current);
    }

    /// <summary>Has the task wait until there is something.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Begin(PipeCore core, Frame frame)
    {
        var root = frame.Root;
        Receiving.Register(core, root, root.BeginWait(), core.UserPlace);
    }
}

namespace Rustrt.Federation;

/// <summary>io_uring where it can be had, else libuv, else a loop that watches no descriptors. For <see cref="FederationOptions.EventLoops"/>.</summary>
public static class PreferredEventLoop
{
    private static readonly EventLoopChoice s_choice = new(Console.Error.WriteLine, EventLoopKind.Uring, EventLoopKind.Uv, EventLoopKind.Futex);

    /// <summary>Makes a loop. The first time that io_uring is refused, standard error says why.</summary>
    public static IEventLoop Create() => s_choice.Create();
}

namespace Rustrt.Federation;

/// <summary>
/// libuv where it is installed, else io_uring where it can be had, else a loop that watches no descriptors: what a federation waits in if
/// its options do not say. Nobody has asked for any of them, so nothing is said; who needs a descriptor and cannot have one is told then.
/// </summary>
internal static class DefaultEventLoop
{
    private static readonly EventLoopChoice s_choice = new(static _ => { }, EventLoopKind.Uv, EventLoopKind.Uring, EventLoopKind.Futex);

    internal static IEventLoop Create() => s_choice.Create();
}

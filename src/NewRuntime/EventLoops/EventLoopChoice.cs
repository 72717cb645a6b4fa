namespace Rustrt.Federation;

/// <summary>A kind of event loop.</summary>
/// <param name="Name">What it stands on.</param>
/// <param name="Make">Makes one, or says by an <see cref="EventLoopUnavailableException"/> why it cannot be had.</param>
internal sealed record EventLoopKind(string Name, Func<IEventLoop> Make)
{
    internal static EventLoopKind Uv { get; } = new("libuv", static () => new UvEventLoop());

    internal static EventLoopKind Uring { get; } = new("io_uring", static () => new UringEventLoop());

    internal static EventLoopKind Futex { get; } = new("a futex", static () => new FutexEventLoop());
}

/// <summary>Makes loops of the first of several kinds that can be had. One that has been refused is not tried again.</summary>
/// <param name="say">Told why a kind is not used.</param>
/// <param name="kinds">In the order of preference; the last is always there.</param>
internal sealed class EventLoopChoice(Action<string> say, params EventLoopKind[] kinds)
{
    private int _first;

    internal IEventLoop Create()
    {
        for (int kind = Volatile.Read(ref _first); ; kind++)
        {
            try
            {
                return kinds[kind].Make();
            }
            catch (EventLoopUnavailableException e) when (kind + 1 < kinds.Length)
            {
                if (Interlocked.CompareExchange(ref _first, kind + 1, kind) == kind)
                    say($"rustrt: {kinds[kind + 1].Name} is used instead of {kinds[kind].Name}. {e.Message}");
            }
        }
    }
}

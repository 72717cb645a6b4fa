namespace Rustrt.Federation;

/// <summary>io_uring where it can be had, else libuv. For <see cref="FederationOptions.EventLoops"/>.</summary>
public static class PreferredEventLoop
{
    private static readonly Fallback s_fallback = new(static () => new UringEventLoop(), static () => new UvEventLoop(), Console.Error.WriteLine);

    /// <summary>Makes a loop. The first time that io_uring is refused, standard error says why.</summary>
    /// <exception cref="EventLoopUnavailableException">libuv is not installed either.</exception>
    public static IEventLoop Create() => s_fallback.Create();

    /// <summary>Two ways to make a loop. Once the first has been refused it is not tried again.</summary>
    internal sealed class Fallback(Func<IEventLoop> first, Func<IEventLoop> second, Action<string> say)
    {
        private int _refused;

        internal IEventLoop Create()
        {
            if (Volatile.Read(ref _refused) != 0) return second();
            try
            {
                return first();
            }
            catch (EventLoopUnavailableException e)
            {
                if (Interlocked.Exchange(ref _refused, 1) == 0) say($"rustrt: libuv is used instead of io_uring. {e.Message}");
                return second();
            }
        }
    }
}

// What only an async method of green tasks can await, awaited in one of another kind. Its builder asks the awaiter for a callback, and
// what is thrown there nobody can catch: the builder throws it anew on the thread pool, which ends the process. So the method is called back
// at once, and told when the awaiter is asked for its result.
//
// The awaiter is a copy by then and knows nothing. What it is to throw is left with the thread; and that something is left anywhere, in
// a word that all threads share and that is 0 but for this mistake: an await that is in its place pays for a look at that.
using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>Refuses awaits in async methods that are no green tasks.</summary>
internal static class MisplacedAwait
{
    private static int s_refused;

    [ThreadStatic]
    private static OutsideException? t_refusal;

    /// <summary>An awaiter of this runtime is asked for a callback.</summary>
    internal static void Refuse(string what, Action continuation)
    {
        Interlocked.Increment(ref s_refused);
        t_refusal = OutsideException.Awaited(what);
        try
        {
            continuation();
        }
        finally
        {
            t_refusal = null;
            Interlocked.Decrement(ref s_refused);
        }
    }

    /// <summary>The awaiter is asked for its result.</summary>
    /// <exception cref="OutsideException">It has been refused.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void ThrowIfRefused()
    {
        if (s_refused != 0) ThrowMine();
    }

    private static void ThrowMine()
    {
        if (t_refusal is not { } refusal) return;
        t_refusal = null; // the method goes on on this thread, and may await what it can
        throw refusal;
    }
}

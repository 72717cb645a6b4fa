using Rustrt.Federation;

namespace Rustrt.Compat.Managed.Caller;

/// <summary>Bodies that hold no thread while they wait.</summary>
internal static class AsyncBodies
{
    private const int Yields = 10;

    private static int s_ended;

    public static int Ended => Volatile.Read(ref s_ended);

    public static async GreenTask Count()
    {
        for (int i = 0; i < Yields; i++) await GreenTask.Yield();
        Interlocked.Increment(ref s_ended);
    }
}

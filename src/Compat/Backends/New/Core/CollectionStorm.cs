using System.Diagnostics;

namespace Rustrt.Compat.Backends.New;

/// <summary>
/// Checked builds only: with RUSTRT_COLLECT=1 a thread collects garbage all the time, in every way there is (with
/// RUSTRT_COLLECT=paced about once a millisecond, so that far more switches come between), while each upcall allocates and
/// checks an object graph of its thread. A managed reference that the collector did not see (on a
/// task's stack, below the host stack pointer) shows as a broken graph or a crash.
/// </summary>
internal static class CollectionStorm
{
    private const int Kept = 256, LargestBlock = 2000;

    // Some 20 us: without any, threads that come back from native code hardly ever get past the next suspension.
    private const int Breath = 1000;

    private static readonly string? s_pace = Environment.GetEnvironmentVariable("RUSTRT_COLLECT");
    private static readonly bool s_paced = s_pace == "paced", s_on = s_paced || s_pace == "1";
    private static readonly Thread? s_collector = Start();

    [ThreadStatic]
    private static Node?[]? t_kept;

    [ThreadStatic]
    private static uint t_random;

    private sealed record Node(byte[] Bytes, string Text, object Boxed);

    /// <summary>One allocation and one check.</summary>
    [Conditional("RUSTRT_CHECKED")]
    public static void Churn()
    {
        if (!s_on) return;
        GC.KeepAlive(s_collector);
        Node?[] kept = t_kept ??= new Node?[Kept];
        uint random = t_random = unchecked((t_random * 1664525) + 1013904223);
        int length = (int)(random >> 28) + 1;
        kept[(random >> 8) % Kept] = new(new byte[(random >> 16) % LargestBlock], new string('x', length), length);
        if (kept[(random >> 20) % Kept] is { } node && ((int)node.Boxed != node.Text.Length || node.Text[0] != 'x'))
            Fatal.Die("rustrt: the managed heap is corrupt");
    }

    private static Thread? Start()
    {
        if (!s_on) return null;
        using ManualResetEvent begun = new(false);
        Thread collector = new(() =>
        {
            GC.Collect();
            begun.Set();
            for (int i = 0; ; i++)
            {
                GC.Collect(i % 4 == 1 ? 2 : 0, GCCollectionMode.Forced, blocking: i % 8 != 0, compacting: i % 16 == 1);
                if (s_paced) Thread.Sleep(1);
                else Thread.SpinWait(Breath);
            }
        })
        {
            IsBackground = true,
            Name = "rustrt collection storm",
        };
        collector.Start();
        // Said once it is true: a test that asked for collections in a build without checks must not pass.
        begun.WaitOne();
        Fatal.Write("rustrt: collecting garbage, as RUSTRT_COLLECT asks\n");
        return collector;
    }
}

using System.Runtime.InteropServices;

namespace Rustrt.Federation;

/// <summary>A word that one thread can sleep on in the kernel until another changes it (futex(2)).</summary>
internal sealed unsafe partial class FutexWord
{
    private const long FutexSystemCall = 202; // x86-64
    private const long WaitPrivate = 128, WakePrivate = 129;

    // Pinned, so that the kernel and the two threads mean the same address; owned by the collector, so that a waker that
    // comes too late still finds it.
    private readonly int[] _word = GC.AllocateArray<int>(1, pinned: true);

    /// <summary>The word itself.</summary>
    internal ref int Value => ref _word[0];

    /// <summary>Sleeps while the word has that value, until <see cref="WakeSleeper"/> or the time is over (negative: no limit).
    /// May return early.</summary>
    internal void SleepWhile(int value, TimeSpan limit)
    {
        TimeSpec time = new(limit);
        fixed (int* word = _word) SystemCall(FutexSystemCall, word, WaitPrivate, value, limit < TimeSpan.Zero ? null : &time, null, 0);
    }

    /// <summary>Rouses the sleeper, if there is one.</summary>
    internal void WakeSleeper()
    {
        fixed (int* word = _word) SystemCall(FutexSystemCall, word, WakePrivate, 1, null, null, 0);
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec(TimeSpan span)
    {
        private readonly long _seconds = span.Ticks / TimeSpan.TicksPerSecond;
        private readonly long _nanoseconds = span.Ticks % TimeSpan.TicksPerSecond * TimeSpan.NanosecondsPerTick;
    }

    // Its result is of no interest: a sleep may end for any reason, and there may be nobody to wake.
    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial void SystemCall(long number, int* word, long operation, long value, TimeSpec* limit, int* unused, long unusedToo);
}

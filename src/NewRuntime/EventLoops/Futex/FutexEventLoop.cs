// The event loop of a scheduler that has nothing to watch: it sleeps on a word.
//
//   Turn   1. takes a wake that is there (exchange with 0); then it is over
//          2. sleeps in the kernel while the word is 0
//          3. takes the wake, or returns for no reason: the contract allows it
//   Wake   1. exchange with 1
//          2. if it was 0, rouses the sleeper
//
// The kernel compares the word under its own lock before it sleeps, so a wake between the steps 1 and 2 of Turn is seen
// there. Both exchanges are full fences: what the waker wrote is visible after step 3. One system call for each side, where
// an eventfd costs a write, a wait and a read; a round trip between two threads takes half the processor time.
using System.Diagnostics;

namespace Rustrt.Federation;

/// <summary>The least event loop: it can be woken and can wait, and watches nothing. Linux on x86-64.</summary>
[DebuggerDisplay("woken: {_word.Value}")]
public sealed class FutexEventLoop : IEventLoop
{
    private const int Nothing = 0, Woken = 1;

    private readonly FutexWord _word = new();

    /// <inheritdoc/>
    public void Turn(TimeSpan wait)
    {
        if (wait != Timeout.InfiniteTimeSpan) ArgumentOutOfRangeException.ThrowIfLessThan(wait, TimeSpan.Zero);
        if (Interlocked.Exchange(ref _word.Value, Nothing) == Woken || wait == TimeSpan.Zero) return;
        _word.SleepWhile(Nothing, wait);
        Interlocked.Exchange(ref _word.Value, Nothing);
    }

    /// <inheritdoc/>
    public void Wake()
    {
        if (Interlocked.Exchange(ref _word.Value, Woken) == Nothing) _word.WakeSleeper();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing to give back: the word lives as long as anybody may wake it.
    }
}

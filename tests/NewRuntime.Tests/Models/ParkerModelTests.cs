namespace Rustrt.Federation.Tests;

/// <summary>The steps of a sleeper and its wakers around the park word (Parker.cs), in all schedules.</summary>
public class ParkerModelTests
{
    private const string Sleeper = "sleeper";
    private const string Waker = "waker";

    [Fact]
    public void No_wake_is_lost_and_none_is_given_twice() => ModelSearch.Holds(ParkAndWake);

    [Fact]
    public void Prepare_must_be_a_fence() => ModelSearch.Breaks(
        ParkAndWake, access => access is { Kind: AccessKind.Exchange, Value: (int)ParkState.Parked });

    [Fact]
    public void Waker_must_have_a_fence_between_work_and_word() => ModelSearch.Breaks(
        ParkAndWake, access => access is { Kind: AccessKind.Fence, Thread: Waker });

    [Fact]
    public void Notify_must_be_interlocked() => ModelSearch.Breaks(
        ParkAndWake, access => access is { Kind: AccessKind.CompareExchange });

    [Fact]
    public void Finish_must_be_interlocked() => ModelSearch.Breaks(
        ParkAndWake, access => access is { Kind: AccessKind.Exchange, Value: (int)ParkState.Running });

    // Two pieces of work from two wakers; the sleeper sleeps until it has both.
    private static ModelProgram ParkAndWake()
    {
        var parker = new Parker<ModelAtomics>();
        int[] work = new int[2];
        bool[] taken = new bool[2];
        int notified = 0, finishedNotified = 0, wakes = 0;

        return new ModelProgram(
            [Location.Of("word", () => ref parker.Word), Location.Of("work 0", () => ref work[0]), Location.Of("work 1", () => ref work[1])],
            [(Sleeper, Sleep), (Waker, () => Wake(0)), ("second waker", () => Wake(1))],
            () =>
            {
                if (notified != finishedNotified) throw new InvalidOperationException($"{notified} wakes, {finishedNotified} noticed");
            });

        void Sleep()
        {
            while (!taken.All(done => done))
            {
                parker.Prepare();
                if (!Look())
                {
                    ModelThread.WaitUntil(() => wakes > 0);
                    wakes = 0;
                }
                if (parker.Finish() != ParkState.Parked) finishedNotified++;
            }
        }

        bool Look()
        {
            bool found = false;
            for (int i = 0; i < work.Length; i++)
            {
                if (taken[i] || ModelAtomics.Acquire(ref work[i]) == 0) continue;
                found = taken[i] = true;
            }
            return found;
        }

        void Wake(int which)
        {
            ModelAtomics.Write(ref work[which], 1);
            ModelAtomics.Fence();
            if (!parker.TryNotify(ParkState.Notified)) return;
            notified++;
            wakes++; // the loop keeps a wake that comes before its turn
        }
    }
}

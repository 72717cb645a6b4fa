namespace Rustrt.Federation.Tests;

/// <summary>
/// The steps of SharedWork.cs and Scheduler.Idle.cs, written down again over the checker's words around the real park word:
/// the right to search, the count of the parked and the last look, in all schedules.
/// </summary>
public class SearchModelTests
{
    private const string Submitter = "submitter";

    [Fact]
    public void A_task_is_not_forgotten_while_schedulers_sleep() => ModelSearch.Holds(SubmitOne);

    [Fact]
    public void Submitter_must_have_a_fence_between_task_and_count() => ModelSearch.Breaks(
        SubmitOne, access => access is { Kind: AccessKind.Fence, Thread: Submitter });

    [Theory]
    [InlineData("parked", 1)]
    [InlineData("parked", 0)]
    [InlineData("searching", 1)]
    public void Counts_must_be_interlocked(string count, int written) => ModelSearch.Breaks(
        SubmitOne, access => access.Kind == AccessKind.CompareExchange && access.Location == count && Equals(access.Value, written));

    private static ModelProgram SubmitOne()
    {
        var parkers = new[] { new Parker<ModelAtomics>(), new Parker<ModelAtomics>() };
        int[] wakes = new int[parkers.Length];
        int[] searching = [0], parked = [0], task = [0];
        bool taken = false;

        return new ModelProgram(
            [
                .. parkers.Select((parker, i) => Location.Of($"word {i}", () => ref parker.Word)),
                Location.Of("searching", () => ref searching[0]),
                Location.Of("parked", () => ref parked[0]),
                Location.Of("task", () => ref task[0]),
            ],
            [("scheduler 0", () => Schedule(0)), ("scheduler 1", () => Schedule(1)), (Submitter, Submit)],
            () =>
            {
                if (searching[0] != 0) throw new InvalidOperationException($"{searching[0]} rights to search are lost");
                if (parked[0] != 0) throw new InvalidOperationException($"{parked[0]} are counted as parked, none is");
            });

        void Submit()
        {
            ModelAtomics.Write(ref task[0], 1);
            ModelAtomics.Fence();
            if (ModelAtomics.Acquire(ref parked[0]) > 0) WakeSearcher();
        }

        // Ends when the task has been taken, by whomever; until then it sleeps for good unless it is woken.
        void Schedule(int me)
        {
            bool searches = TryStartSearching();
            while (true)
            {
                bool found = searches && TakeTask();
                if (searches) Add(ref searching[0], -1);
                if (found) taken = true;
                if (taken) return;

                parkers[me].Prepare();
                Add(ref parked[0], 1);
                searches = ModelAtomics.Acquire(ref task[0]) != 0 && TryStartSearching();
                if (!searches) ModelThread.WaitUntil(() => wakes[me] > 0 || taken);
                wakes[me] = 0;
                var state = parkers[me].Finish();
                if (state == ParkState.Parked) Add(ref parked[0], -1);
                if (state != ParkState.Recruited) continue;
                if (searches) Add(ref searching[0], -1); // one right is enough
                searches = true;
            }
        }

        void WakeSearcher()
        {
            do
            {
                if (ModelAtomics.CompareExchange(ref searching[0], 1, 0) != 0) return;
                for (int i = 0; i < parkers.Length; i++)
                {
                    if (!parkers[i].TryNotify(ParkState.Recruited)) continue;
                    Add(ref parked[0], -1);
                    wakes[i]++;
                    return;
                }
                Add(ref searching[0], -1);
            }
            while (parkers.Any(parker => parker.IsParked));
        }

        bool TryStartSearching() => ModelAtomics.CompareExchange(ref searching[0], 1, 0) == 0; // half of two schedulers

        bool TakeTask() => ModelAtomics.CompareExchange(ref task[0], 0, 1) == 1;
    }

    private static void Add(ref int word, int change)
    {
        int seen = ModelAtomics.Acquire(ref word);
        while (true)
        {
            int now = ModelAtomics.CompareExchange(ref word, seen + change, seen);
            if (now == seen) return;
            seen = now;
        }
    }
}

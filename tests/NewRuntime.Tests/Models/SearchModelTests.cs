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
    public void Nor_with_as_many_searchers_as_schedulers() => ModelSearch.Holds(TwoSearchers);

    [Fact]
    public void Of_two_tasks_neither_waits_for_the_other_while_a_scheduler_sleeps() => ModelSearch.Holds(SubmitTwo);

    [Fact]
    public void The_last_searcher_that_finds_work_must_wake_another() =>
        Assert.NotNull(ModelSearch.Explore(() => Program(tasks: 2, rights: 1, wakesAnother: false)).Failure);

    [Fact]
    public void Submitter_must_have_a_fence_between_task_and_count() => ModelSearch.Breaks(
        SubmitOne, access => access is { Kind: AccessKind.Fence, Thread: Submitter });

    [Theory]
    [InlineData("parked", 1)]
    [InlineData("parked", 0)]
    [InlineData("searching", 1)]
    public void Counts_must_be_interlocked(string count, int written) => ModelSearch.Breaks(
        SubmitOne, access => access.Kind == AccessKind.CompareExchange && access.Location == count && Equals(access.Value, written));

    [Fact]
    public void Giving_back_the_right_to_search_must_be_interlocked() => ModelSearch.Breaks(
        TwoSearchers, access => access is { Kind: AccessKind.CompareExchange, Location: "searching", Value: 0 });

    private static ModelProgram SubmitOne() => Program(tasks: 1, rights: 1);

    // Half of the schedulers may search: two of four. The other two are left out.
    private static ModelProgram TwoSearchers() => Program(tasks: 1, rights: 2);

    private static ModelProgram SubmitTwo() => Program(tasks: 2, rights: 1);

    // Two schedulers and a submitter. A task that is got keeps its scheduler busy until all have been got.
    private static ModelProgram Program(int tasks, int rights, bool wakesAnother = true)
    {
        var parkers = new[] { new Parker<ModelAtomics>(), new Parker<ModelAtomics>() };
        int[] wakes = new int[parkers.Length];
        int[] searching = [0], parked = [0];
        int[] task = new int[tasks];
        int taken = 0;

        return new ModelProgram(
            [
                .. parkers.Select((parker, i) => Location.Of($"word {i}", () => ref parker.Word)),
                Location.Of("searching", () => ref searching[0]),
                Location.Of("parked", () => ref parked[0]),
                .. Enumerable.Range(0, tasks).Select(i => Location.Of($"task {i}", () => ref task[i])),
            ],
            [("scheduler 0", () => Schedule(0)), ("scheduler 1", () => Schedule(1)), (Submitter, Submit)],
            () =>
            {
                if (searching[0] != 0) throw new InvalidOperationException($"{searching[0]} rights to search are lost");
                if (parked[0] != 0) throw new InvalidOperationException($"{parked[0]} are counted as parked, none is");
            });

        void Submit()
        {
            for (int i = 0; i < tasks; i++)
            {
                ModelAtomics.Write(ref task[i], 1);
                ModelAtomics.Fence();
                if (ModelAtomics.Acquire(ref parked[0]) > 0) WakeSearcher();
            }
        }

        // Ends when the tasks have been taken, by whomever; until then it sleeps for good unless it is woken.
        void Schedule(int me)
        {
            bool searches = TryStartSearching();
            while (true)
            {
                bool found = searches && TakeTask();
                if (found) FoundWork();
                else if (searches) Add(ref searching[0], -1);
                if (found && ++taken < tasks) ModelThread.WaitUntil(() => taken == tasks);
                if (taken == tasks) return;

                parkers[me].Prepare();
                Add(ref parked[0], 1);
                searches = HasWork() && TryStartSearching();
                if (!searches) ModelThread.WaitUntil(() => wakes[me] > 0 || taken == tasks);
                wakes[me] = 0;
                var state = parkers[me].Finish();
                if (state == ParkState.Parked) Add(ref parked[0], -1);
                if (state != ParkState.Recruited) continue;
                if (searches) Add(ref searching[0], -1); // one right is enough
                searches = true;
            }
        }

        void FoundWork()
        {
            if (Add(ref searching[0], -1) == 0 && wakesAnother && ModelAtomics.Acquire(ref parked[0]) > 0 && HasWork()) WakeSearcher();
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

        bool TryStartSearching()
        {
            int now = ModelAtomics.Acquire(ref searching[0]);
            while (now < rights)
            {
                int seen = ModelAtomics.CompareExchange(ref searching[0], now + 1, now);
                if (seen == now) return true;
                now = seen;
            }
            return false;
        }

        bool HasWork() => Enumerable.Range(0, tasks).Any(i => ModelAtomics.Acquire(ref task[i]) != 0);

        bool TakeTask() => Enumerable.Range(0, tasks).Any(i => ModelAtomics.CompareExchange(ref task[i], 0, 1) == 1);
    }

    private static int Add(ref int word, int change)
    {
        int seen = ModelAtomics.Acquire(ref word);
        while (true)
        {
            int now = ModelAtomics.CompareExchange(ref word, seen + change, seen);
            if (now == seen) return seen + change;
            seen = now;
        }
    }
}

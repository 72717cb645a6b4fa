namespace Rustrt.Federation.Tests;

/// <summary>
/// The right to search and the count of the parked (SearchState.cs) with the park word, in all schedules. The order in which a
/// scheduler takes its steps (Scheduler.Idle.cs) is written down again.
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
        Assert.NotNull(ModelSearch.Explore(() => new Scene(tasks: 2, rights: 1) { WakesAnother = false }.Program()).Failure);

    [Fact]
    public void Submitter_must_have_a_fence_between_task_and_count() => ModelSearch.Breaks(
        SubmitOne, access => access is { Kind: AccessKind.Fence, Thread: Submitter });

    [Theory]
    [InlineData("a scheduler that parks", 1, false)]
    [InlineData("a scheduler that was not woken", -1, false)]
    [InlineData("the submitter who wakes one", -1, true)]
    public void The_count_of_the_parked_must_be_interlocked(string who, int change, bool submits)
    {
        _ = who;
        ModelSearch.Breaks(SubmitOne, access =>
            access is { Kind: AccessKind.Add, Location: "parked" } && Equals(access.Value, change) && access.Thread == Submitter == submits);
    }

    [Theory]
    [InlineData("a scheduler that asks for it", false)]
    [InlineData("the submitter who gives it to another", true)]
    public void Taking_the_right_to_search_must_be_interlocked(string who, bool submits)
    {
        _ = who;
        ModelSearch.Breaks(SubmitOne, access =>
            access is { Kind: AccessKind.CompareExchange, Location: "searching", Value: 1 } && access.Thread == Submitter == submits);
    }

    [Theory]
    [InlineData("a scheduler that has searched", false)]
    [InlineData("the submitter who found nobody to wake", true)]
    public void Giving_the_right_back_must_be_interlocked(string who, bool submits)
    {
        _ = who;
        ModelSearch.Breaks(TwoSearchers, access =>
            access is { Kind: AccessKind.Add, Location: "searching" } && access.Thread == Submitter == submits);
    }

    private static ModelProgram SubmitOne() => new Scene(tasks: 1, rights: 1).Program();

    // Half of the schedulers may search: two of four. The other two are left out.
    private static ModelProgram TwoSearchers() => new Scene(tasks: 1, rights: 2).Program();

    private static ModelProgram SubmitTwo() => new Scene(tasks: 2, rights: 1).Program();

    // Two schedulers and a submitter. A task that is got keeps its scheduler busy until all have been got.
    private sealed class Scene(int tasks, int rights) : ISearchers
    {
        private readonly Parker<ModelAtomics>[] _parkers = [new(), new()];
        private readonly int[] _wakes = new int[2];
        private readonly int[] _tasks = new int[tasks];
        private SearchState<ModelAtomics> _search;
        private int _taken;

        public bool WakesAnother { get; init; } = true;

        public bool HasWork => Enumerable.Range(0, tasks).Any(i => ModelAtomics.Acquire(ref _tasks[i]) != 0);

        public bool AnyParked => _parkers.Any(parker => parker.IsParked);

        public bool TryRecruitOne()
        {
            for (int i = 0; i < _parkers.Length; i++)
            {
                if (!_parkers[i].TryNotify(ParkState.Recruited)) continue;
                _search.NoLongerParked();
                _wakes[i]++;
                return true;
            }
            return false;
        }

        public ModelProgram Program() => new(
            [
                .. _parkers.Select((parker, i) => Location.Of($"word {i}", () => ref parker.Word)),
                Location.Of("searching", () => ref _search.SearchingWord),
                Location.Of("parked", () => ref _search.ParkedWord),
                .. Enumerable.Range(0, tasks).Select(i => Location.Of($"task {i}", () => ref _tasks[i])),
            ],
            [("scheduler 0", () => Schedule(0)), ("scheduler 1", () => Schedule(1)), (Submitter, Submit)],
            () =>
            {
                if (_search.HasSearchers) throw new InvalidOperationException($"{_search.SearchingWord} rights to search are lost");
                if (_search.ParkedWord != 0) throw new InvalidOperationException($"{_search.ParkedWord} are counted as parked, none is");
            });

        private void Submit()
        {
            for (int i = 0; i < tasks; i++)
            {
                ModelAtomics.Write(ref _tasks[i], 1);
                _search.Added(this);
            }
        }

        // Ends when the tasks have been taken, by whomever; until then it sleeps for good unless it is woken.
        private void Schedule(int me)
        {
            bool searches = _search.TryStart(rights);
            while (true)
            {
                bool found = searches && TakeTask();
                if (found && WakesAnother) _search.FoundWork(this);
                else if (searches) _search.FoundNothing();
                if (found && ++_taken < tasks) ModelThread.WaitUntil(() => _taken == tasks);
                if (_taken == tasks) return;

                _parkers[me].Prepare();
                _search.Parked();
                searches = HasWork && _search.TryStart(rights);
                if (!searches) ModelThread.WaitUntil(() => _wakes[me] > 0 || _taken == tasks);
                _wakes[me] = 0;
                var state = _parkers[me].Finish();
                if (state == ParkState.Parked) _search.NoLongerParked();
                if (state != ParkState.Recruited) continue;
                if (searches) _search.FoundNothing(); // one right is enough
                searches = true;
            }
        }

        private bool TakeTask() => Enumerable.Range(0, tasks).Any(i => ModelAtomics.CompareExchange(ref _tasks[i], 0, 1) == 1);
    }
}

namespace Rustrt.Federation.Tests;

/// <summary>The inbox with the park word (Inbox.cs, Parker.cs), as Scheduler.Post and Scheduler.Idle.cs use them, in all schedules.</summary>
public class InboxModelTests
{
    private const string Poster = "poster";

    [Fact]
    public void What_is_posted_to_a_scheduler_that_falls_asleep_arrives_once() => ModelSearch.Holds(PostToSleeper);

    [Fact]
    public void What_is_posted_to_a_scheduler_that_leaves_arrives_or_comes_back() => ModelSearch.Holds(PostToLeaver);

    [Fact]
    public void Push_must_end_with_a_fence() => ModelSearch.Breaks(PostToSleeper, access => access is { Kind: AccessKind.Fence, Thread: Poster });

    [Fact]
    public void Announcing_the_sleep_must_be_a_fence() => ModelSearch.Breaks(
        PostToSleeper, access => access is { Kind: AccessKind.Exchange, Value: (int)ParkState.Parked });

    [Fact]
    public void The_lock_must_be_a_lock() => ModelSearch.Breaks(
        PostToSleeper, access => access is { Kind: AccessKind.Exchange, Value: true, Thread: Poster });

    private static ModelProgram PostToSleeper()
    {
        var inbox = new Inbox<ModelAtomics>();
        var parker = new Parker<ModelAtomics>();
        int wakes = 0;
        var arrived = new List<TaskCell>();
        TaskCell[] tasks = [Task(), Task()];

        return new ModelProgram(
            [Location.Of("count", () => ref inbox.CountWord), Location.Of("park word", () => ref parker.Word)],
            [("scheduler", Run), (Poster, () => Post(0)), ("second poster", () => Post(1))],
            () => ExpectOnce(tasks, arrived));

        void Run()
        {
            while (arrived.Count < tasks.Length)
            {
                if (!inbox.IsEmpty)
                {
                    arrived.AddRange(TakeAll(inbox));
                    continue;
                }
                parker.Prepare();
                if (inbox.IsEmpty) ModelThread.WaitUntil(() => wakes > 0);
                wakes = 0;
                parker.Finish();
            }
        }

        void Post(int which)
        {
            if (!inbox.TryPush(Delivery.Run(tasks[which]))) throw new InvalidOperationException("the inbox is closed");
            if (parker.TryNotify(ParkState.Notified)) wakes++;
        }
    }

    private static ModelProgram PostToLeaver()
    {
        var inbox = new Inbox<ModelAtomics>();
        var arrived = new List<TaskCell>();
        TaskCell[] tasks = [Task(), Task()];

        return new ModelProgram(
            [Location.Of("count", () => ref inbox.CountWord)],
            [
                ("scheduler", () =>
                {
                    while (!inbox.TryClose()) arrived.AddRange(TakeAll(inbox));
                }),
                (Poster, () => Post(0)),
                ("second poster", () => Post(1)),
            ],
            () => ExpectOnce(tasks, arrived));

        void Post(int which)
        {
            if (!inbox.TryPush(Delivery.Run(tasks[which]))) arrived.Add(tasks[which]); // the poster does it by itself
        }
    }

    private static TestTask Task() => new((_, _) => Turn.Finished);

    private static List<TaskCell> TakeAll(Inbox<ModelAtomics> inbox)
    {
        var tasks = new List<TaskCell>();
        foreach (var delivery in inbox.TakeAll()) tasks.Add(delivery.Task);
        inbox.Done(tasks.Count);
        return tasks;
    }

    private static void ExpectOnce(TaskCell[] tasks, List<TaskCell> arrived)
    {
        if (arrived.Count != tasks.Length || tasks.Except(arrived).Any())
            throw new InvalidOperationException($"{arrived.Count} deliveries of {tasks.Length} arrived");
    }
}

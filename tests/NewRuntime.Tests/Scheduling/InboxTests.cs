namespace Rustrt.Federation.Tests;

/// <summary>What is posted arrives once and in order.</summary>
public class InboxTests
{
    [Fact]
    public void Tasks_come_out_in_the_order_in_which_they_went_in()
    {
        var inbox = new Inbox<HardwareAtomics>();
        Assert.True(inbox.IsEmpty);
        var tasks = Enumerable.Range(0, 5).Select(_ => new TestTask((_, _) => Turn.Finished)).ToArray();
        foreach (var task in tasks) Assert.True(inbox.TryPush(Delivery.Run(task)));
        Assert.False(inbox.IsEmpty);
        Assert.Equal(tasks, TakeAll(inbox));
        Assert.True(inbox.IsEmpty);
        Assert.Empty(TakeAll(inbox));
    }

    [Fact]
    public void It_closes_when_it_is_empty_and_takes_nothing_then()
    {
        var inbox = new Inbox<HardwareAtomics>();
        Assert.True(inbox.TryPush(Delivery.Run(new TestTask((_, _) => Turn.Finished))));
        Assert.False(inbox.TryClose());
        Assert.Single(TakeAll(inbox));
        Assert.True(inbox.TryClose());
        Assert.False(inbox.TryPush(Delivery.Run(new TestTask((_, _) => Turn.Finished))));
        Assert.True(inbox.IsEmpty);
    }

    [Fact]
    public void Posts_of_several_threads_arrive_once_and_each_threads_own_in_order()
    {
        const int producers = 3, each = 50_000;
        var inbox = new Inbox<HardwareAtomics>();
        var tasks = Enumerable.Range(0, producers)
            .Select(_ => Enumerable.Range(0, each).Select(_ => new TestTask((_, _) => Turn.Finished)).ToArray()).ToArray();
        var origin = tasks.SelectMany((own, p) => own.Select((task, i) => (task, p, i)))
            .ToDictionary(x => (TaskCell)x.task, x => (x.p, x.i));
        var threads = tasks.Select(own => new Thread(() =>
        {
            foreach (var task in own) Assert.True(inbox.TryPush(Delivery.Run(task)));
        })).ToArray();
        foreach (var thread in threads) thread.Start();

        var next = new int[producers];
        while (next.Sum() < producers * each)
        {
            bool any = false;
            foreach (var task in TakeAll(inbox))
            {
                var (producer, index) = origin[task];
                Assert.Equal(next[producer]++, index);
                any = true;
            }
            if (!any) Thread.Yield();
        }
        foreach (var thread in threads) thread.Join();
        Assert.True(inbox.IsEmpty);
    }

    private static List<TaskCell> TakeAll(Inbox<HardwareAtomics> inbox)
    {
        var tasks = new List<TaskCell>();
        foreach (var delivery in inbox.TakeAll()) tasks.Add(delivery.Task);
        inbox.Done(tasks.Count);
        return tasks;
    }
}

using System.Runtime.CompilerServices;

namespace Rustrt.Federation.Tests.Tasks;

/// <summary>Where frames go whose tasks have ended.</summary>
public class FramePoolTests
{
    // A burst of tasks and what is left of them; spawned here so that nobody's local keeps the handles alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async GreenTask<List<WeakReference>> Burst(int tasks)
    {
        var frames = new List<WeakReference>(tasks);
        var handles = new JoinHandle<int>[tasks];
        for (int i = 0; i < tasks; i++) handles[i] = GreenTask.Spawn(Noted(frames));
        foreach (var handle in handles) await handle;
        return frames;
    }

    private static async GreenTask<int> Noted(List<WeakReference> frames)
    {
        frames.Add(new WeakReference(Scheduler.Current!.CurrentTask));
        await GreenTask.Yield();
        return frames.Count;
    }

    private static async GreenTask<int> Body(int i)
    {
        await GreenTask.Yield();
        return i;
    }

    [Fact]
    public void The_memory_of_a_burst_is_given_back_while_its_scheduler_goes_on() => GreenRun.ToEnd(1, static async () =>
    {
        const int tasks = 50_000;
        var frames = await Burst(tasks);
        int left = frames.Count(static frame => frame.IsAlive);
        Assert.Equal(tasks, left);

        // Half of what nobody needed goes at each collection, and the scheduler lets go of it when it has nothing to do.
        for (int i = 0; i < 100 && left > tasks / 20; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await GreenTask.Sleep(TimeSpan.FromMilliseconds(1));
            left = frames.Count(static frame => frame.IsAlive);
        }
        Assert.True(left <= tasks / 20, $"{left} frames of the burst are still there");
    });

    [Fact]
    public void What_is_listed_is_read_once_each_and_what_went_elsewhere_is_cleared_up()
    {
        var list = new FrameList();
        var frames = Enumerable.Range(0, 5000).Select(static _ => (Frame)NewFrame()).ToList();
        foreach (var frame in frames) list.Add(frame, cameFromElsewhere: false);
        Assert.Equal(frames, list.Read());

        foreach (var frame in frames.Skip(1000)) frame.ListedIn = 8; // they went to another federation,
        foreach (var frame in frames.Skip(1000).Take(500))           // and some came back
        {
            frame.ListedIn = 7;
            list.Add(frame, cameFromElsewhere: true);
        }
        Assert.Equal(5000, list.Read().Count);
        FrameList.GivenUp(5000);
        list.ClearUpIfWorthwhile(federation: 7);
        Assert.Equal(frames.Take(1500), list.Read());

        list.Add(frames[2000], cameFromElsewhere: true);
        Assert.Equal(1501, list.Read().Count);
    }

    [Fact]
    public void What_a_thread_had_at_hand_is_given_up_when_it_ends()
    {
        var frames = Enumerable.Range(0, FrameCache.Batch + 10).Select(static _ => (Frame)NewFrame()).ToList();
        var thread = new Thread(() =>
        {
            foreach (var frame in frames) FramePool<FramePoolTests>.Here.Return(frame);
        });
        thread.Start();
        thread.Join();
        for (int i = 0; i < 100 && frames[^1].ListedIn != 0; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.All(frames.TakeLast(10), static frame => Assert.Equal(0, frame.ListedIn)); // the others, a full batch, went to the shelf
    }

    private static Frame<int> NewFrame()
    {
        var frame = Body(0).TakeCold();
        frame.ListedIn = 7;
        return frame;
    }
}

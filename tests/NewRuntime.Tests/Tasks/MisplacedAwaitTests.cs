using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests.Tasks;

#pragma warning disable FED004 // what the compiler refuses is refused at run time, too

/// <summary>What only green tasks can await, in async methods of other kinds: told where it can be caught.</summary>
public class MisplacedAwaitTests
{
    private static readonly Dictionary<string, Func<Task>> s_misplaced = new()
    {
        ["GreenTask.Yield"] = static async () => await GreenTask.Yield(),
        ["GreenTask.Sleep"] = static async () => await GreenTask.Sleep(TimeSpan.FromMilliseconds(1)),
        ["a GreenTask (a call of UntilCancelled)"] = static async () => await GreenRun.UntilCancelled(),
        ["a GreenTask (a call of StatusOf)"] = static async () => await GreenRun.UntilCancelled().Within(TimeSpan.Zero),
        ["a JoinHandle"] = static async () => await Endless(),
        ["JoinHandle.Try"] = static async () => await Endless().Try(),
        ["JoinHandle.Wait"] = static async () => await Endless().Wait(TimeSpan.FromDays(1)),
        ["Receiver.Receive"] = static async () => await Pipe.Stream<int>().Receiver.Receive(),
        ["Sender.Send"] = static async () => await Pipe.Rendezvous<int>().Sender.Send(1),
        ["PortSet.Receive"] = static async () => await Set().Receive(),
        ["Pipe.Select"] = static async () => await Pipe.Select(Pipe.Stream<int>().Receiver),
        ["Within"] = static async () => await Pipe.Stream<int>().Receiver.Receive().Within(TimeSpan.FromDays(1)),
        ["a Receiver"] = static async () => await Pipe.Stream<int>().Receiver.GetAsyncEnumerator().MoveNextAsync(),
        ["a descriptor"] = static async () => await Descriptor.Readable(0),
    };

    public static TheoryData<string> Awaits => [.. s_misplaced.Keys];

    // The first part of an ordinary method runs in the task that calls it, and is no green task all the same.
    [Theory]
    [MemberData(nameof(Awaits))]
    public void In_an_ordinary_method_that_a_task_calls(string what) => GreenRun.ToEnd(1, async () =>
    {
        var e = await Assert.ThrowsAsync<OutsideException>(s_misplaced[what]);
        Assert.StartsWith($"Awaiting {what} needs an async method that returns GreenTask, and this is task ", e.Message, StringComparison.Ordinal);
        await GreenTask.Yield(); // the task itself goes on as ever
        Assert.Equal(WaitStatus.Completed, await GreenTask.Sleep(TimeSpan.FromMilliseconds(1)));
    });

    [Fact]
    public async Task On_a_thread()
    {
        var e = await Assert.ThrowsAsync<OutsideException>(s_misplaced["GreenTask.Yield"]);
        Assert.Equal(
            "Awaiting GreenTask.Yield needs an async method that returns GreenTask, and this is a thread that runs no scheduler. "
            + "In an async Task, or on a thread, use JoinHandle.AsTask or Federation.Run.", e.Message);
    }

    [Fact]
    public async Task A_method_that_catches_it_goes_on_and_is_told_again()
    {
        int told = 0;
        for (int i = 0; i < 2; i++)
        {
            try
            {
                await GreenTask.Yield();
            }
            catch (OutsideException)
            {
                told++;
            }
            Assert.Equal(8, await Task.Run(static () => 8));
        }
        Assert.Equal(2, told);
    }

    private static JoinHandle Endless() => GreenTask.Spawn(GreenRun.UntilCancelled(), new SpawnOptions { IsWeak = true });

    private static PortSet<int> Set()
    {
        var set = new PortSet<int>();
        set.Add(Pipe.Stream<int>().Receiver);
        return set;
    }
}

namespace Rustrt.Federation.Analyzers.Tests;

/// <summary>FED003: calls that block in the methods of green tasks.</summary>
public sealed class BlockingTests
{
    [Theory]
    [InlineData("other.Wait();", "Task.Wait")]
    [InlineData("other.Wait(1000);", "Task.Wait")]
    [InlineData("_ = other.Result;", "Task.Result")]
    [InlineData("_ = Ordinary().Result;", "Task.Result")]
    [InlineData("other.GetAwaiter().GetResult();", "TaskAwaiter.GetResult")]
    [InlineData("other.ConfigureAwait(false).GetAwaiter().GetResult();", "ConfiguredTaskAwaiter.GetResult")]
    [InlineData("new ValueTask<int>(1).GetAwaiter().GetResult();", "ValueTaskAwaiter.GetResult")]
    [InlineData("Task.WaitAll(other);", "Task.WaitAll")]
    [InlineData("Task.WaitAny(other);", "Task.WaitAny")]
    [InlineData("Thread.Sleep(10);", "Thread.Sleep")]
    [InlineData("new SemaphoreSlim(1).Wait();", "SemaphoreSlim.Wait")]
    [InlineData("new ManualResetEvent(true).WaitOne();", "WaitHandle.WaitOne")]
    [InlineData("SpinWait.SpinUntil(() => true);", "SpinWait.SpinUntil")]
    [InlineData("to.SendBlocking(1);", "SendingEnd.SendBlocking")]
    [InlineData("from.ReceiveBlocking();", "ReceivingEnd.ReceiveBlocking")]
    [InlineData("foreach (int value in from.ReceiveAllBlocking()) { }", "Receiver.ReceiveAllBlocking")]
    [InlineData("Pipe.Select(from).Block();", "Selection.Block")]
    public async Task A_call_that_blocks(string code, string told) =>
        Assert.StartsWith($"'{told}' blocks the thread of the scheduler, and every task on it: ", await Analyzed.Message(code), StringComparison.Ordinal);

    [Theory]
    [InlineData("async GreenTask<int> Method() { Func<GreenTask> inner = async () => Thread.Sleep(1); await inner(); return 1; }")]
    [InlineData("async GreenTask<int> Method() { Thread.Sleep(1); return 1; }")]
    [InlineData("void Method() { async GreenTask Local() => Thread.Sleep(1); }")]
    public async Task In_every_kind_of_green_method(string member) => Assert.Equal(["FED003: Thread.Sleep(1)"], await Analyzed.InClass(member));

    [Theory]
    [InlineData("void Method() => Thread.Sleep(1);")]
    [InlineData("async Task Method() { Thread.Sleep(1); }")]
    [InlineData("GreenTask Method() { Thread.Sleep(1); return Work(); }")]
    [InlineData("async GreenTask Method() => await GreenTask.RunBlocking(() => Thread.Sleep(1));")]
    [InlineData("async GreenTask Method() { void Local() => Thread.Sleep(1); await Work(); }")]
    public async Task Elsewhere_it_is_fine(string member) => Assert.Empty(await Analyzed.InClass(member));

    [Theory]
    [InlineData("await other; _ = other.Result;")]
    [InlineData("await Task.WhenAny(other, Ordinary()); _ = other.Result;")]
    [InlineData("if (other.IsCompletedSuccessfully) _ = other.Result;")]
    [InlineData("await _task; _task.GetAwaiter().GetResult();")]
    [InlineData("other.Wait(0);")]
    [InlineData("other.Wait(TimeSpan.Zero);")]
    public async Task What_has_ended_does_not_block(string code) => Assert.Empty(await Analyzed.InTask(code));

    [Fact]
    public async Task Another_task_that_was_awaited_does_not_help() =>
        Assert.Equal(["FED003: other.Result"], await Analyzed.InTask("await _task; _ = other.Result;"));

    [Fact]
    public async Task The_message_says_what_to_write()
    {
        Assert.EndsWith(": await the task instead.", await Analyzed.Message("other.Wait();"), StringComparison.Ordinal);
        Assert.EndsWith(": await 'GreenTask.Sleep' instead.", await Analyzed.Message("Thread.Sleep(1);"), StringComparison.Ordinal);
        Assert.EndsWith(
            ": 'await GreenTask.RunBlocking(...)' makes the call on another thread.", await Analyzed.Message("new ManualResetEvent(true).WaitOne();"),
            StringComparison.Ordinal);
    }
}

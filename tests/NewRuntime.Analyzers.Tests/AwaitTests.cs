namespace Rustrt.Federation.Analyzers.Tests;

/// <summary>FED004: awaits of what only green tasks can wait for.</summary>
public sealed class AwaitTests
{
    [Theory]
    [InlineData("async Task Method() => await Work();", "Work()")]
    [InlineData("async Task<int> Method() => await Count();", "Count()")]
    [InlineData("async ValueTask Method() => await GreenTask.Yield();", "GreenTask.Yield()")]
    [InlineData("async void Method(Sender<int> to) => await to.Send(1);", "to.Send(1)")]
    [InlineData("async Task Method(Receiver<int> from) => await Pipe.Select(from);", "Pipe.Select(from)")]
    [InlineData("async Task Method(JoinHandle task) => await task;", "task")]
    [InlineData("async Task Method(Receiver<int> from) { await foreach (int value in from) { } }", "from")]
    [InlineData("async IAsyncEnumerable<int> Method() { yield return await Count(); }", "Count()")]
    [InlineData("async GreenTask Method() { Func<Task> inner = async () => await Work(); await inner(); }", "Work()")]
    [InlineData("async GreenTask Method() { await Local(); async Task Local() => await Work(); }", "Work()")]
    public async Task In_an_async_method_of_another_kind(string member, string told) => Assert.Equal([$"FED004: {told}"], await Analyzed.InClass(member));

    [Theory]
    [InlineData("async GreenTask Method(Receiver<int> from) { await Work(); await foreach (int value in from) { } await Pipe.Select(from); }")]
    [InlineData("async Task Method() { async GreenTask<int> Local() => await Count(); await Ordinary(); }")]
    [InlineData("async Task Method(JoinHandle task) => await task.AsTask();")]
    [InlineData("async Task<int> Method() => await GreenTask.RunBlocking(() => 1);")]
    [InlineData("async Task Method(Receiver<int> from, SchedulerGroup group) { await foreach (int value in from.ToAsyncEnumerable(group)) { } }")]
    public async Task Where_it_can_wait_it_is_fine(string member) => Assert.Empty(await Analyzed.InClass(member));

    [Theory]
    [InlineData("async Task<int> Method() => await Count();",
        "'Count()' can be awaited only in an async method that returns GreenTask, and this one returns Task<int>: return GreenTask; from outside, spawn it "
        + "('SchedulerGroup.Spawn') and await the handle's 'AsTask()', or start with 'Federation.Run'.")]
    [InlineData("async Task Method(JoinHandle task) => await task;",
        "'task' can be awaited only in an async method that returns GreenTask, and this one returns Task: return GreenTask, or await 'AsTask()'.")]
    [InlineData("async Task Method(Receiver<int> from) { await foreach (int value in from) { } }",
        "'from' can be awaited only in an async method that returns GreenTask, and this one returns Task: return GreenTask, or enumerate 'ToAsyncEnumerable(group)'.")]
    public async Task The_message_says_what_to_write(string member, string message) => Assert.Equal(message, Assert.Single(await Analyzed.Of(member)).GetMessage());
}

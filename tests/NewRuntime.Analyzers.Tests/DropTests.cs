namespace Rustrt.Federation.Analyzers.Tests;

/// <summary>FED001 and FED002: what is dropped.</summary>
public sealed class DropTests
{
    [Theory]
    [InlineData("Work();", "Work()")]
    [InlineData("_ = Count();", "Count()")]
    [InlineData("var program = new Program(); program?.Instance(); await GreenTask.Yield();", ".Instance()")]
    [InlineData("to.Send(1);", "to.Send(1)")]
    [InlineData("_ = to.Send(1);", "to.Send(1)")]
    [InlineData("to.Send(1).Within(TimeSpan.Zero);", "to.Send(1).Within(TimeSpan.Zero)")]
    [InlineData("from.Receive();", "from.Receive()")]
    [InlineData("new PortSet<int>().Receive();", "new PortSet<int>().Receive()")]
    [InlineData("Pipe.Select(from);", "Pipe.Select(from)")]
    [InlineData("GreenTask.Yield();", "GreenTask.Yield()")]
    [InlineData("GreenTask.Sleep(TimeSpan.Zero);", "GreenTask.Sleep(TimeSpan.Zero)")]
    [InlineData("GreenTask.RunBlocking(() => 1);", "GreenTask.RunBlocking(() => 1)")]
    [InlineData("Descriptor.Readable(0);", "Descriptor.Readable(0)")]
    [InlineData("Action send = () => to.Send(1);", "to.Send(1)")]
    [InlineData("void Local() => Work();", "Work()")]
    public async Task A_call_or_a_wait_that_nobody_awaits(string code, string told) =>
        Assert.Equal([$"FED001: {told}"], await Analyzed.InClass(
            $"GreenTask Instance() => default; async GreenTask Method(Sender<int> to, Receiver<int> from)\n{{\n{code}\n}}"));

    [Theory]
    [InlineData("GreenTask.Spawn(Work());", "GreenTask.Spawn(Work())")]
    [InlineData("_ = GreenTask.Spawn(Count(), to);", "GreenTask.Spawn(Count(), to)")]
    public async Task A_handle_that_nobody_has(string code, string told) => Assert.Equal([$"FED002: {told}"], await Analyzed.InTask(code));

    [Theory]
    [InlineData("var task = GreenTask.Spawn(Work()); task.Wait(TimeSpan.Zero);", "task.Wait(TimeSpan.Zero)")]
    [InlineData("var task = GreenTask.Spawn(Work()); _ = task.Try();", "task.Try()")]
    [InlineData("var task = GreenTask.Spawn(Count()); task.Try();", "task.Try()")]
    public async Task A_wait_for_a_task_that_nobody_awaits(string code, string told) => Assert.Equal([$"FED001: {told}"], await Analyzed.InTask(code));

    [Theory]
    [InlineData("await Work();")]
    [InlineData("_ = await Count();")]
    [InlineData("await to.Send(1);")]
    [InlineData("var call = Work(); call = Work(); await call;")]
    [InlineData("GreenTask.Spawn(Work()).Detach();")]
    [InlineData("GreenTask.Spawn(Work()).Cancel();")]
    [InlineData("to.TrySend(1);")]
    [InlineData("_ = Ordinary();")]
    [InlineData("Func<SendAwaitable<int>> send = () => to.Send(1); await send();")]
    public async Task What_is_used_is_fine(string code) => Assert.Empty(await Analyzed.InTask(code));

    [Fact]
    public async Task The_message_says_what_happens_and_what_to_write()
    {
        Assert.Equal(
            "'Work' is dropped: the method never runs. Await it, or have it run as a task of its own: 'GreenTask.Spawn(Work(...))'.",
            await Analyzed.Message("Work();"));
        Assert.Equal(
            "'Send' is dropped: if the pipe has no room, the value is lost. Await it; where nothing can be awaited, 'TrySend' says whether there was room.",
            await Analyzed.Message("to.Send(1);"));
        Assert.Equal("'Yield' is dropped: nothing is waited for. Await it.", await Analyzed.Message("GreenTask.Yield();"));
        Assert.Equal("'RunBlocking' is dropped: the call is never made. Await it.", await Analyzed.Message("GreenTask.RunBlocking(() => 1);"));
        Assert.Equal(
            "The JoinHandle of 'Spawn' is dropped: a failure of the task is told only when the garbage collector finds it. Await the handle, "
            + "or give it up with '.Detach()'.",
            await Analyzed.Message("GreenTask.Spawn(Work());"));
    }
}

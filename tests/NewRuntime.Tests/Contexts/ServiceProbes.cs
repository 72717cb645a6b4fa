using Rustrt.Federation.Logging;
using Rustrt.Federation.Memory;
using Rustrt.Federation.Pipes;

#pragma warning disable FED001, FED004 // these uses are refused at run time, too, and that is what is tested
namespace Rustrt.Federation.Tests.Contexts;

/// <summary>A use of every service.</summary>
internal static class ServiceProbes
{
    private static readonly TimeSpan s_aWhile = TimeSpan.FromMilliseconds(1);

    /// <summary>All, with a federation that runs beside whoever uses them.</summary>
    internal static ProbedService[] All(Federation beside) =>
    [
        ProbedService.Call("Pipe", () => Pipe.Stream<int>()),
        ProbedService.Call("SendingEnd.TrySend", () => Assert.True(Pipe.Stream<int>().Sender.TrySend(1))),
        ProbedService.Call("ReceivingEnd.TryReceive", () => Assert.True(One().TryReceive(out _))),
        ProbedService.Call("Receiver.TryPeek", () => Assert.True(One().TryPeek(out _))),
        ProbedService.Call("OneShotSender.Send", () => Assert.True(Pipe.OneShot<int>().Sender.Send(1))),
        ProbedService.Call("PortSet.TryReceive", () => Assert.True(Set().TryReceive(out _))),
        ProbedService.Call("SendingEnd.SendBlocking", () => Pipe.Stream<int>().Sender.SendBlocking(1)),
        ProbedService.Call("ReceivingEnd.ReceiveBlocking", () => One().ReceiveBlocking()),
        ProbedService.Call("PortSet.ReceiveBlocking", () => Set().ReceiveBlocking()),
        ProbedService.Call("Receiver.ReceiveAllBlocking", () => Assert.Equal(1, One().ReceiveAllBlocking().First())),
        ProbedService.Call("Selection.Block", () => Pipe.Select(One()).Block()),
        new("PipeWaits.Send", async GreenTask () => await Full().Send(1).Within(s_aWhile), async () => await Full().Send(1)),
        new("PipeWaits.Receive", async GreenTask () => await Empty().Receive().Within(s_aWhile), async () => await Empty().Receive()),
        new("PipeWaits.GetAwaiter", async GreenTask () => await Pipe.Select(One()), async () => await Pipe.Select(Empty())),
        new("PipeWaits.Within", async GreenTask () => await Pipe.Select(Empty()).Within(s_aWhile), async () => await Pipe.Select(Empty()).Within(s_aWhile)),
        new("PipeWaits.GetAsyncEnumerator", async GreenTask () => Assert.True(await One().GetAsyncEnumerator().MoveNextAsync()), async () => await Empty().GetAsyncEnumerator().MoveNextAsync()),
        new("PipeStreams.SendAll", async GreenTask () => await Pipe.Stream<int>().Sender.SendAll(AsyncEnumerable.Empty<int>()), async () => await Pipe.Stream<int>().Sender.SendAll(AsyncEnumerable.Empty<int>())),
        new("PipeStreams.ReceiveAll", async GreenTask () => await Ended().ReceiveAll(Channel()), async () => await Ended().ReceiveAll(Channel())),
        ProbedService.Call("PipeStreams.ToAsyncEnumerable", () => One().ToAsyncEnumerable(beside.MainGroup)),
        new("GreenTask.Yield", async GreenTask () => await GreenTask.Yield(), async () => await GreenTask.Yield()),
        new("GreenTask.Sleep", async GreenTask () => await GreenTask.Sleep(s_aWhile), async () => await GreenTask.Sleep(TimeSpan.Zero)),
        new("GreenTask.GetAwaiter", async GreenTask () => await Nothing(), async () => await Nothing()),
        new("GreenTask.RunBlocking", async GreenTask () => await GreenTask.RunBlocking(() => { }), () =>
        {
            _ = GreenTask.RunBlocking(() => { }).GetAwaiter(); // has the call made; ordinary code on a scheduler would have to wait
            return Task.CompletedTask;
        }),
        new("GreenTask.Within", async GreenTask () => await Nothing().Within(s_aWhile), async () => await Nothing().Within(s_aWhile)),
        new("RunBlockingAwaitable.Within", async GreenTask () => await GreenTask.RunBlocking(() => { }).Within(s_aWhile), async () => await GreenTask.RunBlocking(() => { }).Within(s_aWhile)),
        new("TaskWaits.Within", async GreenTask () => await Task.CompletedTask.Within(s_aWhile), async () => await Task.CompletedTask.Within(s_aWhile)),
        ProbedService.Call("ExchangeHeap", () => ExchangeHeap.Allocate<int>().Dispose()),
        ProbedService.Call("LocalHeap.Current", () => LocalHeap.Current.Collect()),
        ProbedService.Call("GreenTask.Current", () => _ = GreenTask.Current),
        ProbedService.Call("GreenTask.NeedsYield", () => _ = GreenTask.NeedsYield),
        ProbedService.Call("GreenTask.IsCancelled", () => Assert.False(GreenTask.IsCancelled)),
        ProbedService.Call("GreenTask.CancellationToken", () => Assert.False(GreenTask.CancellationToken.IsCancellationRequested)),
        ProbedService.Call("GreenTask.ThrowIfCancelled", GreenTask.ThrowIfCancelled),
        ProbedService.Call("GreenTask.Spawn", () => GreenTask.Spawn(Nothing()).Detach()),
        ProbedService.Call("SpawnOptions.Failure", () => beside.MainGroup.Spawn(Nothing(), new SpawnOptions { Failure = FailurePolicy.Linked }).Detach()),
        ProbedService.Call("SpawnOptions.IsWeak", () => beside.MainGroup.Spawn(Nothing(), new SpawnOptions { IsWeak = true }).Detach()),
        ProbedService.Call("Scheduler.Current", () => _ = Scheduler.Current),
        ProbedService.Call("GreenTask.Unkillable", () => GreenTask.Unkillable().Dispose()),
        ProbedService.Call("GreenTask.Atomic", () => GreenTask.Atomic().Dispose()),
        ProbedService.Call("TaskLocal.Value", () => new TaskLocal<int>().Value = 1),
        new("GreenTask.RunOn", async GreenTask () => await GreenTask.RunOn(beside.MainGroup.Schedulers[0], () => { }), async () => await GreenTask.RunOn(beside.MainGroup.Schedulers[0], () => { })),
        ProbedService.Call("Descriptor", () => Descriptor.Readable(0)),
        new("Supervisor.Run", async GreenTask () => await Supervisor.Run(new SupervisorOptions()), async () => await Supervisor.Run(new SupervisorOptions())),
        new("JoinHandle.GetAwaiter", async GreenTask () => await beside.MainGroup.Spawn(Nothing()), async () => await Endless(beside)),
        new("JoinHandle.Wait", async GreenTask () => await Endless(beside).Wait(s_aWhile), async () => await Endless(beside).Wait(s_aWhile)),
        new("JoinHandle.Try", async GreenTask () => await beside.MainGroup.Spawn(Nothing()).Try(), async () => await Endless(beside).Try()),
        ProbedService.Call("JoinHandle.IsCompleted", () => Assert.False(Endless(beside).IsCompleted)),
        ProbedService.Call("JoinHandle.AsTask", () => beside.MainGroup.Spawn(Nothing()).AsTask()),
        ProbedService.Call("JoinHandle.Cancel", () => Endless(beside).Cancel()),
        ProbedService.Call("JoinHandle.Detach", () => beside.MainGroup.Spawn(Nothing()).Detach()),
        ProbedService.Call("SchedulerGroup.Spawn", () => beside.MainGroup.Spawn(Nothing()).Detach()),
        ProbedService.Call("Federation.MainGroup", () => Assert.NotNull(beside.MainGroup)),
        ProbedService.Call("Federation.PlatformGroup", () => Assert.NotNull(beside.PlatformGroup)),
        ProbedService.Call("Federation.CreateGroup", () => beside.CreateGroup(1).Spawn(Nothing()).Detach()),
        ProbedService.Call("Federation.FindGroup", () => Assert.NotNull(beside.FindGroup(beside.MainGroup.Id))),
        ProbedService.Call("Federation.IsShuttingDown", () => Assert.False(beside.IsShuttingDown)),
        ProbedService.Call("Federation.Phase", () => Assert.Equal(FederationPhase.Open, beside.Phase)),
        ProbedService.Call("Federation.IncrementLiveCount", beside.IncrementLiveCount),
        ProbedService.Call("Federation.DecrementLiveCount", beside.DecrementLiveCount),
        ProbedService.Call("Federation.RunAtExit", () => beside.RunAtExit(Nothing)),
        ProbedService.Call("Federation.Dump", () => beside.Dump()),
        ProbedService.Call("GlobalData.GetOrMake", () => beside.Globals.GetOrMake(() => "global")),
        ProbedService.Call("KernelState.ExitStatus", () => _ = beside.Kernel.ExitStatus),
        ProbedService.Call("Federation.Run", () => Federation.Run(Nothing(), s_oneThread)),
        ProbedService.Call("Federation.DriveFromLoop", () => Drive(new Federation(s_oneThread))),
        ProbedService.Call("Simulation.Run", () => Simulation.Run(1, Nothing)),
        ProbedService.Call("FederationLoggerProvider", () => _ = s_logger.CreateLogger("A").BeginScope("scope")),
        ProbedService.Call("FederationLoggerProvider.StartLogger", StartLogger),
    ];

    private static readonly FederationOptions s_oneThread = new() { MainOnCallersThread = true, MainSchedulers = 1 };
    private static readonly FederationLoggerProvider s_logger = new(TextWriter.Null);

    private static async GreenTask Nothing() => await GreenTask.Yield();

    private static JoinHandle Endless(Federation federation)
    {
        var handle = federation.MainGroup.Spawn(GreenRun.UntilCancelled(), new SpawnOptions { IsWeak = true });
        Assert.False(handle.IsCompleted);
        return handle;
    }

    private static Receiver<int> Empty() => Pipe.Stream<int>().Receiver;

    private static Receiver<int> One()
    {
        var (tx, rx) = Pipe.Stream<int>();
        tx.TrySend(1);
        return rx;
    }

    private static Receiver<int> Ended()
    {
        var (tx, rx) = Pipe.Stream<int>();
        tx.Dispose();
        return rx;
    }

    private static Sender<int> Full()
    {
        var (tx, _) = Pipe.Bounded<int>(1);
        tx.TrySend(1);
        return tx;
    }

    private static PortSet<int> Set()
    {
        var set = new PortSet<int>();
        set.Add(One());
        return set;
    }

    private static System.Threading.Channels.ChannelWriter<int> Channel() => System.Threading.Channels.Channel.CreateUnbounded<int>().Writer;

    private static void Drive(Federation federation)
    {
        federation.MainGroup.Spawn(Nothing()).Detach();
        ForeignScheduler foreign;
        try
        {
            foreign = federation.DriveFromLoop();
        }
        catch (OutsideException)
        {
            var end = new Thread(() => federation.Run()); // it has a task, and must not stay
            end.Start();
            end.Join();
            throw;
        }
        while (!foreign.HasEnded) foreign.Turn();
        foreign.WaitForEnd();
    }

    private static void StartLogger()
    {
        using var provider = new FederationLoggerProvider(TextWriter.Null);
        provider.StartLogger();
    }
}

using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests.Contexts;

/// <summary>A place that code can run in.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Context">What the runtime says of it.</param>
/// <param name="Lacks">What is not to be had there.</param>
/// <param name="Run">Runs uses of services there, in ordinary code or in a task, and returns when they have ended.</param>
internal sealed record ProbedContext(string Name, RuntimeContext Context, ServiceNeeds[] Lacks, Action<Func<GreenTask>, Action> Run)
{
    /// <summary>All that there are.</summary>
    internal static ProbedContext[] All { get; } =
    [
        new("a thread without a federation", RuntimeContext.Global, s_ofThreads, (_, use) => use()),
        new("a thread beside a federation", RuntimeContext.Global, s_ofThreads, (_, use) =>
        {
            var (stop, stopped) = Pipe.OneShot<int>();
            stop.Release();
            stopped.Release();
            var federation = new Thread(() => Federation.Run(WaitFor(stopped)));
            federation.Start();
            use();
            stop.Send(0);
            federation.Join();
        }),
        new("a task", RuntimeContext.Task, s_ofTasks, (use, _) => GreenRun.ToEnd(2, use)),
        new("a task at exit", RuntimeContext.Task, s_ofTasks, (use, _) =>
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo? failure = null;
            GreenRun.ToEnd(1, async () =>
            {
                Scheduler.Current!.Group.Federation.RunAtExit(async GreenTask () =>
                {
                    try
                    {
                        await use();
                    }
                    catch (Exception e)
                    {
                        failure = System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(e);
                    }
                });
                await GreenTask.Yield();
            });
            failure?.Throw();
        }),
        new("a thread for calls that block", RuntimeContext.Kernel, s_ofThreads, (_, use) => GreenRun.ToEnd(1, async () => await GreenTask.RunBlocking(use))),
        new("a foreign loop between turns", RuntimeContext.Global, s_ofThreads, (_, use) =>
        {
            var federation = new Federation(new FederationOptions { MainOnCallersThread = true, MainSchedulers = 1 });
            federation.MainGroup.Spawn(YieldTwice()).Detach();
            var foreign = federation.DriveFromLoop();
            foreign.Turn();
            use();
            while (!foreign.HasEnded) foreign.Turn();
            foreign.WaitForEnd();
        }),
        new("code on a scheduler that is no task", RuntimeContext.Kernel, [ServiceNeeds.OwnThread, ServiceNeeds.Task], (_, use) => GreenRun.ToEnd(1, async () =>
        {
            var context = SynchronizationContext.Current!;
            var done = new TaskCompletionSource();
            context.Post(_ =>
            {
                try
                {
                    use();
                    done.SetResult();
                }
                catch (Exception e)
                {
                    done.SetException(e);
                }
            }, null);
            await done.Task;
        })),
    ];

    private static ServiceNeeds[] s_ofThreads => [ServiceNeeds.Scheduler, ServiceNeeds.Task];

    private static ServiceNeeds[] s_ofTasks => [ServiceNeeds.OwnThread];

    public override string ToString() => Name;

    private static async GreenTask WaitFor(OneShotReceiver<int> stopped) => await stopped.Receive();

    private static async GreenTask YieldTwice()
    {
        await GreenTask.Yield();
        await GreenTask.Yield();
    }
}

namespace Rustrt.Federation.Tests;

/// <summary>Runs managed tasks in a federation of their own until all have ended.</summary>
internal static class GreenRun
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    /// <summary>Runs a main task; its exception becomes the test's, a hang a failure.</summary>
    public static void ToEnd(int schedulers, Func<GreenTask> main, string context = "") =>
        ToEnd(new FederationOptions { MainSchedulers = schedulers }, main, context);

    /// <summary>Spawns a task into a group.</summary>
    public static JoinHandle SpawnInto(SchedulerGroup group, GreenTask call, params ReadOnlySpan<Possession> ends)
    {
        var frame = call.TakeCold();
        var handle = new JoinHandle(frame);
        Spawning.Start(frame, group, Scheduler.Current, ends);
        return handle;
    }

    /// <summary>As <see cref="ToEnd(int, Func{GreenTask}, string)"/>, in a federation with options.</summary>
    public static void ToEnd(FederationOptions options, Func<GreenTask> main, string context = "")
    {
        System.Runtime.ExceptionServices.ExceptionDispatchInfo? failure = null;
        async GreenTask Guarded()
        {
            try
            {
                await main();
            }
            catch (Exception e)
            {
                failure = System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(e);
            }
        }
        var thread = new Thread(() => Federation.Run(Guarded(), options)) { IsBackground = true };
        thread.Start();
        Assert.True(thread.Join(s_patience), $"the federation did not end. {context}");
        failure?.Throw();
    }

    /// <summary>Runs a main task as it is, and returns the exit status.</summary>
    public static int Status(FederationOptions options, Func<GreenTask> main, string context = "")
    {
        int status = -1;
        var thread = new Thread(() => status = Federation.Run(main(), options)) { IsBackground = true };
        thread.Start();
        Assert.True(thread.Join(s_patience), $"the federation did not end. {context}");
        return status;
    }

    /// <summary>Waits until the running task is cancelled, and ends it.</summary>
    public static async GreenTask UntilCancelled()
    {
        Assert.Equal(WaitStatus.Cancelled, await GreenTask.Sleep(Timeout.InfiniteTimeSpan));
        throw new TaskCancelledException();
    }

    /// <summary>The exception that a call ends by.</summary>
    public static async GreenTask<TException> Catch<TException>(GreenTask call)
        where TException : Exception
    {
        try
        {
            await call;
        }
        catch (TException e)
        {
            return e;
        }
        throw new InvalidOperationException($"no {typeof(TException).Name}");
    }
}

namespace Rustrt.Federation.Tests;

/// <summary>Runs managed tasks in a federation of their own until all have ended.</summary>
internal static class GreenRun
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    /// <summary>Runs a main task; its exception becomes the test's, a hang a failure.</summary>
    public static void ToEnd(int schedulers, Func<GreenTask> main, string context = "") =>
        ToEnd(new FederationOptions { MainSchedulers = schedulers }, main, context);

    /// <summary>Spawns a task into a group.</summary>
    public static JoinHandle SpawnInto(SchedulerGroup group, GreenTask call, params ReadOnlySpan<Rustrt.Federation.Pipes.PipeEnd> ends)
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
}

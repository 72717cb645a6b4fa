namespace Rustrt.Federation.Tests;

/// <summary>Runs federations to their end; one that hangs fails its test instead of hanging the run.</summary>
internal static class FederationRun
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    /// <summary>Runs a federation on a thread of its own, which becomes its platform thread, and returns the exit status.</summary>
    public static int ToEnd(Federation federation, string context = "")
    {
        int status = 0;
        Exception? failure = null;
        var platform = new Thread(() =>
        {
            try
            {
                status = federation.Run();
            }
            catch (Exception e)
            {
                failure = e;
            }
        }) { IsBackground = true };
        platform.Start();
        Assert.True(platform.Join(s_patience), $"the federation did not end: {federation.MainGroup}, "
            + $"{federation.MainGroup.LiveTasks} live tasks in the main group. {context}");
        Assert.Null(failure);
        return status;
    }

    /// <summary>Waits for something another thread is about to bring about.</summary>
    public static void Await(WaitHandle handle, string what) => Assert.True(handle.WaitOne(s_patience), $"never happened: {what}");

    /// <summary>Sets up a federation with a main task, runs it to its end, and returns it.</summary>
    public static Federation Of(FederationOptions options, Func<TestTask, Scheduler, Turn> main, string context = "")
    {
        var federation = new Federation(options);
        new TestTask(main).Start(federation.MainGroup);
        ToEnd(federation, context);
        return federation;
    }
}

namespace Rustrt.Federation;

public sealed partial class Federation
{
    /// <summary>Runs a call as the first task of a federation, until all tasks have ended. Returns the exit status: 101
    /// if the call fails, which cancels all other tasks and is reported (<see cref="FederationOptions.MainTaskFailed"/>).</summary>
    [Service("running a federation", ServiceNeeds.OwnThread)]
    public static int Run(GreenTask main, FederationOptions? options = null)
    {
        var federation = new Federation(options ?? new FederationOptions());
        var frame = main.TakeCold();
        var handle = new JoinHandle(frame);
        frame.Extras.IsMain = true;
        Spawning.Start(frame, federation.MainGroup, current: null);
        handle.Detach();
        return federation.Run();
    }
}

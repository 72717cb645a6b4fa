namespace Rustrt.Federation;

public sealed partial class Federation
{
    /// <summary>Runs a call as the first task of a federation, until all tasks have ended. Returns the exit status: 101
    /// if the call fails, which cancels all other tasks and is reported (<see cref="FederationOptions.MainTaskFailed"/>).</summary>
    /// <exception cref="OutsideException">Called on a scheduler's thread.</exception>
    /// <exception cref="InvalidOperationException">The call has been awaited or spawned already.</exception>
    [Service("running a federation", ServiceNeeds.OwnThread)]
    public static int Run(GreenTask main, FederationOptions? options = null)
    {
        // What is wrong with the call is told before there is a federation, whose threads nobody would end.
        if (Place.Here is not null) throw OutsideException.Runs("Federation.Run");
        var frame = main.TakeCold();
        var federation = new Federation(options ?? new FederationOptions());
        frame.Extras.IsMain = true;
        Spawning.StartDetached(frame, federation.MainGroup, current: null);
        return federation.Run();
    }
}

namespace Rustrt.Federation.Hosting;

/// <summary>How a federation lives in a host.</summary>
public sealed class FederationHostOptions
{
    /// <summary>
    /// Makes the main task, when the host starts; null: there is none. It may end before the host does. It is cancelled when the host
    /// stops, and if it fails the host stops.
    /// </summary>
    public Func<IServiceProvider, GreenTask>? Main { get; set; }

    /// <summary>
    /// How the federation is set up: <c>options.Federation = options.Federation with { MainSchedulers = 2 }</c>. Reports that it leaves as they
    /// are by default go to the log of the host (<see cref="FederationOptions.UnobservedFailure"/>, <see cref="FederationOptions.Stalled"/>).
    /// </summary>
    public FederationOptions Federation { get; set; } = new();

    /// <summary>How long tasks other than the main task may go on by themselves when the host stops.</summary>
    public TimeSpan Drain { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long they may take to end after they have been cancelled then. Together with <see cref="Drain"/> it should be less than
    /// the host's own limit, which is 30 seconds by default.
    /// </summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(10);
}

namespace Rustrt.Federation;

/// <summary>How far a federation is on its way to its end. An ordinary end has no <see cref="Closing"/> and no <see cref="Cancelling"/>.</summary>
public enum FederationPhase
{
    /// <summary>Everybody may spawn.</summary>
    Open,

    /// <summary>A shutdown has been asked for: threads outside can spawn no more, tasks can.</summary>
    Closing,

    /// <summary>All tasks have been cancelled, and those that are spawned are from birth.</summary>
    Cancelling,

    /// <summary>Only weak tasks were left: they are cancelled, and exit functions and exit tasks run.</summary>
    ShuttingDown,

    /// <summary>The main group has no task any more, and its schedulers leave.</summary>
    Leaving,

    /// <summary>All groups are gone.</summary>
    Ended,
}

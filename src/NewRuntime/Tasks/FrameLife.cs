namespace Rustrt.Federation;

/// <summary>What has become of a frame since it was taken from its pool.</summary>
internal enum FrameLife : byte
{
    /// <summary>In the pool.</summary>
    Free,

    /// <summary>Its method has been called; nobody has awaited or spawned it yet.</summary>
    Cold,

    /// <summary>Awaited: it runs as part of its caller's task.</summary>
    Callee,

    /// <summary>Spawned: it is a task.</summary>
    Root,

    /// <summary>Ended with a result.</summary>
    Completed,

    /// <summary>Ended with an exception.</summary>
    Failed,
}

/// <summary>What the frame that ran last asks of <see cref="Frame.RunTurn"/>.</summary>
internal enum FrameStep : byte
{
    /// <summary>Run what is the top of the stack now.</summary>
    Continue,

    /// <summary>As <see cref="Continue"/>, in a section that must not end its turn (<see cref="AtomicSection"/>).</summary>
    ContinueAtomic,

    /// <summary>As <see cref="Turn.Yielded"/>.</summary>
    Yielded = 2 + Turn.Yielded,

    /// <summary>As <see cref="Turn.Parked"/>.</summary>
    Parked = 2 + Turn.Parked,

    /// <summary>As <see cref="Turn.Finished"/>.</summary>
    Finished = 2 + Turn.Finished,
}

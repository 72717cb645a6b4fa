namespace Rustrt.Federation;

/// <summary>What kind of thing a task waits for.</summary>
public enum TaskWaitKind
{
    /// <summary>Nothing that is registered anywhere: a sleep without end, or the wait has just ended.</summary>
    Other,

    /// <summary>A value from a pipe, or from one of several.</summary>
    Receive,

    /// <summary>Room in a pipe.</summary>
    Send,

    /// <summary>The end of another task.</summary>
    Join,

    /// <summary>A time.</summary>
    Sleep,

    /// <summary>Something that is not of this runtime, such as a <see cref="System.Threading.Tasks.Task"/>.</summary>
    Foreign,

    /// <summary>A call that blocks (<see cref="GreenTask.RunBlocking(Action)"/>).</summary>
    Blocking,

    /// <summary>A descriptor to become ready.</summary>
    Descriptor,

    /// <summary>An operation on another scheduler (<see cref="GreenTask.RunOn(Scheduler, Action)"/>).</summary>
    Operation,
}

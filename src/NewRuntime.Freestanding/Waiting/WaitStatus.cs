namespace Rustrt.Federation;

/// <summary>How a wait ended.</summary>
public enum WaitStatus
{
    /// <summary>What was waited for has happened.</summary>
    Completed,

    /// <summary>The waiting task has been cancelled. What was waited for has not happened.</summary>
    Cancelled,

    /// <summary>The time that the wait was given is over.</summary>
    TimedOut,

    /// <summary>It cannot happen any more: the other side is gone.</summary>
    Closed,
}

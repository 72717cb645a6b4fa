namespace Rustrt.Federation;

/// <summary>Where code runs, as far as it decides what the runtime can do for it.</summary>
public enum RuntimeContext
{
    /// <summary>On a thread that belongs to no federation.</summary>
    Global,

    /// <summary>
    /// On a thread of a federation, but not in a task: in a call that blocks (<see cref="GreenTask.RunBlocking(Action)"/>), or in the rest of an
    /// ordinary async method that a task has called and not awaited.
    /// </summary>
    Kernel,

    /// <summary>In a green task that has its turn.</summary>
    Task,
}

namespace Rustrt.Federation;

/// <summary>The end of a task, as whoever watches it is told (<see cref="SpawnOptions.NotifyExit"/>).</summary>
/// <param name="Id">The task's number (<see cref="JoinHandle.Id"/>).</param>
/// <param name="Name">The name that it was given, or that of its method.</param>
/// <param name="Outcome">How it ended. It is known already: never <see cref="OutcomeKind.JoinerCancelled"/>.</param>
public readonly record struct TaskExit(long Id, string Name, Outcome Outcome);

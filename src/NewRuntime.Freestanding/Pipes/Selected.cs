namespace Rustrt.Federation.Pipes;

/// <summary>Which of several pipes has something to receive.</summary>
/// <param name="Status"><see cref="WaitStatus.Completed"/>: one is ready; it may have ended.</param>
/// <param name="Index">Its place in the list; -1 if none is ready.</param>
public readonly record struct Selected(WaitStatus Status, int Index);

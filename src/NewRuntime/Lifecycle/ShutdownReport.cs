namespace Rustrt.Federation;

/// <summary>How a shutdown went.</summary>
/// <param name="HasEnded">Whether the federation has ended.</param>
/// <param name="Cancelled">The tasks that were still there when the time to end by themselves was over, and were cancelled.</param>
/// <param name="Remaining">Those that had not ended when the time for that was over, too. They still hold the federation up.</param>
public sealed record ShutdownReport(bool HasEnded, IReadOnlyList<TaskInfo> Cancelled, IReadOnlyList<TaskInfo> Remaining);

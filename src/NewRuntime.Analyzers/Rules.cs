using Microsoft.CodeAnalysis;

namespace Rustrt.Federation.Analyzers;

/// <summary>The rules; docs/analyzers.md has each with an example.</summary>
internal static class Rules
{
    private const string Category = "Rustrt.Federation";

    /// <summary>A call or a wait that nobody awaits.</summary>
    internal static readonly DiagnosticDescriptor Dropped = new(
        "FED001", "A call or a wait is dropped", "'{0}' is dropped: {1}", Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "Calls of green tasks and waits are cold: nothing happens until they are awaited or spawned, and nobody is told that they were not.");

    /// <summary>A task that is neither joined nor detached.</summary>
    internal static readonly DiagnosticDescriptor HandleDropped = new(
        "FED002", "The handle of a task is dropped",
        "The JoinHandle of '{0}' is dropped: a failure of the task is told only when the garbage collector finds it. Await the handle, or "
        + "give it up with '.Detach()'.",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "Detach says that nobody will join the task: a failure is then reported at once, and the memory of the task is used again.");

    /// <summary>A call that blocks in a green task.</summary>
    internal static readonly DiagnosticDescriptor Blocks = new(
        "FED003", "A green task blocks its scheduler", "'{0}' blocks the thread of the scheduler, and every task on it: {1}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "Nothing else runs on the scheduler meanwhile; if it is the only one, and what is waited for needs it, that is for ever.");

    /// <summary>Something of green tasks that is awaited elsewhere.</summary>
    internal static readonly DiagnosticDescriptor AwaitedElsewhere = new(
        "FED004", "Awaited where no green task can wait",
        "'{0}' can be awaited only in an async method that returns GreenTask, and this one returns {1}: {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Such a method is no green task, so that it has nothing that could wait: the await throws an OutsideException.");
}

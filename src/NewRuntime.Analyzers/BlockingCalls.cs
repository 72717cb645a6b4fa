using Microsoft.CodeAnalysis;

namespace Rustrt.Federation.Analyzers;

/// <summary>Which members block the calling thread, and what to write instead in a green task.</summary>
internal static class BlockingCalls
{
    internal const string AwaitIt = "await the task instead.";

    private const string Elsewhere = "'await GreenTask.RunBlocking(...)' makes the call on another thread.";

    private static readonly Dictionary<string, string> s_advice = new()
    {
        ["System.Threading.Tasks.Task.Wait"] = AwaitIt,
        ["System.Threading.Tasks.Task.WaitAll"] = "await 'Task.WhenAll' instead.",
        ["System.Threading.Tasks.Task.WaitAny"] = "await 'Task.WhenAny' instead.",
        ["System.Threading.Thread.Sleep"] = "await 'GreenTask.Sleep' instead.",
        ["System.Threading.Thread.Join"] = Elsewhere,
        ["System.Threading.Monitor.Wait"] = Elsewhere,
        ["System.Threading.WaitHandle.WaitOne"] = Elsewhere,
        ["System.Threading.WaitHandle.WaitAll"] = Elsewhere,
        ["System.Threading.WaitHandle.WaitAny"] = Elsewhere,
        ["System.Threading.ManualResetEventSlim.Wait"] = Elsewhere,
        ["System.Threading.CountdownEvent.Wait"] = Elsewhere,
        ["System.Threading.SemaphoreSlim.Wait"] = "await 'WaitAsync' instead.",
        ["System.Threading.Barrier.SignalAndWait"] = Elsewhere,
        ["System.Threading.SpinWait.SpinUntil"] = Elsewhere,
        ["System.Collections.Concurrent.BlockingCollection.Take"] = Elsewhere,
        ["System.Diagnostics.Process.WaitForExit"] = "await 'WaitForExitAsync' instead.",
        ["Rustrt.Federation.Pipes.Selection.Block"] = "await the selection instead.",
        ["Rustrt.Federation.Pipes.SendingEnd.SendBlocking"] = "await 'Send' instead.",
        ["Rustrt.Federation.Pipes.ReceivingEnd.ReceiveBlocking"] = "await 'Receive' instead.",
        ["Rustrt.Federation.Pipes.PortSet.ReceiveBlocking"] = "await 'Receive' instead.",
        ["Rustrt.Federation.Pipes.Receiver.ReceiveAllBlocking"] = "use 'await foreach' instead.",
    };

    /// <summary>What to write instead of a call of a method; null: it does not block.</summary>
    internal static string? Advice(IMethodSymbol method) =>
        IsTakeOfResult(method) ? AwaitIt
        : s_advice.TryGetValue($"{method.ContainingNamespace.ToDisplayString()}.{method.ContainingType.Name}.{method.Name}", out string advice) ? advice
        : null;

    /// <summary>Whether a property waits for a task.</summary>
    internal static bool IsResult(IPropertySymbol property) => property.Name == "Result" && property.ContainingType.Name is "Task" or "ValueTask"
        && property.ContainingNamespace.ToDisplayString() == "System.Threading.Tasks";

    private static bool IsTakeOfResult(IMethodSymbol method) => method.Name == "GetResult"
        && method.ContainingType.Name is "TaskAwaiter" or "ValueTaskAwaiter" or "ConfiguredTaskAwaiter" or "ConfiguredValueTaskAwaiter";
}

using System.Diagnostics.CodeAnalysis;

namespace Rustrt.Bindgen.Runtime;

/// <summary>How a process ends when managed code fails where C called it.</summary>
public static class Fatal
{
    /// <summary>An exception that no service handled: C code cannot catch it, so the process says what happened and aborts.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="symbol">The C function in which it was.</param>
    [DoesNotReturn]
    public static void Unhandled(Exception exception, string symbol) =>
        Environment.FailFast($"{symbol} failed in the new backend: {exception}", exception);
}

using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Rustrt.Compat.Backends.New;

/// <summary>The end of a program whose variables cannot be meant so, before any task runs.</summary>
internal static class Refusal
{
    /// <summary>Says what is wrong and what would be valid, one line each, and exits with <see cref="ExitCodes.Text"/>.</summary>
    [DoesNotReturn]
    public static void Exit(params IEnumerable<string> problems)
    {
        foreach (string problem in problems) Fatal.Write($"rustrt: {problem}\n");
        LibC.Exit(ExitCodes.Text);
        throw new UnreachableException();
    }
}

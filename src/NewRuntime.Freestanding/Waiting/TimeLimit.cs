namespace Rustrt.Federation;

/// <summary>The check of spans that users give.</summary>
internal static class TimeLimit
{
    /// <summary>The span, if it is one to wait for.</summary>
    internal static TimeSpan Check(TimeSpan span, string name)
    {
        if (span < TimeSpan.Zero && span != Timeout.InfiniteTimeSpan) ThrowNegative(span, name);
        return span;
    }

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    private static void ThrowNegative(TimeSpan span, string name) => throw new ArgumentOutOfRangeException(
        name, span, "A time to wait is zero, positive, or Timeout.InfiniteTimeSpan.");
}

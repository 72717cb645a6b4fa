using System.Text;

namespace Rustrt.Federation;

/// <summary>Why a federation ended with <see cref="KernelState.FailureStatus"/>.</summary>
public sealed class FailureReport
{
    internal const int MostNames = 20;

    internal FailureReport(TaskFailure failure, IReadOnlyList<string> cancelled, int cancelledCount)
    {
        Failure = failure;
        Cancelled = cancelled;
        CancelledCount = cancelledCount;
    }

    /// <summary>The main task's failure.</summary>
    public TaskFailure Failure { get; }

    /// <summary>The tasks that were cancelled for it: the names of the first twenty.</summary>
    public IReadOnlyList<string> Cancelled { get; }

    /// <summary>How many were cancelled.</summary>
    public int CancelledCount { get; }

    /// <summary>The failure with its stack, and a line for the cancelled.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"rustrt: the main {Failure}");
        text.AppendLine().Append(Failure.Exception.StackTrace);
        if (CancelledCount > 0)
        {
            text.AppendLine().Append(System.Globalization.CultureInfo.InvariantCulture, $"rustrt: {CancelledCount} cancelled: {string.Join(", ", Cancelled)}");
            if (CancelledCount > Cancelled.Count) text.Append(", ...");
        }
        return text.ToString();
    }
}

using System.Globalization;

namespace Rustrt.Federation;

/// <summary>Writes a line for a stall that lasts, but not many. The detector's thread alone.</summary>
internal sealed class StallLines(Action<string> write, TimeProvider clock)
{
    private static readonly TimeSpan s_apart = TimeSpan.FromSeconds(10);

    private long? _last;
    private int _leftOut;

    /// <summary>Writes what happens and what to do, unless there has been a line just now.</summary>
    internal void Write(StallReport stall)
    {
        if (_last is { } last && clock.GetElapsedTime(last) < s_apart)
        {
            _leftOut++;
            return;
        }
        string others = _leftOut == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {_leftOut} more since the last such line.");
        write($"rustrt: {stall}. No other task runs there meanwhile. {Advice(stall)}{others}");
        (_last, _leftOut) = (clock.GetTimestamp(), 0);
    }

    private static string Advice(StallReport stall) => stall.BlockedIn is null
        ? "A loop that computes should await GreenTask.Yield() when GreenTask.NeedsYield says so; a call that blocks belongs into GreenTask.RunBlocking."
        : "Await what it waits for, or make the call in GreenTask.RunBlocking.";
}

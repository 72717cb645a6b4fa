using System.Diagnostics;

namespace Rustrt.Federation.Workloads.Running;

/// <summary>
/// When passes are steady. .NET compiles what runs often again in the background, which on one core takes seconds; a pass
/// counts only after a given time, and when the passes before it took about the same. On a machine that does much else that may
/// never be, so this ends after a limit, and the result line says so.
/// </summary>
internal sealed class WarmUp(TimeSpan least)
{
    private const int PassesCompared = 3;
    private const double Tolerance = 0.05;
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly Queue<double> _last = new();

    /// <summary>Whether the last passes took about the same time.</summary>
    public bool IsSteady => _last.Count == PassesCompared && _last.Max() <= _last.Min() * (1 + Tolerance);

    /// <summary>Whether the next pass counts.</summary>
    public bool IsOver => IsOverAfter(Stopwatch.GetElapsedTime(_began));

    /// <summary>A pass has been made.</summary>
    public void Add(double nsPerOperation)
    {
        if (_last.Count == PassesCompared) _last.Dequeue();
        _last.Enqueue(nsPerOperation);
    }

    /// <summary>Whether that much time is enough: the least if the passes are steady, otherwise twice as much.</summary>
    internal bool IsOverAfter(TimeSpan elapsed) => elapsed >= least && (IsSteady || elapsed >= 2 * least);
}

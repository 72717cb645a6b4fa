using System.Diagnostics;
using System.Globalization;

namespace Rustrt.Federation.Workloads.Running;

/// <summary>The clocks of one pass.</summary>
internal sealed class Measurement
{
    private readonly List<string> _notes = [];
    private long _start;
    private TimeSpan _startCpu;
    private long _startAllocated;

    /// <summary>Time on the wall, in nanoseconds.</summary>
    public double WallNs { get; private set; }

    /// <summary>Processor time of all threads, in nanoseconds.</summary>
    public double CpuNs { get; private set; }

    /// <summary>Managed memory allocated by all threads, in bytes.</summary>
    public long Allocated { get; private set; }

    /// <summary>Further fields of the result line.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Measures from here on: what was before was preparation.</summary>
    public void Start()
    {
        // Precise: the allocation that is counted by default comes in blocks of 8 KiB.
        _startAllocated = GC.GetTotalAllocatedBytes(precise: true);
        _startCpu = Environment.CpuUsage.TotalTime;
        _start = Stopwatch.GetTimestamp();
    }

    /// <summary>Measures up to here. Only the first call counts, so that a workload may do more to check its results.</summary>
    public void Stop()
    {
        if (WallNs > 0) return;
        WallNs = Math.Max(1, Stopwatch.GetElapsedTime(_start).TotalNanoseconds);
        CpuNs = (Environment.CpuUsage.TotalTime - _startCpu).TotalNanoseconds;
        Allocated = GC.GetTotalAllocatedBytes(precise: true) - _startAllocated;
    }

    /// <summary>Adds a field to the result line.</summary>
    public void Note(string name, FormattableString value) => _notes.Add($"{name}={value.ToString(CultureInfo.InvariantCulture)}");
}

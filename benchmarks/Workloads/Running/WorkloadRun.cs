using System.Globalization;
using System.Runtime.ExceptionServices;

namespace Rustrt.Federation.Workloads.Running;

/// <summary>Runs a workload in a federation of its own, until it is steady, and says how long the last pass took.</summary>
internal sealed class WorkloadRun(WorkloadKind kind, Workload workload, int threads, TimeSpan warmUp)
{
    private string _line = "";
    private ExceptionDispatchInfo? _failure;

    /// <summary>The result line.</summary>
    /// <exception cref="WrongResultException">The workload did not do what it was to do.</exception>
    public string ToEnd()
    {
        Federation.Run(Main(), new FederationOptions { MainSchedulers = threads });
        _failure?.Throw();
        return _line;
    }

    private async GreenTask Main()
    {
        try
        {
            double first = 0;
            WarmUp warm = new(warmUp);
            for (int passes = 1; ; passes++)
            {
                bool counts = !workload.IsRepeated || (passes > 1 && warm.IsOver);
                Measurement measurement = new();
                GC.Collect();
                measurement.Start();
                long operations = await GreenTask.Spawn(workload.Pass(measurement));
                measurement.Stop();
                double nsPerOperation = measurement.WallNs / operations;
                if (passes == 1) first = nsPerOperation;
                // Processor time, since what else the machine does is no change of ours.
                warm.Add(measurement.CpuNs / operations);
                if (!counts) continue;
                _line = Line(measurement, operations, first, passes, warm.IsSteady || !workload.IsRepeated);
                return;
            }
        }
        catch (Exception error)
        {
            // Told by the thread that began the run: the federation ends in order first.
            _failure = ExceptionDispatchInfo.Capture(error);
        }
    }

    private string Line(Measurement measured, long operations, double first, int passes, bool steady)
    {
        string line = string.Create(CultureInfo.InvariantCulture, $"workload={kind.Name} threads={threads} ns_per_op={measured.WallNs / operations:F1} "
            + $"ops={operations} rss_kib={ProcessMemory.PeakKib} cpu_ns_per_op={measured.CpuNs / operations:F1} first_ns_per_op={first:F1} "
            + $"alloc_per_op={measured.Allocated / (double)operations:F1} passes={passes} steady={(steady ? 1 : 0)}");
        return string.Join(' ', [line, .. measured.Notes]);
    }
}

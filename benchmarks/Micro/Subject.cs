using System.Diagnostics.CodeAnalysis;
using BenchmarkDotNet.Attributes;
using Rustrt.Federation.Workloads.Running;

namespace Rustrt.Federation.Micro;

/// <summary>
/// The same work as tasks of the thread pool with channels, which is the baseline, and as green tasks with pipes: the workload of that name
/// in benchmarks/Workloads. Both have the cores that the process has; under <c>taskset -c 0</c> that is one.
/// </summary>
[MemoryDiagnoser]
[SuppressMessage("Design", "CA1001", Justification = "BenchmarkDotNet calls Cleanup, and never Dispose.")]
public abstract class Subject
{
    private FederationHost? _host;
    private Workload? _workload;

    [GlobalSetup]
    public void Setup()
    {
        _host = new FederationHost();
        _workload = Create();
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _host!.Dispose();
        GiveBack();
    }

    /// <summary>Makes the workload of green tasks.</summary>
    private protected abstract Workload Create();

    /// <summary>Gives back what <see cref="Create"/> has made beside it.</summary>
    private protected virtual void GiveBack()
    {
    }

    /// <summary>Passes it once.</summary>
    private protected void PassGreen() => _host!.Pass(_workload!);

    /// <summary>The figure is worth nothing if the work was not done.</summary>
    private protected static void Expect(long actual, long expected)
    {
        if (actual != expected) throw new InvalidOperationException($"{actual} instead of {expected}");
    }
}

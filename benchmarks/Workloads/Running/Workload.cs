namespace Rustrt.Federation.Workloads.Running;

/// <summary>Something that is measured. It is made once and passed many times; memory that it needs itself it keeps.</summary>
internal abstract class Workload
{
    /// <summary>Whether its passes are repeated until they are steady; one that measures memory runs once.</summary>
    public virtual bool IsRepeated => true;

    /// <summary>Does everything once, on a task of its own. Calls <see cref="Measurement.Start"/> if it has to set something up first.</summary>
    /// <returns>How many operations that were.</returns>
    /// <exception cref="WrongResultException">It did not do what it was to do.</exception>
    public abstract GreenTask<long> Pass(Measurement measurement);
}

/// <summary>What a workload is called, and how it is made.</summary>
/// <param name="Name">Its name; those of benchmarks/peers are the same.</param>
/// <param name="Operation">What one operation is.</param>
/// <param name="Parameters">Its own parameters.</param>
/// <param name="Create">Makes it.</param>
internal sealed record WorkloadKind(string Name, string Operation, IReadOnlyList<Parameter> Parameters, Func<Values, Workload> Create);

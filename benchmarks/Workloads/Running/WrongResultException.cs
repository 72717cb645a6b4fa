namespace Rustrt.Federation.Workloads.Running;

/// <summary>A workload did not do what it was to do, so its time means nothing.</summary>
internal sealed class WrongResultException(string message) : Exception(message)
{
    /// <summary>Throws unless a count or a sum is what it must be.</summary>
    public static void Unless(long actual, long expected, string what)
    {
        if (actual != expected) throw new WrongResultException($"{what}: {actual} instead of {expected}");
    }
}

namespace Rustrt.Compat.Backends.New;

/// <summary>Counting of calls inside the runtime, by unit; the exported calls are counted by the router.</summary>
internal static unsafe class InternalCalls
{
    private const int Backends = 2, New = 1;

    /// <summary>One more call of a unit of the new backend. Costs a load where nobody counts.</summary>
    public static void Count(Interop.rustrt_unit unit)
    {
        long* counters = Binding.Api->InternalCalls;
        if (counters != null) Interlocked.Increment(ref counters[(int)unit * Backends + New]);
    }
}

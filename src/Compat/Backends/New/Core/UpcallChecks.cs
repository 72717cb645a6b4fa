using System.Diagnostics;

namespace Rustrt.Compat.Backends.New;

/// <summary>
/// The stack invariants of design.md section 3, asserted at every entry into C# in builds with RUSTRT_CHECKED: managed code
/// runs on the OS thread's own stack, just below the published host stack pointer, and upcalls do not nest.
/// </summary>
internal static unsafe class UpcallChecks
{
    /// <summary>Managed frames between the host stack pointer and the first export frame: at most one, and it is small.</summary>
    private const int MostBytesBelowHost = 4096;

    [Conditional("RUSTRT_CHECKED")]
    public static void Enter()
    {
        int here;
        RouterHost* host = Binding.Api->Host();
        if (Binding.Api->OnOwnStack(&here) == 0) Fatal.Die("rustrt: managed code on a task's stack");
        if (host->OnTask != 0) Fatal.Die("rustrt: managed code while the router believes to be on a task's stack");
        if (host->Depth > 1) Fatal.Die("rustrt: nested upcall");
        if (host->Depth == 1)
        {
            long below = host->Sp - (nint)(&here);
            if (below is < 0 or > MostBytesBelowHost) Fatal.Die($"rustrt: {below} bytes between the host stack pointer and an upcall");
        }
        CollectionStorm.Churn();
    }
}

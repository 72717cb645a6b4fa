using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>The group that runs on the thread that called rust_start.</summary>
internal sealed unsafe class PlatformSchedService : IPlatformSched
{
    public nint rust_osmain_sched_id(rustrt_task_block* caller) => TasklessCalls.RunOf(caller).Federation.PlatformGroup.Id;
}

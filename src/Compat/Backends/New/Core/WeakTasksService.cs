using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>Adjusting the count of tasks that keep the runtime alive.</summary>
internal sealed unsafe class WeakTasksService : IWeakTasks
{
    public void rust_inc_kernel_live_count(rustrt_task_block* caller) => TasklessCalls.RunOf(caller).Federation.IncrementLiveCount();

    /// <summary>Reaching zero begins the shutdown at once, on this thread.</summary>
    public void rust_dec_kernel_live_count(rustrt_task_block* caller) => TasklessCalls.RunOf(caller).Federation.DecrementLiveCount();
}

using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>Adjusting the count of tasks that keep the runtime alive.</summary>
internal sealed unsafe class WeakTasksService : IWeakTasks
{
    public void rust_inc_kernel_live_count(rustrt_task_block* caller) => FederationOf(caller).IncrementLiveCount();

    /// <summary>Reaching zero begins the shutdown at once, on this thread.</summary>
    public void rust_dec_kernel_live_count(rustrt_task_block* caller) => FederationOf(caller).DecrementLiveCount();

    private static Federation.Federation FederationOf(rustrt_task_block* caller)
    {
        if (caller == null) Fatal.NoCurrentTask();
        return TaskTable.Of(caller).Run.Federation;
    }
}

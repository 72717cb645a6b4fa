using Rustrt.Compat.Interop;
using Rustrt.Federation;

namespace Rustrt.Compat.Backends.New;

/// <summary>Adjusting the count of tasks that keep the runtime alive.</summary>
internal sealed unsafe class WeakTasksService : IWeakTasks
{
    public void rust_inc_kernel_live_count(rustrt_task_block* caller) => TasklessCalls.RunOf(caller).Federation.IncrementLiveCount();

    /// <summary>Reaching zero begins the shutdown at once, on this thread. From now on the caller may go on for ever without a turn, so
    /// its scheduler may not count tasks as alive that are not (TaskUnits).</summary>
    public void rust_dec_kernel_live_count(rustrt_task_block* caller)
    {
        TasklessCalls.RunOf(caller).Federation.DecrementLiveCount();
        if (NativeTask.SchedulerOf(caller) is { } here) here.Group.GiveBackUnits(here);
    }
}

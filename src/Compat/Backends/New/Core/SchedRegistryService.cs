using Rustrt.Compat.Interop;
using Rustrt.Federation;

namespace Rustrt.Compat.Backends.New;

/// <summary>What the C API calls schedulers: groups of the federation.</summary>
internal sealed unsafe class SchedRegistryService : ISchedRegistry
{
    public nint rust_get_sched_id(rustrt_task_block* caller) => GroupOf(caller).Id;

    public nint rust_new_sched(nuint threads, rustrt_task_block* caller)
    {
        RuntimeRun run = TasklessCalls.RunOf(caller);
        if (threads == 0)
            Fatal.Assertion("num_threads > 0 && \"Can't create a scheduler with no threads, silly!\"", "rust_kernel.cpp", 0, "rust_sched_id rust_kernel::create_scheduler(size_t)");
        return run.Federation.CreateGroup((int)Math.Min(threads, int.MaxValue)).Id;
    }

    public rust_task* rust_new_task_in_sched(nint id, rustrt_task_block* caller)
    {
        RuntimeRun run = TasklessCalls.RunOf(caller);
        SchedulerGroup? group = id is > 0 and <= int.MaxValue ? run.Federation.FindGroup((int)id) : null;
        NativeTask? task = group == null ? null : run.NewTask(group, null, NativeTask.SchedulerOf(caller));
        return task == null ? null : (rust_task*)task.Block;
    }

    public nuint rust_sched_threads(rustrt_task_block* caller) => (nuint)GroupOf(caller).MaximumSchedulers;

    public nuint rust_sched_current_nonlazy_threads(rustrt_task_block* caller) => (nuint)GroupOf(caller).CreatedSchedulers;

    private static SchedulerGroup GroupOf(rustrt_task_block* caller)
    {
        if (caller == null) Fatal.NoCurrentTask();
        return TaskTable.Of(caller).Group;
    }
}

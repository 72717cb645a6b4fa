using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>The runtime's start and tasks of the main group.</summary>
internal sealed unsafe class DefaultSchedService : IDefaultSched
{
    public int rust_start(nuint entry, int argc, byte** argv, void* map, rustrt_task_block* caller) =>
        RuntimeRun.Execute((nint)entry, argc, argv, (crate_map*)map, insideTask: caller != null);

    /// <summary>A newborn task in the main group, whichever group the caller is in.</summary>
    public rust_task* new_task(rustrt_task_block* caller)
    {
        RuntimeRun run = TasklessCalls.RunOf(caller);
        NativeTask? task = run.NewTask(run.Federation.MainGroup, null, NativeTask.SchedulerOf(caller));
        return task == null ? null : (rust_task*)task.Block;
    }
}

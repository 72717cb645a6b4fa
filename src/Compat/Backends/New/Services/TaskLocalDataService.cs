using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>One pointer per task and one function that is called with it when the task's body has ended (observed-behaviour.md
/// section 8). The pointer is the task block's slot; the function is kept with the task.</summary>
internal sealed unsafe class TaskLocalDataService : ITaskLocalData
{
    private const int Slot = (int)rustrt_unit.RUSTRT_UNIT_TASK_LOCAL_DATA;

    public void* rust_get_task_local_data(rust_task* task, rustrt_task_block* caller) => Data((rustrt_task_block*)task);

    public void rust_set_task_local_data(rust_task* task, void* data, rustrt_task_block* caller) =>
        ((rustrt_task_block*)task)->slot[Slot] = data;

    /// <summary>The last function set wins; NULL takes it back.</summary>
    public void rust_task_local_data_atexit(rust_task* task, delegate* unmanaged[Cdecl]<void*, void> cleanup, rustrt_task_block* caller) =>
        TaskTable.Of(task).LocalDataCleanup = (nint)cleanup;

    /// <summary>The task's pointer; NULL until set.</summary>
    public static void* Data(rustrt_task_block* task) => task->slot[Slot];

    /// <summary>After the cleanup has run.</summary>
    public static void Forget(rustrt_task_block* task) => task->slot[Slot] = null;
}

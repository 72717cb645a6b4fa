using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>One pointer per task and one function that is called with it when the task's body has ended (observed-behaviour.md
/// section 8): a record that the task block's slot points to from the first use on.</summary>
internal sealed unsafe class TaskLocalDataService : ITaskLocalData
{
    private const int Slot = (int)rustrt_unit.RUSTRT_UNIT_TASK_LOCAL_DATA;

    private struct Record
    {
        public void* Data;
        public nint Cleanup;
    }

    public void* rust_get_task_local_data(rust_task* task, rustrt_task_block* caller)
    {
        Record* record = Find((rustrt_task_block*)task);
        return record == null ? null : record->Data;
    }

    public void rust_set_task_local_data(rust_task* task, void* data, rustrt_task_block* caller) =>
        Made((rustrt_task_block*)task)->Data = data;

    /// <summary>The last function set wins; NULL takes it back.</summary>
    public void rust_task_local_data_atexit(rust_task* task, delegate* unmanaged[Cdecl]<void*, void> cleanup, rustrt_task_block* caller) =>
        Made((rustrt_task_block*)task)->Cleanup = (nint)cleanup;

    /// <summary>What is to be called at the end of the task, or 0, and with what.</summary>
    public static nint Cleanup(rustrt_task_block* task, out ulong data)
    {
        Record* record = Find(task);
        data = record == null ? 0 : (ulong)record->Data;
        return record == null ? 0 : record->Cleanup;
    }

    /// <summary>After the cleanup has run.</summary>
    public static void Forget(rustrt_task_block* task) => Made(task)->Data = null;

    /// <summary>Nobody refers to the task any more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Bury(rustrt_task_block* task)
    {
        if (Find(task) != null) FreeRecord(task);
    }

    // Apart: see TaskStack.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void FreeRecord(rustrt_task_block* task)
    {
        NativeMemory.Free(Find(task));
        task->slot[Slot] = null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Record* Find(rustrt_task_block* task) => (Record*)task->slot[Slot];

    private static Record* Made(rustrt_task_block* task)
    {
        if (Find(task) == null) task->slot[Slot] = NativeMemory.AllocZeroed((nuint)sizeof(Record));
        return Find(task);
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>The local heap as the core and other services of the new backend use it: whichever backend the switch gave it. On the
/// legacy core the service of this backend learns by a hook of a task's burial; the new core asks here.</summary>
internal static unsafe class LocalHeap
{
    private static rustrt_local_heap_seam* s_legacy;

    /// <summary>Called once while binding: the legacy seam, or null when the new backend serves the heap, and whether the core is new.</summary>
    public static void Use(rustrt_local_heap_seam* legacy, bool coreIsNew)
    {
        s_legacy = legacy;
        if (coreIsNew || Binding.Api->IsNew[(int)rustrt_unit.RUSTRT_UNIT_LOCAL_HEAP] == 0) return; // a legacy library need not offer one
        nint burial = Binding.Api->Wrap((nint)(delegate* unmanaged<rustrt_task_block*, void>)&Burial);
        ((delegate* unmanaged<int, nint, nint, nint, void>)Binding.Api->Core->hooks)((int)rustrt_unit.RUSTRT_UNIT_LOCAL_HEAP, 0, 0, burial);
    }

    /// <summary>From rust_start.</summary>
    public static void Start(crate_map* map)
    {
        if (s_legacy != null)
        {
            s_legacy->start(map);
            return;
        }
        InternalCalls.Count(rustrt_unit.RUSTRT_UNIT_LOCAL_HEAP);
        GcMetadata.Build(map);
    }

    /// <summary>A block of the task's; out of memory: message, abort.</summary>
    public static void* Allocate(rustrt_task_block* task, nuint size, bool zeroed)
    {
        if (s_legacy != null) return s_legacy->allocate(task, size, zeroed ? 1 : 0);
        InternalCalls.Count(rustrt_unit.RUSTRT_UNIT_LOCAL_HEAP);
        return LocalRegion.Allocate(task, size, zeroed);
    }

    /// <summary>Gives back a block of this task; one too many is an assertion.</summary>
    public static void Free(rustrt_task_block* task, void* block)
    {
        if (s_legacy != null)
        {
            s_legacy->free(task, block);
            return;
        }
        InternalCalls.Count(rustrt_unit.RUSTRT_UNIT_LOCAL_HEAP);
        LocalRegion.Free(task, block);
    }

    /// <summary>The task's stack, which is not a block of the heap, has come (1) or gone (-1): it decides when the free of another
    /// task's block is noticed. Every task comes through here twice, so that its calls are not counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CountStack(rustrt_task_block* task, int by)
    {
        if (s_legacy == null) LocalRegion.Count(task, by);
        else CountOnLegacy(task, by);
    }

    // Apart: see TaskStack.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CountOnLegacy(rustrt_task_block* task, int by) => s_legacy->count(task, by);

    /// <summary>At the release of a task of the new core, which may come later than its death. A legacy service has a hook.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Bury(rustrt_task_block* task)
    {
        if (s_legacy == null) LocalRegion.CheckEmpty(task);
    }

    /// <summary>Gives a box of the task that nobody else refers to another size, header included; it may move.</summary>
    public static void* ResizeBox(rustrt_task_block* task, void* box, nuint size)
    {
        if (s_legacy != null) return s_legacy->resize_box(task, box, size);
        InternalCalls.Count(rustrt_unit.RUSTRT_UNIT_LOCAL_HEAP);
        return LocalHeapService.Resize(task, (rust_opaque_box*)box, size);
    }

    [UnmanagedCallersOnly]
    private static void Burial(rustrt_task_block* task) => NativeEntry.Run("the end of a task", static (task, _, _, _) =>
    {
        LocalRegion.CheckEmpty(task);
        return 0;
    }, task);
}

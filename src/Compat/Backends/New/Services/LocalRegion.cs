using System.Runtime.CompilerServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>
/// The memory region of a task: C-library blocks and their number, kept in the task block's slot of the local heap. Holds
/// managed boxes and random generators. The old region held the task's stack as well, one block more, which decides when the
/// free of another task's block is noticed.
/// </summary>
internal static unsafe class LocalRegion
{
    private const int Slot = (int)rustrt_unit.RUSTRT_UNIT_LOCAL_HEAP;

    /// <summary>A zeroed block; out of memory: message, abort.</summary>
    public static void* Allocate(rustrt_task_block* task, nuint size)
    {
        void* block = LibC.AllocateZeroed(size);
        if (block == null) Fatal.Die("memory_region::malloc> out of memory");
        Count(task)++;
        return block;
    }

    /// <summary>The same block with another size; out of memory: message, abort.</summary>
    public static void* Reallocate(void* block, nuint size)
    {
        void* moved = LibC.Reallocate(block, size);
        if (moved == null) Fatal.Die("memory_region::realloc> out of memory");
        return moved;
    }

    /// <summary>How many blocks the task has.</summary>
    public static nint Blocks(rustrt_task_block* task) => Count(task);

    /// <summary>A block for a stack, which is not zeroed.</summary>
    public static void* AllocateStack(rustrt_task_block* task, nuint size)
    {
        void* block = LibC.Allocate(size);
        if (block == null) Fatal.Die("memory_region::malloc> out of memory");
        Count(task)++;
        return block;
    }

    /// <summary>At the release of a task that was never started, whose stack the old runtime had not freed.</summary>
    public static void CountStack(rustrt_task_block* task) => Count(task) += Stack;

    /// <summary>Gives back a block of this task; one too many is an assertion.</summary>
    public static void Free(rustrt_task_block* task, void* block)
    {
        CheckNotEmpty(task);
        Count(task)--;
        LibC.Free(block);
    }

    /// <summary>At the death of a task the old runtime freed its stack from here: one block too many if the task has freed
    /// another's.</summary>
    public static void FreeStack(rustrt_task_block* task) => CheckNotEmpty(task);

    /// <summary>At the release of a task, which may come later than its death: what is still alive is a leak.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CheckEmpty(rustrt_task_block* task)
    {
        if (Count(task) == 0) return;
        Fatal.Write($"leaked memory in rust main loop ({Count(task)} objects)\n");
        Fatal.Assertion("false", "memory_region.cpp", 196, "memory_region::~memory_region()");
    }

    private static void CheckNotEmpty(rustrt_task_block* task)
    {
        if (Stack + Count(task) < 1)
            Fatal.Assertion("false && \"live_allocs < 1\"", "memory_region.cpp", 70, "void memory_region::free(void*)");
    }

    private static ref nint Count(rustrt_task_block* task) => ref *(nint*)((byte*)task + SlotOffset);

    private const int SlotOffset = 288 + 8 * Slot;
    private const nint Stack = 1;
}

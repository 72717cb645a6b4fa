using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>
/// The memory region of a task: C-library blocks and their number, kept in the task block's slot of the local heap. Holds
/// managed boxes, random generators and stacks: as the old region did, it counts the task's first stack from its birth on.
/// </summary>
internal static unsafe class LocalRegion
{
    private const int SlotOffset = 288 + 8 * (int)rustrt_unit.RUSTRT_UNIT_LOCAL_HEAP;

    /// <summary>A block; out of memory: message, abort.</summary>
    public static void* Allocate(rustrt_task_block* task, nuint size, bool zeroed)
    {
        void* block = zeroed ? LibC.AllocateZeroed(size) : LibC.Allocate(size);
        if (block == null) OutOfMemory(size);
        CountOf(task)++;
        return block;
    }

    /// <summary>The same block with another size; out of memory: message, abort.</summary>
    public static void* Reallocate(void* block, nuint size)
    {
        void* moved = LibC.Reallocate(block, size);
        if (moved == null) OutOfMemory(size);
        return moved;
    }

    /// <summary>Message, abort.</summary>
    [DoesNotReturn]
    public static void OutOfMemory(nuint size) => Fatal.Die($"memory region: out of memory allocating {size} bytes");

    /// <summary>How many blocks the task has beside its first stack.</summary>
    public static nint Blocks(rustrt_task_block* task) => CountOf(task) - 1;

    /// <summary>Gives back a block of this task; one too many is an assertion.</summary>
    public static void Free(rustrt_task_block* task, void* block)
    {
        Count(task, -1);
        LibC.Free(block);
    }

    /// <summary>One block more (1), or one less (-1): one too many is an assertion.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Count(rustrt_task_block* task, int by)
    {
        if (by < 0 && CountOf(task) < 1) OneTooMany();
        CountOf(task) += by;
    }

    /// <summary>At the release of a task, which may come later than its death: what is still alive is a leak.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CheckEmpty(rustrt_task_block* task)
    {
        if (CountOf(task) != 0) Leaked(task);
    }

    private static void OneTooMany() =>
        Fatal.Assertion("false && \"live_allocs < 1\"", "memory_region.cpp", 70, "void memory_region::free(void*)");

    private static void Leaked(rustrt_task_block* task)
    {
        Fatal.Write($"leaked memory in rust main loop ({CountOf(task)} objects)\n");
        Fatal.Assertion("false", "memory_region.cpp", 196, "memory_region::~memory_region()");
    }

    private static ref nint CountOf(rustrt_task_block* task) => ref *(nint*)((byte*)task + SlotOffset);
}

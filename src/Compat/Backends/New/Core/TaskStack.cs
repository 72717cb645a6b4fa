using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>A task's stack as the new core uses it, whichever side serves stacks, and its first frame, as Router/Rustrt/switch.S
/// restores it.</summary>
internal static unsafe class TaskStack
{
    /// <summary>The x87 control word above mxcsr: what a new thread starts with.</summary>
    private const ulong DefaultControl = 0x0000037F_00001F80;

    private const int CalleeSaved = 4; // r12 to r15

    /// <summary>What a segment has beyond what was asked for, in bytes.</summary>
    public const nuint RedZone = 2048;

    private static rustrt_stacks_seam* s_legacy;

    /// <summary>The task lies on its own stack, and both are pooled together.</summary>
    public static bool IsOwn => s_legacy == null;

    /// <summary>Called once while binding: the legacy seam, or null when the new backend serves the stacks.</summary>
    public static void Use(rustrt_stacks_seam* legacy) => s_legacy = legacy;

    /// <summary>The stack of a newborn task, with its first frame.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Bear(rustrt_task_block* task, nuint userBytes)
    {
        if (s_legacy == null)
        {
            LocalHeap.CountStack(task, 1);
            Prepare(task, (ulong*)task);
        }
        else
        {
            BearOnLegacy(task, userBytes);
        }
    }

    /// <summary>There is no room for one: the words of the heap that it was a block of; abort.</summary>
    [DoesNotReturn]
    public static void OutOfMemory(nuint userBytes) => LocalRegion.OutOfMemory(userBytes + RedZone + (nuint)sizeof(stk_seg));

    /// <summary>After its last turn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void End(rustrt_task_block* task)
    {
        if (s_legacy == null)
        {
            if (StackGrowth.IsUsedBy(task)) StackGrowth.Forget(task);
            LocalHeap.CountStack(task, -1);
        }
        else
        {
            EndOnLegacy(task);
        }
    }

    /// <summary>The calling thread is going to run tasks (1), or none any more (0).</summary>
    public static void Thread(int begins)
    {
        if (s_legacy != null) s_legacy->thread(begins);
    }

    // Apart from their callers, which would keep everything in memory round a call of a native function that they never make.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void BearOnLegacy(rustrt_task_block* task, nuint userBytes) => Prepare(task, (ulong*)s_legacy->birth(task, userBytes));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void EndOnLegacy(rustrt_task_block* task) => s_legacy->death(task);

    /// <summary>Lays the frame out at the end of the stack, so that the first resume runs the task from its entry.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prepare(rustrt_task_block* task, ulong* end)
    {
        end[-1] = (ulong)Binding.Api->TaskEntry;
        end[-2] = 0;           // rbp: the outermost frame
        end[-3] = (ulong)task; // rbx: what the entry finds its task by
        ulong* sp = end - 3 - CalleeSaved - 1;
        new Span<ulong>(sp + 1, CalleeSaved).Clear();
        *sp = DefaultControl;
        CoreWords* words = CoreWords.Of(task);
        StackWords* stack = StackWords.Of(task);
        words->Sp = (nint)sp;
        words->Limit = stack->RustLimit;
        words->Eh0 = words->Eh1 = 0;
        stack->CDepth = stack->Reentered = 0;
        task->action = 0;
        task->k = null;
    }
}

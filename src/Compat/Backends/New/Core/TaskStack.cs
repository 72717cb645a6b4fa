using System.Runtime.CompilerServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>The first frame of a task's stack, as Router/Rustrt/switch.S restores it.</summary>
internal static unsafe class TaskStack
{
    /// <summary>The x87 control word above mxcsr: what a new thread starts with.</summary>
    private const ulong DefaultControl = 0x0000037F_00001F80;

    private const int CalleeSaved = 4; // r12 to r15

    /// <summary>Lays the frame out below the block, so that the next resume runs the task from its entry.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prepare(rustrt_task_block* task)
    {
        ulong* sp = (ulong*)task;
        *--sp = (ulong)Binding.Api->TaskEntry;
        *--sp = 0;           // rbp: the outermost frame
        *--sp = (ulong)task; // rbx: what the entry finds its task by
        for (int i = 0; i < CalleeSaved; i++) *--sp = 0;
        *--sp = DefaultControl;
        CoreWords* words = CoreWords.Of(task);
        words->Sp = (nint)sp;
        words->Limit = words->RustLimit;
        words->Eh0 = words->Eh1 = 0;
        words->CDepth = words->Reentered = 0;
        task->action = 0;
        task->k = null;
    }
}

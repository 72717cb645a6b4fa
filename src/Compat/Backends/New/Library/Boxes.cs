using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>Managed boxes by reference counting: the runtime's, whoever serves the local heap.</summary>
internal static unsafe class Boxes
{
    private struct Dying
    {
        public rust_opaque_box* Box;
        public delegate*<rustrt_task_block*, nint, bool, ulong> Then;
        public nint With;
        public bool Failed;
    }

    /// <summary>A new one; the answer is its address.</summary>
    public static ulong Make(rustrt_task_block* task, type_desc* type, delegate* unmanaged<rustrt_task_block*, ulong, ulong, ulong, ulong> k = null, ulong word = 0) =>
        Answer.Call(Failure.Needed(task), 0, LibraryBinding.Api->Malloc, [(ulong)type, type->size], k, word);

    /// <summary>
    /// Gives a reference up; the last one runs the descriptor's glue and frees, also when the glue fails, lest the annihilator drop
    /// the body again. Then, which gets with and whether the glue failed, answers; null: such a failure goes on.
    /// </summary>
    public static ulong Drop(rustrt_task_block* task, rust_opaque_box* box, delegate*<rustrt_task_block*, nint, bool, ulong> then = null, nint with = 0)
    {
        if (--box->ref_count > 0) return Go(task, then, with, failed: false);
        Dying* dying = (Dying*)NativeMemory.Alloc((nuint)sizeof(Dying));
        *dying = new() { Box = box, Then = then, With = with };
        return box->td->drop == null ? Free(task, dying)
            : Answer.Call(Failure.Needed(task), Answer.Catch, (nint)box->td->drop, [0, 0, 0, (ulong)(box + 1)], &Dropped, (ulong)dying);
    }

    [UnmanagedCallersOnly]
    private static ulong Dropped(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        ((Dying*)word)->Failed = failed != 0;
        return Free(task, (Dying*)word);
    }

    private static ulong Free(rustrt_task_block* task, Dying* dying) =>
        Answer.Call(Failure.Needed(task), 0, LibraryBinding.Api->Free, [(ulong)dying->Box], &Freed, (ulong)dying);

    [UnmanagedCallersOnly]
    private static ulong Freed(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        Dying dying = *(Dying*)word;
        NativeMemory.Free((void*)word);
        return failed != 0 ? 0 : Go(task, dying.Then, dying.With, dying.Failed);
    }

    private static ulong Go(rustrt_task_block* task, delegate*<rustrt_task_block*, nint, bool, ulong> then, nint with, bool failed) =>
        then != null ? then(task, with, failed) : failed ? Answer.Fail(task) : 0;
}

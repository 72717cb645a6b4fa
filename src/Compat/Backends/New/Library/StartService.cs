using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>
/// The service start of librustcore.so: the main task's body, whose start is the router's (Router/Rustcore/start.c), and the annihilator.
/// </summary>
internal sealed unsafe class StartService
{
    /// <summary>High enough that glue which lets go of a box never frees it under our feet; the top bit is compiled code's own mark.</summary>
    private const nint Immortal = 0x77777777;

    private struct Round
    {
        public rust_opaque_box* Head, Box;
    }

    /// <summary>Hands the router the main task's entry.</summary>
    public static void Fill(LibraryEntries* entries) =>
        entries->Main = Descriptors.Native((nint)(delegate* unmanaged<void*, rust_opaque_box*, void*, void>)&Main);

    // ---- the main task

    [UnmanagedCallersOnly]
    private static void Main(void* result, rust_opaque_box* env, void* argument)
    {
        rustcore_closure body = *LibraryBinding.Api->MainBody;
        *LibraryBinding.Api->MainBody = default; // for the next start
        rustcore_closure* kept = (rustcore_closure*)NativeMemory.Alloc((nuint)sizeof(rustcore_closure));
        *kept = body;
        Answer.Call(Descriptors.Caller, Answer.Catch, body.call, [(ulong)body.env], &MainEnded, (ulong)kept);
    }

    /// <summary>The body is let go of, also when it failed.</summary>
    [UnmanagedCallersOnly]
    private static ulong MainEnded(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        rustcore_closure body = *(rustcore_closure*)word;
        NativeMemory.Free((void*)word);
        return body.drop != 0 ? Answer.Call(task, failed != 0 ? Answer.Catch : 0, body.drop, [(ulong)body.env], failed != 0 ? &BodyOfFailedDropped : null)
            : failed != 0 ? Answer.Fail(task) : 0;
    }

    [UnmanagedCallersOnly]
    private static ulong BodyOfFailedDropped(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        if (failed != 0) Failure.Twice();
        return Answer.Fail(task);
    }

    // ---- the annihilator: managed boxes that a task left behind, cycles among them

    public void rustcore_annihilate(rustrt_task_block* caller)
    {
        if (Newest(Failure.Needed(caller)) != null) NextRound(caller, (Round*)NativeMemory.Alloc((nuint)sizeof(Round)));
    }

    private static rust_opaque_box* Newest(rustrt_task_block* task) => (rust_opaque_box*)task->live_allocs;

    /// <summary>Glue may make boxes; they stand before the head of their round and are the next round's.</summary>
    private static ulong NextRound(rustrt_task_block* task, Round* round)
    {
        round->Head = round->Box = Newest(task);
        for (rust_opaque_box* box = round->Head; box != null; box = box->next) box->ref_count = Immortal;
        return DropNext(task, round);
    }

    private static ulong DropNext(rustrt_task_block* task, Round* round)
    {
        for (; round->Box != null; round->Box = round->Box->next)
            if (round->Box->td->drop != null)
                return Answer.Call(task, 0, (nint)round->Box->td->drop, [0, 0, 0, (ulong)(round->Box + 1)], &Dropped, (ulong)round);
        round->Box = round->Head;
        return FreeNext(task, round);
    }

    [UnmanagedCallersOnly]
    private static ulong Dropped(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        Round* round = (Round*)word;
        if (failed != 0)
        {
            NativeMemory.Free(round);
            return 0;
        }
        round->Box = round->Box->next;
        return DropNext(task, round);
    }

    private static ulong FreeNext(rustrt_task_block* task, Round* round)
    {
        rust_opaque_box* box = round->Box;
        if (box != null)
        {
            round->Box = box->next;
            return Answer.Call(task, 0, LibraryBinding.Api->Free, [(ulong)box], &Freed, (ulong)round);
        }
        if (Newest(task) != null) return NextRound(task, round);
        NativeMemory.Free(round);
        return 0;
    }

    [UnmanagedCallersOnly]
    private static ulong Freed(rustrt_task_block* task, ulong word, ulong result, ulong failed) =>
        failed != 0 ? 0 : FreeNext(task, (Round*)word);
}

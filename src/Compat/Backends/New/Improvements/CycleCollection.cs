// One collection of a task's boxes, made when it asks for a new one and has many. The steps are calls on the task's stack:
//
//   1  its registers are read                            (native, Router/Rustrt/registers.S)
//   2  take glue, once for a copy of each box that nothing has been seen to keep alive (BoxGraph)
//   3  drop glue, once for each box that is garbage, with its count set out of reach, so that glue which lowers it frees nothing
//   4  the garbage is freed, and the new box is made
//
// That is how a task's last boxes go, too (legacy-runtime.md section 6). While one runs, glue that allocates begins no other. If
// glue fails, counts are put back in step 2; in step 3 the boxes already dropped get a type without content, and the task's own
// end drops the rest.
using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>collect-cycles: frees boxes of a running task that only refer to each other.</summary>
internal sealed unsafe class CycleCollection
{
    /// <summary>As many boxes are made before the first collection; then twice as many as there were after the last.</summary>
    public const nint FirstAt = 1000;

    private const nint OutOfReach = 0x77777777;
    private const int Registers = 8;

    private static readonly type_desc* s_noContent = NoContent();

    private readonly rustrt_task_block* _block;
    private readonly NativeTask _task;
    private readonly type_desc* _td;
    private readonly nuint _size;
    private readonly nint* _registers = (nint*)NativeMemory.AllocZeroed(Registers, (nuint)sizeof(nint));
    private readonly GCHandle _self;
    private BoxGraph _graph = null!;
    private List<BoxRef> _boxes = []; // of the step that runs
    private int _next;
    private byte* _copy;

    private CycleCollection(rustrt_task_block* block, type_desc* td, nuint size)
    {
        _block = block;
        _task = TaskTable.Of(block);
        _td = td;
        _size = size;
        _self = GCHandle.Alloc(this);
    }

    /// <summary>Is it time for one in this task? Stacks of the old side are never looked into.</summary>
    public static bool IsDue(rustrt_task_block* block) =>
        Improvements.Chosen.CollectCycles && Binding.CoreIsNew && TaskStack.IsOwn && LocalRegion.Blocks(block) >= TaskTable.Of(block).CollectBoxesAt;

    /// <summary>The answer to an upcall that asks for a box: collects, then makes it.</summary>
    public static ulong Begin(rustrt_task_block* block, type_desc* td, nuint size)
    {
        CycleCollection collection = new(block, td, size);
        collection._task.CollectBoxesAt = nint.MaxValue;
        return Answer.Call(block, Answer.OnC, Binding.Api->ReadRegisters, [(ulong)collection._registers], &RegistersRead, collection.Word);
    }

    private ulong Word => (ulong)GCHandle.ToIntPtr(_self);

    [UnmanagedCallersOnly]
    private static ulong RegistersRead(rustrt_task_block* block, ulong word, ulong stackPointer, ulong failed) =>
        Step(word, failed, static (collection, stackPointer) =>
        {
            collection._graph = new BoxGraph((rust_opaque_box*)collection._block->live_allocs);
            collection._graph.MarkFrom([
                new Words((nint*)stackPointer, (nint*)(collection._block + 1)),
                new Words(collection._registers, collection._registers + Registers),
                .. StackGrowth.Grown(collection._block)]);
            collection._boxes = [.. collection._graph.Unmarked];
            if (collection._boxes.Count == 0) return collection.Finish();
            nuint largest = collection._boxes.Max(static box => box.Type->size), alignment = collection._boxes.Max(static box => Math.Max(box.Type->align, 16));
            collection._copy = (byte*)NativeMemory.AlignedAlloc(Math.Max(1, largest), alignment);
            return collection.TakeNext();
        }, stackPointer);

    private ulong TakeNext()
    {
        if (_next == _boxes.Count) return DropGarbage();
        BoxRef box = _boxes[_next];
        Content(box).CopyTo(new Span<byte>(_copy, (int)box.Type->size));
        return Answer.Call(_block, Answer.Reenters, (nint)box.Type->take, [0, 0, 0, (ulong)_copy], &Taken, Word);
    }

    [UnmanagedCallersOnly]
    private static ulong Taken(rustrt_task_block* block, ulong word, ulong result, ulong failed) =>
        Step(word, failed, static (collection, _) =>
        {
            BoxRef box = collection._boxes[collection._next++];
            if (Content(box).SequenceEqual(new ReadOnlySpan<byte>(collection._copy, (int)box.Type->size))) return collection.TakeNext();
            // It copied memory that the box owns after all: the copy goes, and this type is never looked into again.
            BoxGraph.NeverLookInto(box.Type);
            return Answer.Call(collection._block, Answer.Reenters, (nint)box.Type->drop, [0, 0, 0, (ulong)collection._copy], &CopyDropped, collection.Word);
        });

    [UnmanagedCallersOnly]
    private static ulong CopyDropped(rustrt_task_block* block, ulong word, ulong result, ulong failed) =>
        Step(word, failed, static (collection, _) =>
        {
            collection._graph.RestoreCounts();
            collection._boxes.Clear();
            return collection.Finish();
        });

    private ulong DropGarbage()
    {
        _graph.MarkReferredToFromOutside();
        _boxes = [.. _graph.Unmarked];
        foreach (BoxRef box in _boxes) box.Box->ref_count = OutOfReach;
        _graph = null!; // from now on a failure does not put counts back
        _next = 0;
        return DropNext();
    }

    private ulong DropNext()
    {
        if (_next == _boxes.Count) return Finish();
        BoxRef box = _boxes[_next];
        return Answer.Call(_block, Answer.Reenters, (nint)box.Type->drop, [0, 0, 0, (ulong)box.Body], &Dropped, Word);
    }

    [UnmanagedCallersOnly]
    private static ulong Dropped(rustrt_task_block* block, ulong word, ulong result, ulong failed) =>
        Step(word, failed, static (collection, _) =>
        {
            collection._next++;
            return collection.DropNext();
        });

    private ulong Finish()
    {
        foreach (BoxRef box in _boxes) LocalHeapService.Free(_block, box.Box);
        End();
        return (ulong)LocalHeapService.Allocate(_block, _td, _size);
    }

    /// <summary>A failure passes through.</summary>
    private void Undo()
    {
        _graph?.RestoreCounts();
        if (_graph == null)
            for (int i = 0; i <= _next; i++) _boxes[i].Box->td = s_noContent;
        End();
    }

    private void End()
    {
        _task.CollectBoxesAt = Math.Max(FirstAt, 2 * LocalRegion.Blocks(_block));
        NativeMemory.Free(_registers);
        NativeMemory.AlignedFree(_copy);
        _self.Free();
    }

    private static Span<byte> Content(BoxRef box) => new(box.Body, (int)box.Type->size);

    private static ulong Step(ulong word, ulong failed, Func<CycleCollection, ulong, ulong> next, ulong argument = 0) =>
        NativeEntry.Run("collect-cycles", (_, word, failed, argument) =>
        {
            CycleCollection collection = (CycleCollection)GCHandle.FromIntPtr((nint)word).Target!;
            if (failed == 0) return next(collection, argument);
            collection.Undo();
            return 0;
        }, null, word, failed, argument);

    private static type_desc* NoContent()
    {
        type_desc* td = (type_desc*)NativeMemory.AllocZeroed((nuint)sizeof(type_desc));
        td->align = 1;
        td->drop = (delegate* unmanaged[Cdecl]<void*, void*, type_desc**, void*, void>)Binding.Api->NoGlue;
        return td;
    }
}

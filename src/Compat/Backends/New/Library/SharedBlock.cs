using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>
/// What several tasks hold: a value behind its count of references, in one block of the exchange heap. One task at a time may wait
/// for the last other reference: whoever gives that up sends it the block (legacy/core/src/shared/shared_block.h). A message that
/// nobody receives ends the block by its glue.
/// </summary>
internal unsafe struct SharedBlock
{
    private struct Leaving
    {
        public SharedBlock* Block;
        public delegate*<rustrt_task_block*, nint, bool, ulong> Then;
        public nint With;
    }

    private long _references;
    private rustcore_chan_one* _unwrapper;
    private type_desc* _type;
    /// <summary>An exclusive's.</summary>
    public rust_lock* Lock;
    public bool Poisoned;

    /// <summary>Of the message to who waits: the block's address.</summary>
    public static type_desc* MessageType { get; } = Descriptors.Make<nint>(&MessageDropped);

    /// <summary>Moves the value in; one reference.</summary>
    public static SharedBlock* Make(type_desc* type, void* value)
    {
        SharedBlock* made = (SharedBlock*)Blocks.Allocate(ValueOffset(type) + type->size, Align(type));
        made->_references = 1;
        made->_type = type;
        NativeMemory.Copy(value, ValueOf(made), type->size);
        return made;
    }

    public static void* ValueOf(SharedBlock* block) => (byte*)block + ValueOffset(block->_type);

    public static void Retain(SharedBlock* block) => Interlocked.Increment(ref block->_references);

    /// <summary>Says who waits for the block; false: another one does.</summary>
    public static bool AwaitBy(SharedBlock* block, rustcore_chan_one* chan) =>
        Interlocked.CompareExchange(ref *(nint*)&block->_unwrapper, (nint)chan, 0) == 0;

    /// <summary>Gives a reference up. Then, which gets with and whether glue failed, answers; null: such a failure goes on.</summary>
    public static ulong Release(rustrt_task_block* task, SharedBlock* block, delegate*<rustrt_task_block*, nint, bool, ulong> then = null, nint with = 0)
    {
        if (Interlocked.Decrement(ref block->_references) != 0) return then != null ? then(task, with, false) : 0;
        nint waits = Interlocked.Exchange(ref *(nint*)&block->_unwrapper, 0);
        if (waits == 0) return End(task, block, then, with);
        Leaving* leaving = Remember(block, then, with);
        return Answer.Call(Failure.Needed(task), Answer.Catch, LibraryBinding.Api->SendOne, [(ulong)waits, (ulong)&leaving->Block], &Sent, (ulong)leaving);
    }

    /// <summary>Ends value and block, which nobody else has.</summary>
    public static ulong End(rustrt_task_block* task, SharedBlock* block, delegate*<rustrt_task_block*, nint, bool, ulong> then = null, nint with = 0)
    {
        if (block->_type->drop != null)
            return Answer.Call(Failure.Needed(task), Answer.Catch, (nint)block->_type->drop, [0, 0, 0, (ulong)ValueOf(block)], &ValueDropped, (ulong)Remember(block, then, with));
        Free(block);
        return then != null ? then(task, with, false) : 0;
    }

    /// <summary>Moves the value out and ends the block.</summary>
    public static void MoveOut(SharedBlock* block, void* @out)
    {
        NativeMemory.Copy(ValueOf(block), @out, block->_type->size);
        Free(block);
    }

    private static Leaving* Remember(SharedBlock* block, delegate*<rustrt_task_block*, nint, bool, ulong> then, nint with)
    {
        Leaving* leaving = (Leaving*)NativeMemory.Alloc((nuint)sizeof(Leaving));
        *leaving = new() { Block = block, Then = then, With = with };
        return leaving;
    }

    [UnmanagedCallersOnly]
    private static ulong Sent(rustrt_task_block* task, ulong word, ulong result, ulong failed) => Left(task, (Leaving*)word, failed != 0);

    /// <summary>Also when the glue failed.</summary>
    [UnmanagedCallersOnly]
    private static ulong ValueDropped(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        Free(((Leaving*)word)->Block);
        return Left(task, (Leaving*)word, failed != 0);
    }

    private static ulong Left(rustrt_task_block* task, Leaving* leaving, bool failed)
    {
        Leaving left = *leaving;
        NativeMemory.Free(leaving);
        return left.Then != null ? left.Then(task, left.With, failed) : failed ? Answer.Fail(task) : 0;
    }

    [UnmanagedCallersOnly]
    private static void MessageDropped(void* result, void* env, type_desc** types, void* value) => End(Descriptors.Caller, *(SharedBlock**)value);

    private static void Free(SharedBlock* block)
    {
        if (block->Lock != null) LibraryBinding.Api->LockDestroy(block->Lock);
        Blocks.Free(block, Align(block->_type));
    }

    private static nuint Align(type_desc* type) => nuint.Max(type->align, (nuint)sizeof(nint));

    private static nuint ValueOffset(type_desc* type) => Blocks.RoundUp((nuint)sizeof(SharedBlock), type->align);
}

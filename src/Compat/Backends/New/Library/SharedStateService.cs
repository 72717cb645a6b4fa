using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>The service shared-state of librustcore.so: values that several tasks hold, with or without a lock; and sections under a lock.</summary>
internal sealed unsafe class SharedStateService
{
    private struct Unwrapping
    {
        public SharedBlock* Block;
        public void* Out;
        public rustcore_port_one* Port;
        public rustcore_chan_one* Chan;
    }

    public void rustcore_little_lock(rust_lock* @lock, delegate* unmanaged[Cdecl]<void*, void> block, void* env, rustrt_task_block* caller)
    {
        Section.Enter(Failure.Needed(caller), @lock);
        Answer.Call(caller, 0, (nint)block, [(ulong)env], &Unlocked, (ulong)@lock);
    }

    public rustcore_exclusive* rustcore_exclusive_new(type_desc* type, void* value, rustrt_task_block* caller)
    {
        SharedBlock* made = SharedBlock.Make(type, value);
        made->Lock = LibraryBinding.Api->LockCreate();
        return (rustcore_exclusive*)made;
    }

    public rustcore_exclusive* rustcore_exclusive_clone(rustcore_exclusive* x, rustrt_task_block* caller)
    {
        SharedBlock.Retain((SharedBlock*)x);
        return x;
    }

    public void rustcore_exclusive_drop(rustcore_exclusive* x, rustrt_task_block* caller) => SharedBlock.Release(caller, (SharedBlock*)x);

    public void rustcore_exclusive_with(rustcore_exclusive* x, delegate* unmanaged[Cdecl]<void*, void*, void> f, void* env, rustrt_task_block* caller)
    {
        SharedBlock* block = (SharedBlock*)x;
        Section.Enter(Failure.Needed(caller), block->Lock);
        if (block->Poisoned)
        {
            Failure.Caught(caller, FailurePlace.PoisonedExclusive, &Refused, (ulong)block->Lock);
            return;
        }
        block->Poisoned = true; // unless it returns
        Answer.Call(caller, 0, (nint)f, [(ulong)SharedBlock.ValueOf(block), (ulong)env], &Left, (ulong)block);
    }

    public void rustcore_exclusive_unwrap(rustcore_exclusive* x, void* @out, rustrt_task_block* caller) => Unwrap(caller, (SharedBlock*)x, @out);

    public rustcore_shared_state* rustcore_shared_state_new(type_desc* type, void* value, rustrt_task_block* caller) =>
        (rustcore_shared_state*)SharedBlock.Make(type, value);

    public rustcore_shared_state* rustcore_shared_state_clone(rustcore_shared_state* state, rustrt_task_block* caller)
    {
        SharedBlock.Retain((SharedBlock*)state);
        return state;
    }

    public void* rustcore_shared_state_get(rustcore_shared_state* state, rustrt_task_block* caller) => SharedBlock.ValueOf((SharedBlock*)state);

    public void rustcore_shared_state_drop(rustcore_shared_state* state, rustrt_task_block* caller) => SharedBlock.Release(caller, (SharedBlock*)state);

    public void rustcore_shared_state_unwrap(rustcore_shared_state* state, void* @out, rustrt_task_block* caller) => Unwrap(caller, (SharedBlock*)state, @out);

    // ---- sections

    /// <summary>Also when a failure passes.</summary>
    [UnmanagedCallersOnly]
    private static ulong Unlocked(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        Section.Leave(task, (rust_lock*)word);
        return 0;
    }

    /// <inheritdoc cref="Unlocked"/>
    [UnmanagedCallersOnly]
    private static ulong Left(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        SharedBlock* block = (SharedBlock*)word;
        if (failed == 0) block->Poisoned = false;
        Section.Leave(task, block->Lock);
        return 0;
    }

    [UnmanagedCallersOnly]
    private static ulong Refused(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        Section.Leave(task, (rust_lock*)word);
        return Answer.Fail(task);
    }

    // ---- unwrapping

    private static ulong Unwrap(rustrt_task_block* task, SharedBlock* block, void* @out)
    {
        Unwrapping* unwrapping = (Unwrapping*)NativeMemory.Alloc((nuint)sizeof(Unwrapping));
        *unwrapping = new() { Block = block, Out = @out };
        return Answer.Call(Failure.Needed(task), 0, LibraryBinding.Api->OneShot,
            [(ulong)SharedBlock.MessageType, (ulong)&unwrapping->Port, (ulong)&unwrapping->Chan], &Asked, (ulong)unwrapping);
    }

    [UnmanagedCallersOnly]
    private static ulong Asked(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        Unwrapping* unwrapping = (Unwrapping*)word;
        if (failed != 0) return 0;
        return SharedBlock.AwaitBy(unwrapping->Block, unwrapping->Chan)
            ? SharedBlock.Release(task, unwrapping->Block, &Receive, (nint)word)
            : Answer.Call(task, 0, LibraryBinding.Api->ChanOneDrop, [(ulong)unwrapping->Chan], &ChanDropped, word);
    }

    [UnmanagedCallersOnly]
    private static ulong ChanDropped(rustrt_task_block* task, ulong word, ulong result, ulong failed) =>
        failed != 0 ? 0 : Answer.Call(task, 0, LibraryBinding.Api->PortOneDrop, [(ulong)((Unwrapping*)word)->Port], &PortDropped, word);

    [UnmanagedCallersOnly]
    private static ulong PortDropped(rustrt_task_block* task, ulong word, ulong result, ulong failed) =>
        failed != 0 ? 0 : SharedBlock.Release(task, Over(word).Block, &UnwrappedAlready);

    private static ulong UnwrappedAlready(rustrt_task_block* task, nint with, bool failed) =>
        failed ? Answer.Fail(task) : Failure.At(task, FailurePlace.UnwrappedAlready);

    private static ulong Receive(rustrt_task_block* task, nint with, bool failed)
    {
        Unwrapping* unwrapping = (Unwrapping*)with;
        // Who was killed while it waited has closed its port, and whoever gives up the last reference ends the block.
        return failed
            ? Answer.Fail(task)
            : Answer.Call(task, 0, LibraryBinding.Api->ReceiveOne, [(ulong)unwrapping->Port, (ulong)&unwrapping->Block], &Received, (ulong)with);
    }

    [UnmanagedCallersOnly]
    private static ulong Received(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        Unwrapping unwrapping = Over(word);
        if (failed != 0) return 0;
        if (unwrapping.Block->Poisoned) return SharedBlock.End(task, unwrapping.Block, &Poisoned);
        SharedBlock.MoveOut(unwrapping.Block, unwrapping.Out);
        return 0;
    }

    private static ulong Poisoned(rustrt_task_block* task, nint with, bool failed) =>
        failed ? Answer.Fail(task) : Failure.At(task, FailurePlace.PoisonedBlock);

    private static Unwrapping Over(ulong word)
    {
        Unwrapping over = *(Unwrapping*)word;
        NativeMemory.Free((void*)word);
        return over;
    }
}

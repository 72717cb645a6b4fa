using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>
/// The loop's own side, on the I/O task, which is alone on a scheduler with one thread: the protocol of legacy/core/src/io/io_task.h.
///
/// The callbacks of libuv come on the task's C stack, inside of rust_uv_run, which that task has called there. They are wrapped C# functions: each is an
/// upcall that answers with a call of another wrapped function on the Rust stack, from where the API may be called.
/// </summary>
internal unsafe struct IoLoop
{
    /// <summary>What an I/O task is born with.</summary>
    private struct Birth
    {
        public bool IsWeak;
        /// <summary>Gets the first reference.</summary>
        public rustcore_chan_one* Spawner;
    }

    private struct Spawn
    {
        public rustcore_closure Body;
        public rustcore_port_one* Port;
        public rustcore_chan_one* Chan;
        public rustcore_iotask* Reference;
        public rustcore_linkage Linkage;
        public bool IsWeak;
        public delegate*<rustrt_task_block*, nint, ulong, bool, ulong> Then;
        public nint With;
    }

    private uv_async_s* _wake;
    private uv_loop_s* _uv;
    private rustcore_port* _jobs;
    /// <summary>On its way into the mailbox.</summary>
    private Mailbox _box;
    private rustcore_iotask* _mailbox, _reference;
    private rustcore_chan_one* _spawner;
    /// <summary>The one that was received last.</summary>
    private IoJob* _job;
    private bool _isEnding, _failed;

    private static readonly nint s_live = Descriptors.Native((nint)(delegate* unmanaged<Birth*, void>)&Live);
    private static readonly nint s_liveWeakly = Descriptors.Native((nint)(delegate* unmanaged<rustcore_port_one*, Birth*, void>)&LiveWeakly);
    private static readonly nint s_dropBirth = Descriptors.Native((nint)(delegate* unmanaged<Birth*, void>)&DropBirth);
    private static readonly nint s_woken = Descriptors.Native((nint)(delegate* unmanaged<uv_async_s*, int, void>)&Woken);
    private static readonly nint s_closed = Descriptors.Native((nint)(delegate* unmanaged<uv_async_s*, void>)&Closed);
    private static readonly nint s_runJobs = Descriptors.Native((nint)(delegate* unmanaged<IoLoop*, void>)&RunJobs);
    private static readonly nint s_failOpen = Descriptors.Native((nint)(delegate* unmanaged<IoLoop*, void>)&FailOpen);
    private static readonly nint s_forgetWake = Descriptors.Native((nint)(delegate* unmanaged<Mailbox*, void*, void>)&ForgetWake);

    private static readonly type_desc* s_mailboxType = Descriptors.Make<Mailbox>(&MailboxDropped);
    private static readonly type_desc* s_referenceType = Descriptors.Make<nint>(&ReferenceDropped);

    public readonly uv_loop_s* Uv => _uv;

    // ---- spawning

    /// <summary>
    /// A new I/O task. A weak one does not keep the runtime alive; somebody must make it exit at shutdown. Then gets the first
    /// reference, and whether it failed.
    /// </summary>
    public static ulong Begin(rustrt_task_block* task, rustcore_linkage linkage, bool weak,
        delegate*<rustrt_task_block*, nint, ulong, bool, ulong> then, void* with)
    {
        Spawn* spawn = (Spawn*)NativeMemory.AllocZeroed((nuint)sizeof(Spawn));
        *spawn = new() { Linkage = linkage, IsWeak = weak, Then = then, With = (nint)with };
        return Steps.Call(task, LibraryBinding.Api->OneShot, [(ulong)s_referenceType, (ulong)&spawn->Port, (ulong)&spawn->Chan], &AnswerMade, spawn);
    }

    private static ulong AnswerMade(rustrt_task_block* task, nint with, ulong result, bool failed)
    {
        if (failed) return Over(task, (Spawn*)with, failed);
        Spawn* spawn = (Spawn*)with;
        Birth* birth = (Birth*)NativeMemory.Alloc((nuint)sizeof(Birth));
        *birth = new() { IsWeak = spawn->IsWeak, Spawner = spawn->Chan };
        spawn->Body = new() { call = s_live, env = birth, drop = s_dropBirth };
        return Steps.Call(task, LibraryBinding.Api->SpawnOnThread, [(ulong)spawn->Linkage, (ulong)&spawn->Body], &Spawned, spawn);
    }

    private static ulong Spawned(rustrt_task_block* task, nint with, ulong result, bool failed)
    {
        Spawn* spawn = (Spawn*)with;
        if (failed) return Steps.Drop(task, LibraryBinding.Api->PortOneDrop, spawn->Port, &NotSpawned, spawn);
        // Killed between, the spawner would lose the only way to end the loop.
        LibraryBinding.Api->InhibitKill((rust_task*)task);
        return Steps.Call(task, LibraryBinding.Api->ReceiveOne, [(ulong)spawn->Port, (ulong)&spawn->Reference], &Answered, spawn);
    }

    private static ulong NotSpawned(rustrt_task_block* task, nint with) => Over(task, (Spawn*)with, failed: true);

    private static ulong Answered(rustrt_task_block* task, nint with, ulong result, bool failed)
    {
        LibraryBinding.Api->AllowKill((rust_task*)task);
        return Over(task, (Spawn*)with, failed);
    }

    private static ulong Over(rustrt_task_block* task, Spawn* spawn, bool failed)
    {
        Spawn over = *spawn;
        NativeMemory.Free(spawn);
        return over.Then(task, over.With, (ulong)over.Reference, failed);
    }

    // ---- the I/O task

    [UnmanagedCallersOnly]
    private static void Live(Birth* birth)
    {
        if (!birth->IsWeak) MakeLoop(Descriptors.Caller, birth);
        // A loop does not listen to pipes: whoever wants it to end at shutdown hears of it elsewhere.
        else Answer.Call(Descriptors.Caller, 0, LibraryBinding.Api->Weaken, [(ulong)s_liveWeakly, (ulong)birth]);
    }

    [UnmanagedCallersOnly]
    private static void LiveWeakly(rustcore_port_one* shutdown, Birth* birth) => MakeLoop(Descriptors.Caller, birth);

    [UnmanagedCallersOnly]
    private static void DropBirth(Birth* birth)
    {
        rustcore_chan_one* unused = birth->Spawner;
        NativeMemory.Free(birth);
        if (unused != null) Answer.Call(Descriptors.Caller, 0, LibraryBinding.Api->ChanOneDrop, [(ulong)unused]);
    }

    private static ulong MakeLoop(rustrt_task_block* task, Birth* birth)
    {
        IoLoop* loop = (IoLoop*)NativeMemory.AllocZeroed((nuint)sizeof(IoLoop));
        loop->_wake = (uv_async_s*)NativeMemory.AllocZeroed((nuint)sizeof(uv_async_s));
        loop->_uv = LibraryBinding.Api->Uv->LoopNew();
        loop->_spawner = birth->Spawner;
        birth->Spawner = null;
        return Steps.Call(task, LibraryBinding.Api->Stream, [(ulong)IoJob.MessageType, (ulong)&loop->_jobs, (ulong)&loop->_box.Jobs], &StreamMade, loop);
    }

    private static ulong StreamMade(rustrt_task_block* task, nint with, ulong result, bool failed)
    {
        if (failed) return Answer.Fail(task);
        IoLoop* loop = (IoLoop*)with;
        LibraryBinding.Api->Uv->AsyncInit(loop->_uv, loop->_wake, s_woken);
        LibraryBinding.Api->Uv->SetHandleData(loop->_wake, loop);
        loop->_box.Wake = loop->_wake;
        return Steps.Call(task, LibraryBinding.Api->ExclusiveNew, [(ulong)s_mailboxType, (ulong)&loop->_box], &MailboxMade, loop);
    }

    private static ulong MailboxMade(rustrt_task_block* task, nint with, ulong mailbox, bool failed)
    {
        if (failed) return Answer.Fail(task);
        ((IoLoop*)with)->_mailbox = (rustcore_iotask*)mailbox;
        return Steps.Call(task, LibraryBinding.Api->ExclusiveClone, [mailbox], &ReferenceMade, (void*)with);
    }

    private static ulong ReferenceMade(rustrt_task_block* task, nint with, ulong reference, bool failed)
    {
        IoLoop* loop = (IoLoop*)with;
        if (failed) return End(task, loop, failed);
        loop->_reference = (rustcore_iotask*)reference;
        return Steps.Call(task, LibraryBinding.Api->SendOne, [(ulong)loop->_spawner, (ulong)&loop->_reference], &ReferenceSent, loop);
    }

    private static ulong ReferenceSent(rustrt_task_block* task, nint with, ulong result, bool failed)
    {
        IoLoop* loop = (IoLoop*)with;
        return failed ? End(task, loop, failed)
            : Steps.Call(task, LibraryBinding.Api->OnC, [(ulong)LibraryBinding.Api->RunLoop, (ulong)loop->_uv, 0], &Ran, loop);
    }

    private static ulong Ran(rustrt_task_block* task, nint with, ulong result, bool failed) => End(task, (IoLoop*)with, failed);

    private static ulong End(rustrt_task_block* task, IoLoop* loop, bool failed)
    {
        loop->_failed = failed;
        return Steps.Drop(task, LibraryBinding.Api->ExclusiveDrop, loop->_mailbox, &MailboxLeft, loop);
    }

    /// <summary>With the stream go the jobs that nobody runs any more.</summary>
    private static ulong MailboxLeft(rustrt_task_block* task, nint with) =>
        Steps.Drop(task, LibraryBinding.Api->PortDrop, ((IoLoop*)with)->_jobs, &JobsLeft, (void*)with);

    private static ulong JobsLeft(rustrt_task_block* task, nint with)
    {
        IoLoop loop = *(IoLoop*)with;
        NativeMemory.Free(loop._wake);
        NativeMemory.Free((void*)with);
        return Steps.End(task, loop._failed);
    }

    // ---- jobs: callbacks, on the C stack, and what they have done on the Rust stack

    [UnmanagedCallersOnly]
    private static void Woken(uv_async_s* handle, int status)
    {
        IoLoop* loop = (IoLoop*)LibraryBinding.Api->Uv->HandleData(handle);
        if (loop->_isEnding) LibraryBinding.Api->Uv->Close(handle, s_closed);
        else Steps.OnRust(Descriptors.Caller, s_runJobs, loop);
    }

    [UnmanagedCallersOnly]
    private static void RunJobs(IoLoop* loop) => RunNext(Descriptors.Caller, loop);

    /// <summary>Wakes coalesce, jobs do not: all that are there.</summary>
    private static ulong RunNext(rustrt_task_block* task, IoLoop* loop) =>
        loop->_isEnding ? 0 : Steps.Call(task, LibraryBinding.Api->Peek, [(ulong)loop->_jobs], &Peeked, loop);

    private static ulong Peeked(rustrt_task_block* task, nint with, ulong there, bool failed)
    {
        IoLoop* loop = (IoLoop*)with;
        return failed || (there & 0xff) == 0 ? Steps.End(task, failed)
            : Steps.Call(task, LibraryBinding.Api->Receive, [(ulong)loop->_jobs, (ulong)&loop->_job], &Received, loop);
    }

    private static ulong Received(rustrt_task_block* task, nint with, ulong result, bool failed)
    {
        IoLoop* loop = (IoLoop*)with;
        if (failed) return Answer.Fail(task);
        if (loop->_job == null) return BeginExit(task, loop);
        loop->_job->Loop = loop;
        return loop->_job->Run(task, loop->_job);
    }

    /// <summary>A job has run. A failure goes on when it is dropped.</summary>
    public static ulong Done(rustrt_task_block* task, IoJob* job, bool failed = false)
    {
        job->Loop->_failed = failed;
        return IoJob.Drop(task, job, &JobDropped, job->Loop);
    }

    private static ulong JobDropped(rustrt_task_block* task, nint with) =>
        ((IoLoop*)with)->_failed ? Answer.Fail(task) : RunNext(task, (IoLoop*)with);

    // ---- exit

    /// <summary>Takes the handle out of the mailbox, so that nobody wakes a loop that goes, and wakes once more: what was asked to close before is gone by then.</summary>
    private static ulong BeginExit(rustrt_task_block* task, IoLoop* loop)
    {
        loop->_isEnding = true;
        return Steps.Call(task, LibraryBinding.Api->ExclusiveWith, [(ulong)loop->_mailbox, (ulong)s_forgetWake, 0], &WakeForgotten, loop);
    }

    [UnmanagedCallersOnly]
    private static void ForgetWake(Mailbox* box, void* env) => box->Wake = null;

    private static ulong WakeForgotten(rustrt_task_block* task, nint with, ulong result, bool failed)
    {
        if (!failed) LibraryBinding.Api->Uv->AsyncSend(((IoLoop*)with)->_wake);
        return Steps.End(task, failed);
    }

    [UnmanagedCallersOnly]
    private static void Closed(uv_async_s* handle)
    {
        IoLoop* loop = (IoLoop*)LibraryBinding.Api->Uv->HandleData(handle);
        Answer.Call(Descriptors.Caller, 0, LibraryBinding.Api->OpenHandles, [(ulong)loop->_uv], &OpenCounted, (ulong)loop);
    }

    [UnmanagedCallersOnly]
    private static ulong OpenCounted(rustrt_task_block* task, ulong word, ulong open, ulong failed) =>
        failed != 0 || open == 0 ? 0 : Steps.OnRust(task, s_failOpen, (void*)word);

    [UnmanagedCallersOnly]
    private static void FailOpen(IoLoop* loop) => Failure.At(Descriptors.Caller, FailurePlace.HandlesOpen);

    // ---- glue

    [UnmanagedCallersOnly]
    private static void MailboxDropped(void* result, void* env, type_desc** types, void* value) =>
        Answer.Call(Descriptors.Caller, 0, LibraryBinding.Api->ChanDrop, [(ulong)((Mailbox*)value)->Jobs]);

    [UnmanagedCallersOnly]
    private static void ReferenceDropped(void* result, void* env, type_desc** types, void* value) =>
        Answer.Call(Descriptors.Caller, 0, LibraryBinding.Api->ExclusiveDrop, [*(ulong*)value]);
}

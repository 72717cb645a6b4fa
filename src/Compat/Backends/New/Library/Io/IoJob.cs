using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>What all references to an I/O task share, under the lock of their exclusive.</summary>
internal unsafe struct Mailbox
{
    public rustcore_chan* Jobs;
    /// <summary>Null: the loop ends or has ended.</summary>
    public uv_async_s* Wake;
}

/// <summary>
/// Something to be run on a loop: in a block of the exchange heap, whose address travels in the stream of jobs. It is run on the
/// loop's thread, on the Rust stack of the I/O task, where a failure aborts; and dropped there, or by whoever drops the stream where the loop
/// is gone. Null in the stream: the loop shall end.
/// </summary>
internal unsafe struct IoJob
{
    private struct Posting
    {
        public IoJob* Job, Sending;
        public bool Failed;
        public delegate*<rustrt_task_block*, nint, bool, ulong> Then;
        public nint With;
    }

    private struct Dropping
    {
        public IoJob* Job;
        public delegate*<rustrt_task_block*, nint, ulong> Then;
        public nint With;
    }

    /// <summary>Ends at <see cref="IoLoop.Done"/>.</summary>
    public delegate*<rustrt_task_block*, IoJob*, ulong> Run;
    /// <summary>Lets go of the subject; null: it is borrowed, or was taken over.</summary>
    public delegate*<rustrt_task_block*, IoJob*, delegate*<rustrt_task_block*, nint, ulong>, void*, ulong> DropSubject;
    public void* Subject;
    /// <summary>Of a caller's job: its functions.</summary>
    public nint Function, DropFunction;
    public uint Argument;
    /// <summary>Owned; null: none, or taken over.</summary>
    public rustcore_chan_one* Answer;
    /// <inheritdoc cref="Answer"/>
    public rustcore_chan* Sink;
    public rustcore_tcp_error Error;
    /// <summary>Once it runs.</summary>
    public IoLoop* Loop;

    /// <summary>Of the messages: a job's address.</summary>
    public static type_desc* MessageType { get; } = Descriptors.Make<nint>(&MessageDropped);

    private static readonly nint s_send = Descriptors.Native((nint)(delegate* unmanaged<Mailbox*, Posting*, void>)&Send);

    /// <summary>
    /// Gives a job to a loop, or drops it where that is gone; does not wait. Then, which gets with and whether it failed, answers.
    /// </summary>
    public static ulong Post(rustrt_task_block* task, rustcore_iotask* io, IoJob* job, delegate*<rustrt_task_block*, nint, bool, ulong> then, void* with)
    {
        Posting* posting = (Posting*)NativeMemory.Alloc((nuint)sizeof(Posting));
        *posting = new() { Job = job, Then = then, With = (nint)with };
        return Steps.Call(task, LibraryBinding.Api->ExclusiveWith, [(ulong)io, (ulong)s_send, (ulong)posting], &Posted, posting);
    }

    /// <summary>Tells the loop to end, as a job like any other.</summary>
    public static ulong PostExit(rustrt_task_block* task, rustcore_iotask* io, delegate*<rustrt_task_block*, nint, bool, ulong> then, void* with) =>
        Post(task, io, null, then, with);

    [UnmanagedCallersOnly]
    private static void Send(Mailbox* box, Posting* posting)
    {
        if (box->Wake == null) return;
        posting->Sending = posting->Job;
        posting->Job = null;
        Steps.Call(Descriptors.Caller, LibraryBinding.Api->Send, [(ulong)box->Jobs, (ulong)&posting->Sending], &Sent, box);
    }

    private static ulong Sent(rustrt_task_block* task, nint box, ulong result, bool failed)
    {
        if (!failed) LibraryBinding.Api->Uv->AsyncSend(((Mailbox*)box)->Wake);
        return Steps.End(task, failed);
    }

    /// <summary>What was not sent is dropped here, not under the lock: its glue may well post something.</summary>
    private static ulong Posted(rustrt_task_block* task, nint with, ulong result, bool failed)
    {
        Posting* posting = (Posting*)with;
        posting->Failed = failed;
        return posting->Job != null ? Drop(task, posting->Job, &UnsentDropped, posting) : UnsentDropped(task, with);
    }

    private static ulong UnsentDropped(rustrt_task_block* task, nint with)
    {
        Posting posting = *(Posting*)with;
        NativeMemory.Free((void*)with);
        return posting.Then(task, posting.With, posting.Failed);
    }

    // ---- the end

    /// <summary>Lets go of a job and of what it still owns.</summary>
    public static ulong Drop(rustrt_task_block* task, IoJob* job, delegate*<rustrt_task_block*, nint, ulong> then, void* with)
    {
        Dropping* dropping = (Dropping*)NativeMemory.Alloc((nuint)sizeof(Dropping));
        *dropping = new() { Job = job, Then = then, With = (nint)with };
        return DropNext(task, (nint)dropping);
    }

    private static ulong DropNext(rustrt_task_block* task, nint with)
    {
        IoJob* job = ((Dropping*)with)->Job;
        if (job->Answer != null)
        {
            rustcore_chan_one* answer = job->Answer;
            job->Answer = null;
            return Steps.Drop(task, LibraryBinding.Api->ChanOneDrop, answer, &DropNext, (void*)with);
        }
        if (job->Sink != null)
        {
            rustcore_chan* sink = job->Sink;
            job->Sink = null;
            return Steps.Drop(task, LibraryBinding.Api->ChanDrop, sink, &DropNext, (void*)with);
        }
        if (job->DropSubject != null)
        {
            var drop = job->DropSubject;
            job->DropSubject = null;
            return drop(task, job, &DropNext, (void*)with);
        }
        Dropping dropping = *(Dropping*)with;
        NativeMemory.Free((void*)with);
        Blocks.Free(job);
        return dropping.Then(task, dropping.With);
    }

    [UnmanagedCallersOnly]
    private static void MessageDropped(void* result, void* env, type_desc** types, void* value)
    {
        IoJob* job = *(IoJob**)value;
        if (job != null) Drop(Descriptors.Caller, job, &Gone, null);
    }

    private static ulong Gone(rustrt_task_block* task, nint with) => 0;

    // ---- on the loop

    /// <summary>Sends what the operation ended with to who waits for it, which is the end of the job.</summary>
    public static ulong Reply(rustrt_task_block* task, IoJob* job, rustcore_tcp_error error)
    {
        job->Error = error;
        rustcore_chan_one* answer = job->Answer;
        job->Answer = null;
        return Steps.Call(task, LibraryBinding.Api->SendOne, [(ulong)answer, (ulong)&job->Error], &Replied, job);
    }

    private static ulong Replied(rustrt_task_block* task, nint job, ulong result, bool failed) => IoLoop.Done(task, (IoJob*)job, failed);
}

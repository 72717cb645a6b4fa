using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>A job whose task waits for its answer, on a one-shot.</summary>
internal static unsafe class Asking
{
    private struct Question
    {
        public rustcore_iotask* Io;
        public IoJob* Job;
        public rustcore_port_one* Port;
        public void* Out;
        public delegate*<rustrt_task_block*, nint, bool, bool, ulong> Then;
        public nint With;
    }

    /// <summary>
    /// Makes the one-shot, whose chan is put where the job will look for it, posts the job, and waits. Then gets with, whether
    /// there was an answer (else the loop has ended), and whether it failed.
    /// </summary>
    public static ulong Ask(rustrt_task_block* task, rustcore_iotask* io, IoJob* job, rustcore_chan_one** chan, type_desc* type, void* @out,
        delegate*<rustrt_task_block*, nint, bool, bool, ulong> then, void* with)
    {
        Question* question = (Question*)NativeMemory.Alloc((nuint)sizeof(Question));
        *question = new() { Io = io, Job = job, Out = @out, Then = then, With = (nint)with };
        return Steps.Call(task, LibraryBinding.Api->OneShot, [(ulong)type, (ulong)&question->Port, (ulong)chan], &AnswerMade, question);
    }

    private static ulong AnswerMade(rustrt_task_block* task, nint with, ulong result, bool failed)
    {
        Question* question = (Question*)with;
        return failed ? Over(task, question, false, failed) : IoJob.Post(task, question->Io, question->Job, &Posted, question);
    }

    private static ulong Posted(rustrt_task_block* task, nint with, bool failed)
    {
        Question* question = (Question*)with;
        return failed ? Steps.Drop(task, LibraryBinding.Api->PortOneDrop, question->Port, &NotPosted, question)
            : Steps.Call(task, LibraryBinding.Api->TryReceiveOne, [(ulong)question->Port, (ulong)question->Out], &Answered, question);
    }

    private static ulong NotPosted(rustrt_task_block* task, nint with) => Over(task, (Question*)with, false, failed: true);

    private static ulong Answered(rustrt_task_block* task, nint with, ulong received, bool failed) =>
        Over(task, (Question*)with, !failed && (received & 0xff) != 0, failed);

    private static ulong Over(rustrt_task_block* task, Question* question, bool answered, bool failed)
    {
        Question over = *question;
        NativeMemory.Free(question);
        return over.Then(task, over.With, answered, failed);
    }
}

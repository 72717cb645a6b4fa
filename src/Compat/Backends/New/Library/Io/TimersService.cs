using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>The service timers of librustcore.so: sleeps, receives with a time limit; values that are sent later in the file beside.</summary>
internal sealed unsafe partial class TimersService
{
    private struct Waiting
    {
        public TimeLimit Limit;
        /// <summary>Of a receive.</summary>
        public rustcore_port* Port;
        public void* Out;
    }

    public void rustcore_timer_sleep(rustcore_iotask* io, uint milliseconds, rustrt_task_block* caller) =>
        Begin(caller, new() { Limit = new() { Io = io, Milliseconds = milliseconds } }, &SleepBegun);

    public byte rustcore_timer_recv_timeout(rustcore_iotask* io, uint milliseconds, rustcore_port* port, void* @out, rustrt_task_block* caller)
    {
        Begin(caller, new() { Limit = new() { Io = io, Milliseconds = milliseconds }, Port = port, Out = @out }, &ReceiveBegun);
        return 0;
    }

    private static ulong Begin(rustrt_task_block* task, in Waiting wanted, delegate*<rustrt_task_block*, nint, bool, ulong> then)
    {
        Waiting* waiting = (Waiting*)NativeMemory.Alloc((nuint)sizeof(Waiting));
        *waiting = wanted;
        return TimeLimit.Begin(Failure.Needed(task), &waiting->Limit, then, waiting);
    }

    private static Waiting Over(nint with)
    {
        Waiting over = *(Waiting*)with;
        NativeMemory.Free((void*)with);
        return over;
    }

    // ---- sleep

    private static ulong SleepBegun(rustrt_task_block* task, nint with, bool failed)
    {
        if (!failed) return TimeLimit.Wait(task, &((Waiting*)with)->Limit, &Slept, (void*)with);
        Over(with);
        return Answer.Fail(task);
    }

    private static ulong Slept(rustrt_task_block* task, nint with, bool failed) =>
        TimeLimit.End(task, &((Waiting*)with)->Limit, failed, &SleepOver, (void*)with);

    private static ulong SleepOver(rustrt_task_block* task, nint with, bool failed)
    {
        bool passed = Over(with).Limit.IsSeen;
        return failed || passed ? Steps.End(task, failed) : Failure.At(task, FailurePlace.SleepInterrupted);
    }

    // ---- receive

    private static ulong ReceiveBegun(rustrt_task_block* task, nint with, bool failed)
    {
        if (!failed) return TimeLimit.WaitBeside(task, &((Waiting*)with)->Limit, ((Waiting*)with)->Port, &Raced, (void*)with);
        Over(with);
        return Answer.Fail(task);
    }

    private static ulong Raced(rustrt_task_block* task, nint with, bool failed) =>
        TimeLimit.End(task, &((Waiting*)with)->Limit, failed, &RaceOver, (void*)with);

    private static ulong RaceOver(rustrt_task_block* task, nint with, bool failed)
    {
        Waiting over = Over(with);
        return failed || over.Limit.IsSeen ? Steps.End(task, failed)
            : Steps.Call(task, LibraryBinding.Api->Receive, [(ulong)over.Port, (ulong)over.Out], &Received, null);
    }

    private static ulong Received(rustrt_task_block* task, nint with, ulong result, bool failed) => Steps.End(task, failed, 1);
}

using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

// Reading, as the task sees it. The loop reads between start and stop only, so a peer that sends faster than its reader reads is held
// up. What arrives between an arrival and the stop that follows it waits in the socket's port for the next read.
internal sealed unsafe partial class TcpService
{
    private struct Reading
    {
        public TcpSocket* Socket;
        public rustcore_tcp_error* Error;
        public rustcore_tcp_error Ended;
        public rustcore_chan* Sink;
        public delegate*<rustrt_task_block*, Reading*, bool, bool, ulong> Then;
        /// <summary>Of one read.</summary>
        public TimeLimit Limit;
        public rustcore_bytes* Out;
        public rustcore_tcp_read_result Result;
        public bool IsThere;
    }

    public rustcore_port* rustcore_tcp_read_start(rustcore_tcp_socket* socket, rustcore_tcp_error* error, rustrt_task_block* caller)
    {
        Start(caller, New(new() { Socket = (TcpSocket*)socket, Error = error, Then = &StartedForGood }));
        return null;
    }

    private static ulong StartedForGood(rustrt_task_block* task, Reading* reading, bool well, bool failed)
    {
        TcpSocket* socket = reading->Socket;
        NativeMemory.Free(reading);
        if (!well) return Steps.End(task, failed);
        socket->IsGivenAway = true;
        ulong arrivals = (ulong)socket->Arrivals;
        socket->Arrivals = null;
        return arrivals;
    }

    public byte rustcore_tcp_read_stop(rustcore_tcp_socket* socket, rustcore_tcp_error* error, rustrt_task_block* caller)
    {
        ((TcpSocket*)socket)->IsGivenAway = false;
        Stop(caller, New(new() { Socket = (TcpSocket*)socket, Error = error, Then = &StoppedForGood }), forGood: true);
        return 0;
    }

    private static ulong StoppedForGood(rustrt_task_block* task, Reading* reading, bool well, bool failed) => Over(task, reading, failed, well);

    private static ulong Over(rustrt_task_block* task, Reading* reading, bool failed, bool well)
    {
        NativeMemory.Free(reading);
        return Steps.End(task, failed, well ? 1u : 0);
    }

    private static Reading* New(in Reading wanted)
    {
        Reading* made = (Reading*)NativeMemory.Alloc((nuint)sizeof(Reading));
        *made = wanted;
        return made;
    }

    // ---- start and stop

    private static ulong Start(rustrt_task_block* task, Reading* reading)
    {
        if (reading->Socket->IsGivenAway)
        {
            *reading->Error = TcpErrors.AlreadyReading;
            return reading->Then(task, reading, false, false);
        }
        return reading->Socket->Arrivals != null ? PostStart(task, reading)
            : Steps.Call(Failure.Needed(task), LibraryBinding.Api->Stream,
                [(ulong)TcpSocket.ArrivalType, (ulong)&reading->Socket->Arrivals, (ulong)&reading->Sink], &SinkMade, reading);
    }

    private static ulong SinkMade(rustrt_task_block* task, nint with, ulong result, bool failed) =>
        failed ? ((Reading*)with)->Then(task, (Reading*)with, false, failed) : PostStart(task, (Reading*)with);

    private static ulong PostStart(rustrt_task_block* task, Reading* reading)
    {
        IoJob* job = Blocks.Make<IoJob>();
        *job = new() { Run = &TcpSocket.StartReading, Subject = reading->Socket, Sink = reading->Sink };
        reading->Sink = null;
        return Ask(task, reading, job);
    }

    /// <summary>For good: the port that was given away shall see its end.</summary>
    private static ulong Stop(rustrt_task_block* task, Reading* reading, bool forGood)
    {
        IoJob* job = Blocks.Make<IoJob>();
        *job = new() { Run = &TcpSocket.StopReading, Subject = reading->Socket, Argument = forGood ? 1u : 0 };
        return Ask(Failure.Needed(task), reading, job);
    }

    private static ulong Ask(rustrt_task_block* task, Reading* reading, IoJob* job) =>
        Asking.Ask(task, reading->Socket->Io, job, &job->Answer, TcpErrors.MessageType, &reading->Ended, &Answered, reading);

    private static ulong Answered(rustrt_task_block* task, nint with, bool answered, bool failed)
    {
        Reading* reading = (Reading*)with;
        if (failed) return reading->Then(task, reading, false, failed);
        *reading->Error = answered ? reading->Ended : TcpErrors.LoopHasEnded;
        return reading->Then(task, reading, reading->Error->name == null, failed);
    }

    // ---- one read

    public byte rustcore_tcp_read(rustcore_tcp_socket* socket, uint milliseconds, rustcore_bytes* @out, rustcore_tcp_error* error, rustrt_task_block* caller)
    {
        Reading* reading = New(new() { Socket = (TcpSocket*)socket, Error = error, Out = @out, Then = &Started });
        reading->Limit.Milliseconds = milliseconds;
        if (reading->Socket->Arrivals == null) Start(caller, reading);
        else Peek(Failure.Needed(caller), reading, &PeekedFirst);
        return 0;
    }

    private static ulong Peek(rustrt_task_block* task, Reading* reading, delegate*<rustrt_task_block*, nint, ulong, bool, ulong> then) =>
        Steps.Call(task, LibraryBinding.Api->Peek, [(ulong)reading->Socket->Arrivals], then, reading);

    private static ulong PeekedFirst(rustrt_task_block* task, nint with, ulong there, bool failed)
    {
        Reading* reading = (Reading*)with;
        return failed ? Over(task, reading, failed, false) : (there & 0xff) != 0 ? Take(task, reading) : Start(task, reading);
    }

    private static ulong Started(rustrt_task_block* task, Reading* reading, bool well, bool failed)
    {
        if (!well) return Over(task, reading, failed, well);
        if (reading->Limit.Milliseconds == 0)
            return Steps.Call(task, LibraryBinding.Api->Select, [(ulong)&reading->Socket->Arrivals, 1], &Arrived, reading);
        reading->Limit.Io = reading->Socket->Io;
        return TimeLimit.Begin(task, &reading->Limit, &LimitBegun, reading);
    }

    private static ulong Arrived(rustrt_task_block* task, nint with, ulong result, bool failed)
    {
        ((Reading*)with)->IsThere = true;
        return Awaited(task, with, failed);
    }

    private static ulong LimitBegun(rustrt_task_block* task, nint with, bool failed)
    {
        Reading* reading = (Reading*)with;
        return failed ? Over(task, reading, failed, false) : TimeLimit.WaitBeside(task, &reading->Limit, reading->Socket->Arrivals, &Raced, reading);
    }

    private static ulong Raced(rustrt_task_block* task, nint with, bool failed)
    {
        Reading* reading = (Reading*)with;
        reading->IsThere = !reading->Limit.IsSeen;
        return TimeLimit.End(task, &reading->Limit, failed, &Awaited, reading);
    }

    private static ulong Awaited(rustrt_task_block* task, nint with, bool failed)
    {
        Reading* reading = (Reading*)with;
        if (failed) return Over(task, reading, failed, false);
        reading->Then = &Stopped;
        return Stop(task, reading, forGood: false);
    }

    private static ulong Stopped(rustrt_task_block* task, Reading* reading, bool well, bool failed) =>
        !well ? Over(task, reading, failed, well) : reading->IsThere ? Take(task, reading) : Peek(task, reading, &PeekedLast);

    /// <summary>It may have come since.</summary>
    private static ulong PeekedLast(rustrt_task_block* task, nint with, ulong there, bool failed)
    {
        Reading* reading = (Reading*)with;
        if (failed) return Over(task, reading, failed, false);
        if ((there & 0xff) != 0) return Take(task, reading);
        *reading->Error = TcpErrors.NothingInTime;
        return Over(task, reading, failed, false);
    }

    private static ulong Take(rustrt_task_block* task, Reading* reading) =>
        Steps.Call(task, LibraryBinding.Api->Receive, [(ulong)reading->Socket->Arrivals, (ulong)&reading->Result], &Taken, reading);

    private static ulong Taken(rustrt_task_block* task, nint with, ulong result, bool failed)
    {
        Reading* reading = (Reading*)with;
        if (failed) return Over(task, reading, failed, false);
        *reading->Out = reading->Result.bytes;
        *reading->Error = reading->Result.error;
        return Over(task, reading, failed, reading->Error->name == null);
    }
}

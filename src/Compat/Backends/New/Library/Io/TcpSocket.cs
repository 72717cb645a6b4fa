using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>
/// A TCP handle and its reading, shared by the loop and the task that owns it: the protocol of legacy/core/src/io/tcp/socket.h. The
/// task reaches the handle only by jobs; closing is the last of them.
/// </summary>
internal unsafe struct TcpSocket
{
    private struct Making
    {
        public bool IsV6;
        public delegate*<rustrt_task_block*, nint, ulong, bool, ulong> Then;
        public nint With;
    }

    private struct Closing
    {
        public rustcore_iotask* Io;
        public TcpSocket* Socket;
        public bool Failed;
        public delegate*<rustrt_task_block*, nint, bool, ulong> Then;
        public nint With;
    }

    private struct Ending
    {
        public TcpSocket* Socket;
        public delegate*<rustrt_task_block*, nint, ulong> Then;
        public nint With;
    }

    /// <summary>First, for its alignment.</summary>
    private uv_tcp_s _handle;
    private rustcore_iotask* _io;
    /// <summary>Known before the task gets to know that it is connected.</summary>
    private rustcore_ip _peer;
    /// <summary>The loop's: where arrivals go.</summary>
    private rustcore_chan* _sink;
    private bool _isV6, _isOpen;

    /// <summary>The task's; null: nobody has read yet, or who called read_start has it.</summary>
    public rustcore_port* Arrivals;
    /// <summary>From read_start to read_stop.</summary>
    public bool IsGivenAway;

    private static readonly nint s_closed = Descriptors.Native((nint)(delegate* unmanaged<uv_tcp_s*, void>)&Closed);
    private static readonly nint s_end = Descriptors.Native((nint)(delegate* unmanaged<TcpSocket*, void>)&EndClosed);
    private static readonly nint s_makeRoom = Descriptors.Native((nint)(delegate* unmanaged<void*, nuint, uv_buf_t>)&MakeRoom);
    private static readonly nint s_arrived = Descriptors.Native((nint)(delegate* unmanaged<uv_tcp_s*, nint, uv_buf_t, void>)&Arrived);
    private static readonly nint s_deliver = Descriptors.Native((nint)(delegate* unmanaged<Arrival*, void>)&Deliver);

    public readonly rustcore_iotask* Io => _io;

    public readonly rustcore_ip Peer => _peer;

    public static uv_tcp_s* Handle(TcpSocket* socket) => &socket->_handle;

    // ---- the task's

    /// <summary>Then gets it.</summary>
    public static ulong Make(rustrt_task_block* task, rustcore_iotask* io, bool v6, delegate*<rustrt_task_block*, nint, ulong, bool, ulong> then, void* with)
    {
        Making* making = (Making*)NativeMemory.Alloc((nuint)sizeof(Making));
        *making = new() { IsV6 = v6, Then = then, With = (nint)with };
        return Steps.Call(task, LibraryBinding.Api->ExclusiveClone, [(ulong)io], &Referred, making);
    }

    private static ulong Referred(rustrt_task_block* task, nint with, ulong reference, bool failed)
    {
        Making making = *(Making*)with;
        NativeMemory.Free((void*)with);
        if (failed) return making.Then(task, making.With, 0, failed);
        TcpSocket* made = Blocks.Make<TcpSocket>();
        made->_io = (rustcore_iotask*)reference;
        made->_isV6 = making.IsV6;
        return making.Then(task, making.With, (ulong)made, failed);
    }

    /// <summary>Gives the socket up: closes it by a job.</summary>
    public static ulong Close(rustrt_task_block* task, TcpSocket* socket, delegate*<rustrt_task_block*, nint, bool, ulong> then, void* with)
    {
        Closing* closing = (Closing*)NativeMemory.Alloc((nuint)sizeof(Closing));
        *closing = new() { Socket = socket, Then = then, With = (nint)with };
        return Steps.Call(task, LibraryBinding.Api->ExclusiveClone, [(ulong)socket->_io], &Kept, closing);
    }

    /// <summary>With a reference of our own: the socket may be gone as soon as the job is posted.</summary>
    private static ulong Kept(rustrt_task_block* task, nint with, ulong reference, bool failed)
    {
        Closing* closing = (Closing*)with;
        if (failed) return CloseOver(task, with, failed);
        closing->Io = (rustcore_iotask*)reference;
        IoJob* job = Blocks.Make<IoJob>();
        *job = new() { Run = &RunClose, DropSubject = &DropSocket, Subject = closing->Socket };
        return IoJob.Post(task, closing->Io, job, &ClosePosted, closing);
    }

    private static ulong ClosePosted(rustrt_task_block* task, nint with, bool failed)
    {
        ((Closing*)with)->Failed = failed;
        return Steps.Drop(task, LibraryBinding.Api->ExclusiveDrop, ((Closing*)with)->Io, &IoLeft, (void*)with);
    }

    private static ulong IoLeft(rustrt_task_block* task, nint with) => CloseOver(task, with, ((Closing*)with)->Failed);

    private static ulong CloseOver(rustrt_task_block* task, nint with, bool failed)
    {
        Closing closing = *(Closing*)with;
        NativeMemory.Free((void*)with);
        return closing.Then(task, closing.With, failed);
    }

    // ---- on the loop

    /// <summary>0 or -1 as libuv gives it.</summary>
    public static int Open(TcpSocket* socket, uv_loop_s* loop)
    {
        LibraryUv* uv = LibraryBinding.Api->Uv;
        if (uv->TcpInit(loop, &socket->_handle) != 0) return -1;
        uv->SetHandleData(socket, socket);
        socket->_isOpen = true;
        return 0;
    }

    public static void FindPeer(TcpSocket* socket)
    {
        if (socket->_isV6) LibraryBinding.Api->Uv->TcpPeerName6(&socket->_handle, &socket->_peer.v6);
        else LibraryBinding.Api->Uv->TcpPeerName(&socket->_handle, &socket->_peer.v4);
    }

    private static ulong RunClose(rustrt_task_block* task, IoJob* job)
    {
        TcpSocket* socket = (TcpSocket*)job->Subject;
        job->DropSubject = null;
        if (!socket->_isOpen) return End(task, socket, &JobDone, job);
        LibraryBinding.Api->Uv->Close(socket, s_closed);
        return IoLoop.Done(task, job);
    }

    private static ulong JobDone(rustrt_task_block* task, nint job) => IoLoop.Done(task, (IoJob*)job);

    private static ulong DropSocket(rustrt_task_block* task, IoJob* job, delegate*<rustrt_task_block*, nint, ulong> then, void* with) =>
        End(task, (TcpSocket*)job->Subject, then, with);

    [UnmanagedCallersOnly]
    private static void Closed(uv_tcp_s* handle) => Steps.OnRust(Descriptors.Caller, s_end, LibraryBinding.Api->Uv->HandleData(handle));

    [UnmanagedCallersOnly]
    private static void EndClosed(TcpSocket* socket) => End(Descriptors.Caller, socket, &Ended, null);

    private static ulong Ended(rustrt_task_block* task, nint with) => 0;

    private static ulong End(rustrt_task_block* task, TcpSocket* socket, delegate*<rustrt_task_block*, nint, ulong> then, void* with)
    {
        Ending* ending = (Ending*)NativeMemory.Alloc((nuint)sizeof(Ending));
        *ending = new() { Socket = socket, Then = then, With = (nint)with };
        return EndNext(task, (nint)ending);
    }

    private static ulong EndNext(rustrt_task_block* task, nint with)
    {
        TcpSocket* socket = ((Ending*)with)->Socket;
        if (socket->_sink != null)
        {
            rustcore_chan* sink = socket->_sink;
            socket->_sink = null;
            return Steps.Drop(task, LibraryBinding.Api->ChanDrop, sink, &EndNext, (void*)with);
        }
        if (socket->_io != null)
        {
            rustcore_iotask* io = socket->_io;
            socket->_io = null;
            return Steps.Drop(task, LibraryBinding.Api->ExclusiveDrop, io, &EndNext, (void*)with);
        }
        if (socket->Arrivals != null)
        {
            rustcore_port* arrivals = socket->Arrivals;
            socket->Arrivals = null;
            return Steps.Drop(task, LibraryBinding.Api->PortDrop, arrivals, &EndNext, (void*)with);
        }
        Ending ending = *(Ending*)with;
        NativeMemory.Free((void*)with);
        Blocks.Free(socket);
        return ending.Then(task, ending.With);
    }

    // ---- reading

    /// <summary>What arrives, on its way into the sink; a message is its result.</summary>
    private struct Arrival
    {
        public rustcore_tcp_read_result Result;
        public TcpSocket* Socket;
    }

    /// <summary>Of arrivals: bytes in an exchange block, or an error.</summary>
    public static type_desc* ArrivalType { get; } = Descriptors.Make<rustcore_tcp_read_result>(&ArrivalDropped);

    /// <summary>A job: what arrives goes to its sink from now on; without one to where it went before.</summary>
    public static ulong StartReading(rustrt_task_block* task, IoJob* job)
    {
        TcpSocket* socket = (TcpSocket*)job->Subject;
        rustcore_chan* before = socket->_sink;
        if (job->Sink == null) return ReadStart(task, (nint)job);
        socket->_sink = job->Sink;
        job->Sink = null;
        return before != null ? Steps.Drop(task, LibraryBinding.Api->ChanDrop, before, &ReadStart, job) : ReadStart(task, (nint)job);
    }

    private static ulong ReadStart(rustrt_task_block* task, nint with)
    {
        IoJob* job = (IoJob*)with;
        int status = LibraryBinding.Api->Uv->ReadStart(Handle((TcpSocket*)job->Subject), s_makeRoom, s_arrived);
        return IoJob.Reply(task, job, TcpErrors.OfStatus(status, job->Loop->Uv));
    }

    /// <summary>A job: stops reading; with an argument the port sees its end.</summary>
    public static ulong StopReading(rustrt_task_block* task, IoJob* job)
    {
        TcpSocket* socket = (TcpSocket*)job->Subject;
        job->Error = TcpErrors.OfStatus(LibraryBinding.Api->Uv->ReadStop(&socket->_handle), job->Loop->Uv);
        rustcore_chan* sink = socket->_sink;
        if (job->Argument == 0 || sink == null) return Stopped(task, (nint)job);
        socket->_sink = null;
        return Steps.Drop(task, LibraryBinding.Api->ChanDrop, sink, &Stopped, job);
    }

    private static ulong Stopped(rustrt_task_block* task, nint job) => IoJob.Reply(task, (IoJob*)job, ((IoJob*)job)->Error);

    [UnmanagedCallersOnly]
    private static uv_buf_t MakeRoom(void* handle, nuint suggested)
    {
        uv_buf_t buffer;
        LibraryBinding.Api->Uv->BufferInit(&buffer, LibraryBinding.Api->Uv->BufferAllocate(suggested), suggested);
        return buffer;
    }

    /// <summary>What came gets a block of its own: the buffer has room for far more than what usually comes.</summary>
    [UnmanagedCallersOnly]
    private static void Arrived(uv_tcp_s* handle, nint size, uv_buf_t buffer)
    {
        LibraryUv* uv = LibraryBinding.Api->Uv;
        Arrival* arrival = size != 0 ? (Arrival*)NativeMemory.AllocZeroed((nuint)sizeof(Arrival)) : null;
        byte* bytes = uv->BufferBase(buffer);
        if (size > 0)
        {
            arrival->Result.bytes = new() { data = (byte*)uv->ExchangeAllocate((nuint)size), size = (nuint)size };
            NativeMemory.Copy(bytes, arrival->Result.bytes.data, (nuint)size);
        }
        else if (size < 0)
        {
            arrival->Result.error = TcpErrors.OfStatus(-1, uv->LoopOf(handle));
        }
        if (bytes != null) uv->BufferFree(buffer);
        if (arrival == null) return;
        arrival->Socket = (TcpSocket*)uv->HandleData(handle);
        Steps.OnRust(Descriptors.Caller, s_deliver, arrival);
    }

    [UnmanagedCallersOnly]
    private static void Deliver(Arrival* arrival) =>
        Steps.Call(Descriptors.Caller, LibraryBinding.Api->TrySend, [(ulong)arrival->Socket->_sink, (ulong)&arrival->Result], &Delivered, arrival);

    private static ulong Delivered(rustrt_task_block* task, nint with, ulong sent, bool failed)
    {
        TcpSocket* socket = ((Arrival*)with)->Socket;
        NativeMemory.Free((void*)with);
        if (failed || (sent & 0xff) != 0) return Steps.End(task, failed);
        // The port was dropped before read_stop.
        rustcore_chan* sink = socket->_sink;
        socket->_sink = null;
        return Steps.Drop(task, LibraryBinding.Api->ChanDrop, sink, &SinkLeft, socket);
    }

    private static ulong SinkLeft(rustrt_task_block* task, nint socket)
    {
        LibraryBinding.Api->Uv->ReadStop(Handle((TcpSocket*)socket));
        return 0;
    }

    [UnmanagedCallersOnly]
    private static void ArrivalDropped(void* result, void* env, type_desc** types, void* value)
    {
        byte* bytes = ((rustcore_tcp_read_result*)value)->bytes.data;
        if (bytes != null) LibraryBinding.Api->Uv->ExchangeFree(bytes);
    }
}

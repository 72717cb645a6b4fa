using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>
/// Listening: the task that listens waits for the kill message; connections arrive on the loop's thread, where they are accepted at
/// once. The loop leaves the handle, and the caller's environment, before the listening task goes on.
/// </summary>
internal unsafe struct TcpListener
{
    /// <summary>listener_callbacks in Router/Rustcore/closures.c.</summary>
    public struct Callbacks
    {
        public nint Established, Connection;
        public void* Env;
        /// <summary>The caller's.</summary>
        public rustcore_tcp_error* Error;
    }

    /// <summary>First, for its alignment.</summary>
    private uv_tcp_s _handle;
    private rustcore_iotask* _io;
    private rustcore_ip _address;
    private int _backlog;
    private Callbacks _callbacks;
    private rustcore_port* _ended;
    private rustcore_chan* _chan;
    private rustcore_shared_chan* _kill;
    private rustcore_tcp_error _error;
    private rustcore_chan_one* _closed;
    private bool _isOpen, _failed;

    private static readonly nint s_arrived = Descriptors.Native((nint)(delegate* unmanaged<uv_tcp_s*, int, void>)&Arrived);
    private static readonly nint s_kill = Descriptors.Native((nint)(delegate* unmanaged<Refusal*, void>)&Kill);
    private static readonly nint s_accept = Descriptors.Native((nint)(delegate* unmanaged<TcpListener*, void>)&Accept);
    private static readonly nint s_closeDone = Descriptors.Native((nint)(delegate* unmanaged<uv_tcp_s*, void>)&Closed);
    private static readonly nint s_tellClosed = Descriptors.Native((nint)(delegate* unmanaged<TcpListener*, void>)&TellClosed);

    // ---- the listening task

    /// <summary>Hands the router what it calls for rustcore_tcp_listen.</summary>
    public static void Fill(LibraryEntries* entries) =>
        entries->TcpListen = Descriptors.Native((nint)(delegate* unmanaged<rustcore_iotask*, rustcore_ip*, int, Callbacks*, ulong>)&Listen);

    /// <summary>The whole of a listener's life; whether it ended as was wanted.</summary>
    [UnmanagedCallersOnly]
    private static ulong Listen(rustcore_iotask* io, rustcore_ip* address, int backlog, Callbacks* callbacks)
    {
        TcpListener* listener = (TcpListener*)NativeMemory.AllocZeroed((nuint)sizeof(TcpListener));
        *listener = new() { _io = io, _address = *address, _backlog = backlog, _callbacks = *callbacks };
        return Steps.Call(Descriptors.Caller, LibraryBinding.Api->Stream,
            [(ulong)TcpErrors.MessageType, (ulong)&listener->_ended, (ulong)&listener->_chan], &StreamMade, listener);
    }

    private static ulong StreamMade(rustrt_task_block* task, nint with, ulong result, bool failed)
    {
        if (failed) return Answer.Fail(task);
        return Steps.Call(task, LibraryBinding.Api->SharedChanNew, [(ulong)((TcpListener*)with)->_chan], &KillMade, (void*)with);
    }

    private static ulong KillMade(rustrt_task_block* task, nint with, ulong kill, bool failed)
    {
        if (failed) return Answer.Fail(task);
        TcpListener* listener = (TcpListener*)with;
        listener->_kill = (rustcore_shared_chan*)kill;
        LibraryBinding.Api->InhibitKill((rust_task*)task);
        IoJob* job = Blocks.Make<IoJob>();
        *job = new() { Run = &RunOpen, Subject = listener };
        return Asking.Ask(task, listener->_io, job, &job->Answer, TcpErrors.MessageType, &listener->_error, &Opened, listener);
    }

    private static ulong Opened(rustrt_task_block* task, nint with, bool answered, bool failed)
    {
        TcpListener* listener = (TcpListener*)with;
        LibraryBinding.Api->AllowKill((rust_task*)task);
        if (failed) return End(task, listener, failed);
        if (!answered) listener->_error = TcpErrors.LoopHasEnded;
        *listener->_callbacks.Error = listener->_error;
        return listener->_error.name != null ? End(task, listener, failed: false)
            : listener->_callbacks.Established == 0 ? Wait(task, listener)
            : Steps.Call(task, listener->_callbacks.Established, [(ulong)listener->_kill, (ulong)listener->_callbacks.Env], &EstablishedCalled, listener);
    }

    private static ulong EstablishedCalled(rustrt_task_block* task, nint with, ulong result, bool failed) =>
        failed ? End(task, (TcpListener*)with, failed) : Wait(task, (TcpListener*)with);

    private static ulong Wait(rustrt_task_block* task, TcpListener* listener) =>
        Steps.Call(task, LibraryBinding.Api->Receive, [(ulong)listener->_ended, (ulong)&listener->_error], &Killed, listener);

    private static ulong Killed(rustrt_task_block* task, nint with, ulong result, bool failed)
    {
        TcpListener* listener = (TcpListener*)with;
        if (!failed) *listener->_callbacks.Error = listener->_error;
        return End(task, listener, failed);
    }

    private static ulong End(rustrt_task_block* task, TcpListener* listener, bool failed)
    {
        listener->_failed = failed;
        if (!listener->_isOpen) return HasClosed(task, listener);
        LibraryBinding.Api->InhibitKill((rust_task*)task);
        IoJob* job = Blocks.Make<IoJob>();
        *job = new() { Run = &RunClose, Subject = listener };
        return Asking.Ask(task, listener->_io, job, &job->Answer, (type_desc*)LibraryBinding.Api->Nothing, null, &CloseAnswered, listener);
    }

    private static ulong CloseAnswered(rustrt_task_block* task, nint with, bool answered, bool failed)
    {
        if (failed) Failure.Twice();
        LibraryBinding.Api->AllowKill((rust_task*)task);
        return HasClosed(task, (TcpListener*)with);
    }

    private static ulong HasClosed(rustrt_task_block* task, TcpListener* listener) =>
        Steps.Drop(task, LibraryBinding.Api->SharedChanDrop, listener->_kill, &KillLeft, listener);

    private static ulong KillLeft(rustrt_task_block* task, nint with) =>
        Steps.Drop(task, LibraryBinding.Api->PortDrop, ((TcpListener*)with)->_ended, &Over, (void*)with);

    private static ulong Over(rustrt_task_block* task, nint with)
    {
        TcpListener over = *(TcpListener*)with;
        NativeMemory.Free((void*)with);
        return Steps.End(task, over._failed, over._error.name == null ? 1u : 0);
    }

    // ---- on the loop

    private static ulong RunOpen(rustrt_task_block* task, IoJob* job) =>
        IoJob.Reply(task, job, TcpErrors.OfStatus(Open((TcpListener*)job->Subject, job->Loop->Uv), job->Loop->Uv));

    private static int Open(TcpListener* listener, uv_loop_s* loop)
    {
        LibraryUv* uv = LibraryBinding.Api->Uv;
        if (uv->TcpInit(loop, &listener->_handle) != 0) return -1;
        listener->_isOpen = true;
        uv->SetHandleData(listener, listener);
        int bound = IsV6(listener) ? uv->TcpBind6(&listener->_handle, &listener->_address.v6) : uv->TcpBind(&listener->_handle, &listener->_address.v4);
        return bound != 0 ? bound : uv->Listen(&listener->_handle, listener->_backlog, s_arrived);
    }

    private static bool IsV6(TcpListener* listener) => listener->_address.family == Sockets.Ip6;

    private static ulong RunClose(rustrt_task_block* task, IoJob* job)
    {
        TcpListener* listener = (TcpListener*)job->Subject;
        listener->_closed = job->Answer;
        job->Answer = null;
        LibraryBinding.Api->Uv->Close(listener, s_closeDone);
        return IoLoop.Done(task, job);
    }

    [UnmanagedCallersOnly]
    private static void Closed(uv_tcp_s* handle) => Steps.OnRust(Descriptors.Caller, s_tellClosed, LibraryBinding.Api->Uv->HandleData(handle));

    /// <summary>The listener is not there any more from the moment that its task hears of it.</summary>
    [UnmanagedCallersOnly]
    private static void TellClosed(TcpListener* listener) =>
        Answer.Call(Descriptors.Caller, 0, LibraryBinding.Api->SendOne, [(ulong)listener->_closed, 0]);

    // ---- connections: callbacks, on the C stack, and what they have done on the Rust stack

    /// <summary>An error of the listener, on its way to whom it ends.</summary>
    private struct Refusal
    {
        public rustcore_shared_chan* Kill;
        public rustcore_tcp_error Error;
    }

    private struct Arrival
    {
        public TcpListener* Listener;
        public TcpSocket* Socket;
        public rustcore_tcp_error Error;
    }

    [UnmanagedCallersOnly]
    private static void Arrived(uv_tcp_s* handle, int status)
    {
        LibraryUv* uv = LibraryBinding.Api->Uv;
        TcpListener* listener = (TcpListener*)uv->HandleData(handle);
        rustcore_tcp_error error = TcpErrors.OfStatus(status, uv->LoopOf(handle));
        if (error.name == null)
        {
            Steps.OnRust(Descriptors.Caller, s_accept, listener);
            return;
        }
        Refusal* refusal = (Refusal*)NativeMemory.Alloc((nuint)sizeof(Refusal));
        *refusal = new() { Kill = listener->_kill, Error = error };
        Steps.OnRust(Descriptors.Caller, s_kill, refusal);
    }

    [UnmanagedCallersOnly]
    private static void Kill(Refusal* refusal) =>
        Steps.Call(Descriptors.Caller, LibraryBinding.Api->SharedChanSend, [(ulong)refusal->Kill, (ulong)&refusal->Error], &KillSent, refusal);

    private static ulong KillSent(rustrt_task_block* task, nint with, ulong result, bool failed)
    {
        NativeMemory.Free((void*)with);
        return Steps.End(task, failed);
    }

    [UnmanagedCallersOnly]
    private static void Accept(TcpListener* listener)
    {
        Arrival* arrival = (Arrival*)NativeMemory.AllocZeroed((nuint)sizeof(Arrival));
        arrival->Listener = listener;
        TcpSocket.Make(Descriptors.Caller, listener->_io, IsV6(listener), &SocketMade, arrival);
    }

    private static ulong SocketMade(rustrt_task_block* task, nint with, ulong made, bool failed)
    {
        if (failed) return Answer.Fail(task);
        Arrival* arrival = (Arrival*)with;
        arrival->Socket = (TcpSocket*)made;
        LibraryUv* uv = LibraryBinding.Api->Uv;
        uv_loop_s* loop = uv->LoopOf(arrival->Listener);
        int status = TcpSocket.Open(arrival->Socket, loop);
        if (status == 0) status = uv->Accept(&arrival->Listener->_handle, TcpSocket.Handle(arrival->Socket));
        if (status == 0) TcpSocket.FindPeer(arrival->Socket);
        arrival->Error = TcpErrors.OfStatus(status, loop);
        if (status == 0) return Offer(task, with, failed: false);
        TcpSocket* refused = arrival->Socket;
        arrival->Socket = null;
        return TcpSocket.Close(task, refused, &Offer, arrival);
    }

    private static ulong Offer(rustrt_task_block* task, nint with, bool failed)
    {
        if (failed) return Answer.Fail(task);
        Arrival arrival = *(Arrival*)with;
        NativeMemory.Free((void*)with);
        rustcore_tcp_connection* connection = Blocks.Make<rustcore_tcp_connection>();
        *connection = new() { socket = arrival.Socket, error = arrival.Error };
        return Answer.Call(task, 0, arrival.Listener->_callbacks.Connection, [(ulong)connection, (ulong)arrival.Listener->_kill, (ulong)arrival.Listener->_callbacks.Env]);
    }
}

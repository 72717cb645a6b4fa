using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>The service tcp of librustcore.so: connecting and writing here, the rest in the files beside.</summary>
internal sealed unsafe partial class TcpService
{
    /// <summary>An operation that ends with an error, whose text is the caller's when it is over.</summary>
    private struct Operation
    {
        public TcpSocket* Socket;
        public rustcore_tcp_error* Error;
        public rustcore_tcp_error Ended;
        public bool Failed;
        /// <summary>Of a connect.</summary>
        public rustcore_iotask* Io;
        public rustcore_ip Address;
        /// <summary>Of a write: what is left.</summary>
        public byte* Data;
        public nuint Size;
    }

    // ---- connecting

    public rustcore_tcp_socket* rustcore_tcp_connect(rustcore_iotask* io, rustcore_ip* address, rustcore_tcp_error* error, rustrt_task_block* caller)
    {
        Operation* connect = (Operation*)NativeMemory.Alloc((nuint)sizeof(Operation));
        *connect = new() { Error = error, Io = io, Address = *address };
        TcpSocket.Make(Failure.Needed(caller), io, address->family == Sockets.Ip6, &SocketMade, connect);
        return null;
    }

    private static ulong SocketMade(rustrt_task_block* task, nint with, ulong socket, bool failed)
    {
        if (failed) return Answer.Fail(task);
        Operation* connect = (Operation*)with;
        connect->Socket = (TcpSocket*)socket;
        IoJob* job = TcpRequest.ConnectJob(connect->Socket, &connect->Address, out TcpRequest* request);
        return Asking.Ask(task, connect->Io, job, &request->Answer, TcpErrors.MessageType, &connect->Ended, &Connected, connect);
    }

    private static ulong Connected(rustrt_task_block* task, nint with, bool answered, bool failed)
    {
        Operation* connect = (Operation*)with;
        connect->Failed = failed;
        if (!failed && EndedWell(connect, answered))
        {
            ulong socket = (ulong)connect->Socket;
            NativeMemory.Free(connect);
            return socket;
        }
        return TcpSocket.Close(task, connect->Socket, &NotConnected, connect);
    }

    private static ulong NotConnected(rustrt_task_block* task, nint with, bool failed)
    {
        if (failed) Failure.Twice();
        bool rethrows = ((Operation*)with)->Failed;
        NativeMemory.Free((void*)with);
        return Steps.End(task, rethrows);
    }

    private static bool EndedWell(Operation* operation, bool answered)
    {
        *operation->Error = answered ? operation->Ended : TcpErrors.LoopHasEnded;
        return operation->Error->name == null;
    }

    // ---- what a listener offers

    public rustcore_tcp_socket* rustcore_tcp_accept(rustcore_tcp_connection* connection, rustcore_tcp_error* error, rustrt_task_block* caller)
    {
        *error = connection->error;
        TcpSocket* socket = connection->socket;
        Blocks.Free(connection);
        return (rustcore_tcp_socket*)socket;
    }

    public void rustcore_tcp_connection_drop(rustcore_tcp_connection* connection, rustrt_task_block* caller)
    {
        TcpSocket* socket = connection->socket;
        Blocks.Free(connection);
        if (socket != null) Drop(caller, socket);
    }

    public void rustcore_tcp_drop(rustcore_tcp_socket* socket, rustrt_task_block* caller) => Drop(caller, (TcpSocket*)socket);

    private static ulong Drop(rustrt_task_block* task, TcpSocket* socket) => TcpSocket.Close(Failure.Needed(task), socket, &Dropped, null);

    private static ulong Dropped(rustrt_task_block* task, nint with, bool failed) => Steps.End(task, failed);

    public void rustcore_tcp_peer(rustcore_tcp_socket* socket, rustcore_ip* @out, rustrt_task_block* caller) => *@out = ((TcpSocket*)socket)->Peer;

    // ---- writing

    public byte rustcore_tcp_write(rustcore_tcp_socket* socket, void* data, nuint size, rustcore_tcp_error* error, rustrt_task_block* caller)
    {
        Operation* write = (Operation*)NativeMemory.Alloc((nuint)sizeof(Operation));
        *write = new() { Socket = (TcpSocket*)socket, Error = error, Data = (byte*)data, Size = size };
        WriteNext(Failure.Needed(caller), write);
        return 0;
    }

    private static ulong WriteNext(rustrt_task_block* task, Operation* write)
    {
        const nuint most = 1 << 30; // a buffer's length has 32 bits in the library
        nuint size = nuint.Min(write->Size, most);
        IoJob* job = TcpRequest.WriteJob(write->Socket, write->Data, size, out TcpRequest* request);
        write->Data += size;
        write->Size -= size;
        return Asking.Ask(task, write->Socket->Io, job, &request->Answer, TcpErrors.MessageType, &write->Ended, &Written, write);
    }

    private static ulong Written(rustrt_task_block* task, nint with, bool answered, bool failed)
    {
        Operation* write = (Operation*)with;
        bool well = !failed && EndedWell(write, answered);
        if (well && write->Size > 0) return WriteNext(task, write);
        NativeMemory.Free(write);
        return Steps.End(task, failed, well ? 1u : 0);
    }
}

using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>
/// A connect or a write, from its start to its callback; a socket's closing job comes later, when both are called back, too. What fails
/// at once has no callback.
/// </summary>
internal unsafe struct TcpRequest
{
    /// <summary>First, for its alignment. A connect's is smaller.</summary>
    private uv_write_s _request;
    private TcpSocket* _socket;
    public rustcore_chan_one* Answer;
    private rustcore_tcp_error _error;
    /// <summary>Of a connect.</summary>
    private rustcore_ip _address;
    /// <summary>Of a write, in a block: a copy, since a task that fails while it waits takes its own away.</summary>
    private byte* _bytes;
    private nuint _size;
    /// <summary>While it is finished.</summary>
    private delegate*<rustrt_task_block*, nint, ulong> _then;
    private nint _with;

    private static readonly nint s_connected = Descriptors.Native((nint)(delegate* unmanaged<void*, int, void>)&Connected);
    private static readonly nint s_written = Descriptors.Native((nint)(delegate* unmanaged<void*, int, void>)&Written);
    private static readonly nint s_finish = Descriptors.Native((nint)(delegate* unmanaged<TcpRequest*, void>)&FinishCalledBack);

    public static IoJob* ConnectJob(TcpSocket* socket, rustcore_ip* address, out TcpRequest* request)
    {
        request = Blocks.Make<TcpRequest>();
        *request = new() { _socket = socket, _address = *address };
        return Job(request, &Connect);
    }

    public static IoJob* WriteJob(TcpSocket* socket, void* data, nuint size, out TcpRequest* request)
    {
        request = Blocks.Make<TcpRequest>();
        *request = new() { _socket = socket, _bytes = (byte*)Blocks.Allocate(size), _size = size };
        NativeMemory.Copy(data, request->_bytes, size);
        return Job(request, &Write);
    }

    private static IoJob* Job(TcpRequest* request, delegate*<rustrt_task_block*, IoJob*, ulong> run)
    {
        IoJob* job = Blocks.Make<IoJob>();
        *job = new() { Run = run, DropSubject = &DropRequest, Subject = request };
        return job;
    }

    private static ulong DropRequest(rustrt_task_block* task, IoJob* job, delegate*<rustrt_task_block*, nint, ulong> then, void* with)
    {
        rustcore_chan_one* answer = ((TcpRequest*)job->Subject)->Answer;
        Free((TcpRequest*)job->Subject);
        return answer != null ? Steps.Drop(task, LibraryBinding.Api->ChanOneDrop, answer, then, with) : then(task, (nint)with);
    }

    private static void Free(TcpRequest* request)
    {
        if (request->_bytes != null) Blocks.Free(request->_bytes);
        Blocks.Free(request);
    }

    // ---- on the loop

    private static ulong Connect(rustrt_task_block* task, IoJob* job)
    {
        TcpRequest* request = (TcpRequest*)job->Subject;
        int status = TcpSocket.Open(request->_socket, job->Loop->Uv);
        if (status != 0) return Started(task, job, status);
        LibraryUv* uv = LibraryBinding.Api->Uv;
        uv->SetRequestData(&request->_request, request);
        return Started(task, job, request->_address.family == Sockets.Ip6
            ? uv->TcpConnect6(&request->_request, TcpSocket.Handle(request->_socket), s_connected, &request->_address.v6)
            : uv->TcpConnect(&request->_request, TcpSocket.Handle(request->_socket), s_connected, &request->_address.v4));
    }

    private static ulong Write(rustrt_task_block* task, IoJob* job)
    {
        TcpRequest* request = (TcpRequest*)job->Subject;
        LibraryUv* uv = LibraryBinding.Api->Uv;
        uv_buf_t buffer;
        uv->BufferInit(&buffer, request->_bytes, request->_size);
        uv->SetRequestData(&request->_request, request);
        return Started(task, job, uv->Write(&request->_request, TcpSocket.Handle(request->_socket), &buffer, 1, s_written));
    }

    private static ulong Started(rustrt_task_block* task, IoJob* job, int status)
    {
        job->DropSubject = null;
        rustcore_tcp_error error = TcpErrors.OfStatus(status, job->Loop->Uv);
        return error.name == null ? IoLoop.Done(task, job) : Finish(task, (TcpRequest*)job->Subject, error, &JobDone, job);
    }

    private static ulong JobDone(rustrt_task_block* task, nint job) => IoLoop.Done(task, (IoJob*)job);

    // ---- callbacks, on the C stack, and what they have done on the Rust stack

    [UnmanagedCallersOnly]
    private static void Connected(void* handle, int status)
    {
        LibraryUv* uv = LibraryBinding.Api->Uv;
        TcpRequest* request = (TcpRequest*)uv->RequestData(handle);
        request->_error = TcpErrors.OfStatus(status, uv->LoopOf(uv->StreamOfConnect(handle)));
        if (request->_error.name == null) TcpSocket.FindPeer(request->_socket);
        Steps.OnRust(Descriptors.Caller, s_finish, request);
    }

    [UnmanagedCallersOnly]
    private static void Written(void* handle, int status)
    {
        LibraryUv* uv = LibraryBinding.Api->Uv;
        TcpRequest* request = (TcpRequest*)uv->RequestData(handle);
        request->_error = TcpErrors.OfStatus(status, uv->LoopOf(uv->StreamOfWrite(handle)));
        Steps.OnRust(Descriptors.Caller, s_finish, request);
    }

    [UnmanagedCallersOnly]
    private static void FinishCalledBack(TcpRequest* request) => Finish(Descriptors.Caller, request, request->_error, &Nothing, null);

    private static ulong Nothing(rustrt_task_block* task, nint with) => 0;

    private static ulong Finish(rustrt_task_block* task, TcpRequest* request, rustcore_tcp_error error, delegate*<rustrt_task_block*, nint, ulong> then, void* with)
    {
        request->_error = error;
        request->_then = then;
        request->_with = (nint)with;
        return Steps.Call(task, LibraryBinding.Api->SendOne, [(ulong)request->Answer, (ulong)&request->_error], &Told, request);
    }

    private static ulong Told(rustrt_task_block* task, nint with, ulong result, bool failed)
    {
        TcpRequest told = *(TcpRequest*)with;
        Free((TcpRequest*)with);
        return failed ? Steps.End(task, failed) : told._then(task, told._with);
    }
}

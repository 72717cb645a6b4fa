using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

// TCP streams, their buffers and requests.
internal sealed unsafe partial class IoService
{
    public int rust_uv_tcp_init(uv_loop_s* loop, uv_tcp_s* handle, rustrt_task_block* caller)
    {
        _ = new IoTcp(IoLoop.Of(loop), handle);
        return 0;
    }

    public int rust_uv_tcp_bind(uv_tcp_s* handle, sockaddr_in* addr, rustrt_task_block* caller) => Bind(handle, Sockets.Ip4, (sockaddr_in*)addr);

    public int rust_uv_tcp_bind6(uv_tcp_s* handle, sockaddr_in6* addr, rustrt_task_block* caller) => Bind(handle, Sockets.Ip6, (sockaddr_in*)addr);

    public int rust_uv_tcp_connect(uv_connect_s* req, uv_tcp_s* handle, delegate* unmanaged[Cdecl]<uv_connect_s*, int, void> cb, sockaddr_in* addr, rustrt_task_block* caller) =>
        Connect(req, handle, (nint)cb, Sockets.Ip4, (sockaddr_in*)addr);

    public int rust_uv_tcp_connect6(uv_connect_s* req, uv_tcp_s* handle, delegate* unmanaged[Cdecl]<uv_connect_s*, int, void> cb, sockaddr_in6* addr, rustrt_task_block* caller) =>
        Connect(req, handle, (nint)cb, Sockets.Ip6, (sockaddr_in*)addr);

    public int rust_uv_tcp_getpeername(uv_tcp_s* handle, sockaddr_in* name, rustrt_task_block* caller) => PeerName(handle, name, (uint)sizeof(sockaddr_in));

    public int rust_uv_tcp_getpeername6(uv_tcp_s* handle, sockaddr_in6* name, rustrt_task_block* caller) => PeerName(handle, name, (uint)sizeof(sockaddr_in6));

    public int rust_uv_listen(uv_stream_s* stream, int backlog, delegate* unmanaged[Cdecl]<uv_stream_s*, int, void> cb, rustrt_task_block* caller)
    {
        IoTcp tcp = IoHandle.Of<IoTcp>(stream);
        return tcp.Loop.Result(tcp.Listen(backlog, (nint)cb));
    }

    public int rust_uv_accept(uv_stream_s* server, uv_stream_s* client, rustrt_task_block* caller)
    {
        IoTcp tcp = IoHandle.Of<IoTcp>(server);
        return tcp.Loop.Result(tcp.Accept(IoHandle.Of<IoTcp>(client)));
    }

    public int rust_uv_write(uv_write_s* req, uv_stream_s* stream, uv_buf_t* bufs, int n_bufs, delegate* unmanaged[Cdecl]<uv_write_s*, int, void> cb, rustrt_task_block* caller)
    {
        IoTcp tcp = IoHandle.Of<IoTcp>(stream);
        return tcp.Loop.Result(tcp.Write(req, bufs, n_bufs, (nint)cb));
    }

    public int rust_uv_read_start(uv_stream_s* stream, delegate* unmanaged[Cdecl]<uv_handle_s*, nuint, uv_buf_t> alloc_cb, delegate* unmanaged[Cdecl]<uv_stream_s*, nint, uv_buf_t, void> read_cb, rustrt_task_block* caller)
    {
        IoTcp tcp = IoHandle.Of<IoTcp>(stream);
        return tcp.Loop.Result(tcp.StartReading((nint)alloc_cb, (nint)read_cb));
    }

    public int rust_uv_read_stop(uv_stream_s* stream, rustrt_task_block* caller)
    {
        IoHandle.Of<IoTcp>(stream).StopReading();
        return 0;
    }

    private static int Bind(uv_tcp_s* handle, int family, sockaddr_in* address)
    {
        IoTcp tcp = IoHandle.Of<IoTcp>(handle);
        return address->sin_family != family ? tcp.Loop.Note(new uv_err_t { code = IoErrors.Fault }) : tcp.Loop.Result(tcp.Bind(address));
    }

    private static int Connect(uv_connect_s* request, uv_tcp_s* handle, nint callback, int family, sockaddr_in* address)
    {
        IoTcp tcp = IoHandle.Of<IoTcp>(handle);
        return address->sin_family != family
            ? tcp.Loop.Note(new uv_err_t { code = IoErrors.Invalid })
            : tcp.Loop.Result(tcp.Connect(request, callback, address));
    }

    private static int PeerName(uv_tcp_s* handle, void* name, uint size)
    {
        IoTcp tcp = IoHandle.Of<IoTcp>(handle);
        return tcp.Loop.Result(tcp.PeerName(name, size));
    }

    // ---- buffers

    // The length was an unsigned int on its way.
    public void rust_uv_buf_init(uv_buf_t* @out, byte* @base, nuint len, rustrt_task_block* caller)
    {
        TasklessCalls.Check(caller);
        *@out = new uv_buf_t { @base = @base, len = (uint)len };
        Log($"rust_uv_buf_init: base 0x{(nuint)@base:x}, len {(uint)len}");
    }

    public byte* rust_uv_get_base_from_buf(uv_buf_t buf, rustrt_task_block* caller) => buf.@base;

    public nuint rust_uv_get_len_from_buf(uv_buf_t buf, rustrt_task_block* caller) => buf.len;

    public byte* rust_uv_malloc_buf_base_of(nuint size, rustrt_task_block* caller)
    {
        TasklessCalls.Check(caller);
        return (byte*)ExchangeHeap.AllocateZeroed(size);
    }

    public void rust_uv_free_base_of_buf(uv_buf_t buf, rustrt_task_block* caller)
    {
        TasklessCalls.Check(caller);
        ExchangeHeap.Free(buf.@base);
    }

    // ---- requests

    public uv_stream_s* rust_uv_get_stream_handle_from_connect_req(uv_connect_s* req, rustrt_task_block* caller) => req->handle;

    public uv_stream_s* rust_uv_get_stream_handle_from_write_req(uv_write_s* req, rustrt_task_block* caller) => req->handle;

    public void* rust_uv_get_data_for_req(uv_req_s* req, rustrt_task_block* caller) => req->data;

    public void rust_uv_set_data_for_req(uv_req_s* req, void* data, rustrt_task_block* caller) => req->data = data;
}

using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>
/// The I/O functions of rustrt.h as the library half uses them, whoever serves them: UV_FUNCTIONS in Router/Rustcore/io.c. None of them
/// waits, calls back or fails, so they are called from the host stack.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct LibraryUv
{
    public delegate* unmanaged<uv_loop_s*> LoopNew;
    public delegate* unmanaged<uv_loop_s*, uv_err_t> LastError;
    public delegate* unmanaged<uv_err_t*, byte*> ErrorName, ErrorText;
    public delegate* unmanaged<void*, nint, void> Close;
    public delegate* unmanaged<void*, uv_loop_s*> LoopOf;
    public delegate* unmanaged<void*, void*, void> SetHandleData;
    public delegate* unmanaged<void*, void*> HandleData;
    public delegate* unmanaged<void*, void*, void> SetRequestData;
    public delegate* unmanaged<void*, void*> RequestData;
    public delegate* unmanaged<uv_loop_s*, uv_async_s*, nint, int> AsyncInit;
    public delegate* unmanaged<uv_async_s*, void> AsyncSend;
    public delegate* unmanaged<uv_loop_s*, uv_timer_s*, int> TimerInit;
    public delegate* unmanaged<uv_timer_s*, nint, uint, uint, int> TimerStart;
    public delegate* unmanaged<uv_loop_s*, uv_tcp_s*, int> TcpInit;
    public delegate* unmanaged<uv_tcp_s*, sockaddr_in*, int> TcpBind;
    public delegate* unmanaged<uv_tcp_s*, sockaddr_in6*, int> TcpBind6;
    public delegate* unmanaged<uv_tcp_s*, int, nint, int> Listen;
    public delegate* unmanaged<uv_tcp_s*, uv_tcp_s*, int> Accept;
    public delegate* unmanaged<void*, uv_tcp_s*, nint, sockaddr_in*, int> TcpConnect;
    public delegate* unmanaged<void*, uv_tcp_s*, nint, sockaddr_in6*, int> TcpConnect6;
    public delegate* unmanaged<uv_tcp_s*, sockaddr_in*, int> TcpPeerName;
    public delegate* unmanaged<uv_tcp_s*, sockaddr_in6*, int> TcpPeerName6;
    public delegate* unmanaged<void*, void*> StreamOfConnect, StreamOfWrite;
    public delegate* unmanaged<uv_tcp_s*, nint, nint, int> ReadStart;
    public delegate* unmanaged<uv_tcp_s*, int> ReadStop;
    public delegate* unmanaged<void*, uv_tcp_s*, uv_buf_t*, int, nint, int> Write;
    public delegate* unmanaged<uv_buf_t*, byte*, nuint, void> BufferInit;
    public delegate* unmanaged<nuint, byte*> BufferAllocate;
    public delegate* unmanaged<uv_buf_t, byte*> BufferBase;
    public delegate* unmanaged<uv_buf_t, void> BufferFree;
    public delegate* unmanaged<uv_loop_s*, uv_getaddrinfo_s*, nint, byte*, byte*, addrinfo*, int> GetAddrInfo;
    public delegate* unmanaged<addrinfo*, void> FreeAddrInfo;
    public delegate* unmanaged<addrinfo*, addrinfo*> NextAddrInfo;
    public delegate* unmanaged<addrinfo*, byte> IsIp4, IsIp6;
    public delegate* unmanaged<addrinfo*, sockaddr_in*> AsIp4;
    public delegate* unmanaged<addrinfo*, sockaddr_in6*> AsIp6;
    public delegate* unmanaged<byte*, int, sockaddr_in> Ip4Address;
    public delegate* unmanaged<byte*, int, sockaddr_in6> Ip6Address;
    public delegate* unmanaged<sockaddr_in*, byte*, nuint, int> Ip4Name;
    public delegate* unmanaged<sockaddr_in6*, byte*, nuint, int> Ip6Name;
    public delegate* unmanaged<nuint, void*> ExchangeAllocate;
    public delegate* unmanaged<void*, void> ExchangeFree;
}

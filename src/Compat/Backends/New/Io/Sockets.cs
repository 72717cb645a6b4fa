using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>The system's sockets. Results are those of the calls, or the error number negated; an interrupted call is made
/// again. All descriptors are non-blocking and close on exec.</summary>
internal static unsafe partial class Sockets
{
    /// <summary>Address families.</summary>
    public const int Ip4 = 2, Ip6 = 10;

    private const int Stream = 1, NonBlockingCloseOnExec = 0x800 | 0x80000, CloseOnExec = 0x80000;
    private const int SocketLevel = 1, ReuseAddress = 2, SocketError = 4, Ip6Level = 41, Ip6Only = 26;
    private const short HangUp = 0x10;

    private struct PollDescriptor
    {
        public int Descriptor;
        public short Events, Reported;
    }

    public static int New(int family) => Checked(SocketCall(family, Stream | NonBlockingCloseOnExec, 0));

    public static void Close(int socket) => _ = CloseCall(socket);

    public static int OpenReadOnly(ReadOnlySpan<byte> path)
    {
        fixed (byte* p = path) return Checked(OpenCall(p, CloseOnExec));
    }

    /// <summary>Allows the address of connections that linger; an IPv6 socket takes IPv4 too.</summary>
    public static int Share(int socket, int family)
    {
        int on = 1, off = 0;
        int error = Checked(SetOption(socket, SocketLevel, ReuseAddress, &on, sizeof(int)));
        return error < 0 || family != Ip6 ? error : Checked(SetOption(socket, Ip6Level, Ip6Only, &off, sizeof(int)));
    }

    public static int Bind(int socket, void* address, uint length) => Checked(BindCall(socket, address, length));

    public static int Listen(int socket, int backlog) => Checked(ListenCall(socket, backlog));

    public static int Accept(int socket)
    {
        int accepted;
        do accepted = Checked(AcceptCall(socket, null, null, NonBlockingCloseOnExec));
        while (accepted == -Errno.EINTR);
        return accepted;
    }

    public static int Connect(int socket, void* address, uint length)
    {
        int result;
        do result = Checked(ConnectCall(socket, address, length));
        while (result == -Errno.EINTR);
        return result;
    }

    /// <summary>The error that the socket has pending, negated.</summary>
    public static int PendingError(int socket)
    {
        int error = 0;
        uint length = sizeof(int);
        _ = GetOption(socket, SocketLevel, SocketError, &error, &length);
        return -error;
    }

    public static int PeerName(int socket, void* name, uint length) => Checked(PeerNameCall(socket, name, &length));

    public static nint Read(int socket, void* buffer, nuint length)
    {
        nint count;
        do count = Checked(ReadCall(socket, buffer, length));
        while (count == -Errno.EINTR);
        return count;
    }

    /// <summary>Writes what the socket takes; as with libuv, EAGAIN also stands for the system's lack of buffers.</summary>
    public static nint Write(int socket, ReadOnlySpan<uv_buf_t> buffers)
    {
        const int MostAtOnce = 1024;
        nint count;
        fixed (uv_buf_t* vector = buffers)
        {
            do
            {
                count = Checked(buffers.Length == 1
                    ? WriteCall(socket, vector->@base, vector->len)
                    : WriteVector(socket, vector, Math.Min(buffers.Length, MostAtOnce)));
            }
            while (count == -Errno.EINTR);
        }
        return count == -Errno.ENOBUFS ? -Errno.EAGAIN : count;
    }

    /// <summary>Have both sides ended?</summary>
    public static bool HasHungUp(int socket)
    {
        PollDescriptor descriptor = new() { Descriptor = socket };
        return PollCall(&descriptor, 1, 0) > 0 && (descriptor.Reported & HangUp) != 0;
    }

    private static int Checked(int result) => result < 0 ? -Marshal.GetLastPInvokeError() : result;

    private static nint Checked(nint result) => result < 0 ? -Marshal.GetLastPInvokeError() : result;

    [LibraryImport("libc", EntryPoint = "socket", SetLastError = true)]
    private static partial int SocketCall(int family, int type, int protocol);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int CloseCall(int descriptor);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true)]
    private static partial int OpenCall(byte* path, int flags);

    [LibraryImport("libc", EntryPoint = "setsockopt", SetLastError = true)]
    private static partial int SetOption(int socket, int level, int name, void* value, uint length);

    [LibraryImport("libc", EntryPoint = "getsockopt", SetLastError = true)]
    private static partial int GetOption(int socket, int level, int name, void* value, uint* length);

    [LibraryImport("libc", EntryPoint = "bind", SetLastError = true)]
    private static partial int BindCall(int socket, void* address, uint length);

    [LibraryImport("libc", EntryPoint = "listen", SetLastError = true)]
    private static partial int ListenCall(int socket, int backlog);

    [LibraryImport("libc", EntryPoint = "accept4", SetLastError = true)]
    private static partial int AcceptCall(int socket, void* address, uint* length, int flags);

    [LibraryImport("libc", EntryPoint = "connect", SetLastError = true)]
    private static partial int ConnectCall(int socket, void* address, uint length);

    [LibraryImport("libc", EntryPoint = "getpeername", SetLastError = true)]
    private static partial int PeerNameCall(int socket, void* name, uint* length);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint ReadCall(int descriptor, void* buffer, nuint length);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint WriteCall(int descriptor, void* bytes, nuint length);

    [LibraryImport("libc", EntryPoint = "writev", SetLastError = true)]
    private static partial nint WriteVector(int descriptor, uv_buf_t* vector, int count);

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int PollCall(PollDescriptor* descriptors, nuint count, int timeout);
}

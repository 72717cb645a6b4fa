using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>Errors as libuv 0.9 numbered them: a positive code of its own beside the errno.</summary>
internal static unsafe class IoErrors
{
    public const int Unknown = -1, Ok = 0, AddrInfo = 2, Fault = 15, Invalid = 18, NoEntry = 34;

    private const int EndOfFile = 1, Canceled = 59;

    /// <summary>
    /// A code, its texts, and the errno that is given this code; 0: nothing that the system reports. libuv 0.9 knew names for
    /// more than it translated: the rest (EISCONN, EALREADY, ...) arrived as UNKNOWN, with the errno beside it.
    /// </summary>
    private readonly struct Entry
    {
        public readonly int Code, Errno;
        public readonly byte* Name, Text;

        public Entry(int code, ReadOnlySpan<byte> name, ReadOnlySpan<byte> text, int errno = 0)
        {
            Code = code;
            Errno = errno;
            Name = Static(name);
            Text = Static(text);
        }
    }

    private static readonly byte* s_unknown = Static("Unknown system error"u8);

    private static readonly Entry[] s_table =
    [
        new(-1, "UNKNOWN"u8, "unknown error"u8),
        new(0, "OK"u8, "success"u8),
        new(1, "EOF"u8, "end of file"u8),
        new(2, "EADDRINFO"u8, "getaddrinfo error"u8),
        new(3, "EACCES"u8, "permission denied"u8, 13),
        new(4, "EAGAIN"u8, "resource temporarily unavailable"u8, 11),
        new(5, "EADDRINUSE"u8, "address already in use"u8, 98),
        new(6, "EADDRNOTAVAIL"u8, "address not available"u8, 99),
        new(7, "EAFNOSUPPORT"u8, "address family not supported"u8, 97),
        new(8, "EALREADY"u8, "connection already in progress"u8),
        new(9, "EBADF"u8, "bad file descriptor"u8, 9),
        new(10, "EBUSY"u8, "resource busy or locked"u8, 16),
        new(11, "ECONNABORTED"u8, "software caused connection abort"u8, 103),
        new(12, "ECONNREFUSED"u8, "connection refused"u8, 111),
        new(13, "ECONNRESET"u8, "connection reset by peer"u8, 104),
        new(14, "EDESTADDRREQ"u8, "destination address required"u8),
        new(15, "EFAULT"u8, "bad address in system call argument"u8, 14),
        new(16, "EHOSTUNREACH"u8, "host is unreachable"u8, 113),
        new(17, "EINTR"u8, "interrupted system call"u8),
        new(18, "EINVAL"u8, "invalid argument"u8, 22),
        new(19, "EISCONN"u8, "socket is already connected"u8),
        new(20, "EMFILE"u8, "too many open files"u8, 24),
        new(21, "EMSGSIZE"u8, "message too long"u8, 90),
        new(22, "ENETDOWN"u8, "network is down"u8),
        new(23, "ENETUNREACH"u8, "network is unreachable"u8, 101),
        new(24, "ENFILE"u8, "file table overflow"u8),
        new(25, "ENOBUFS"u8, "no buffer space available"u8),
        new(26, "ENOMEM"u8, "not enough memory"u8, 12),
        new(27, "ENOTDIR"u8, "not a directory"u8, 20),
        new(28, "EISDIR"u8, "illegal operation on a directory"u8, 21),
        new(29, "ENONET"u8, "machine is not on the network"u8),
        new(31, "ENOTCONN"u8, "socket is not connected"u8, 107),
        new(32, "ENOTSOCK"u8, "socket operation on non-socket"u8, 88),
        new(33, "ENOTSUP"u8, "operation not supported on socket"u8),
        new(34, "ENOENT"u8, "no such file or directory"u8, 2),
        new(35, "ENOSYS"u8, "function not implemented"u8, 38),
        new(36, "EPIPE"u8, "broken pipe"u8, 32),
        new(37, "EPROTO"u8, "protocol error"u8),
        new(38, "EPROTONOSUPPORT"u8, "protocol not supported"u8),
        new(39, "EPROTOTYPE"u8, "protocol wrong type for socket"u8),
        new(40, "ETIMEDOUT"u8, "connection timed out"u8, 110),
        new(41, "ECHARSET"u8, "invalid Unicode character"u8),
        new(42, "EAIFAMNOSUPPORT"u8, "address family for hostname not supported"u8),
        new(44, "EAISERVICE"u8, "servname not supported for ai_socktype"u8),
        new(45, "EAISOCKTYPE"u8, "ai_socktype not supported"u8),
        new(46, "ESHUTDOWN"u8, "cannot send after transport endpoint shutdown"u8),
        new(47, "EEXIST"u8, "file already exists"u8, 17),
        new(48, "ESRCH"u8, "no such process"u8, 3),
        new(49, "ENAMETOOLONG"u8, "name too long"u8, 36),
        new(50, "EPERM"u8, "operation not permitted"u8, 1),
        new(51, "ELOOP"u8, "too many symbolic links encountered"u8, 40),
        new(52, "EXDEV"u8, "cross-device link not permitted"u8, 18),
        new(53, "ENOTEMPTY"u8, "directory not empty"u8, 39),
        new(54, "ENOSPC"u8, "no space left on device"u8, 28),
        new(55, "EIO"u8, "i/o error"u8, 5),
        new(56, "EROFS"u8, "read-only file system"u8, 30),
        new(57, "ENODEV"u8, "no such device"u8, 19),
        new(58, "ESPIPE"u8, "invalid seek"u8, 29),
        new(59, "ECANCELED"u8, "operation canceled"u8),
    ];

    /// <summary>Of a result of libuv 1.x, 0 included. End of file and cancellation have no errno.</summary>
    public static uv_err_t Of(nint result)
    {
        if (result >= 0) return new uv_err_t { code = Ok };
        if (result == -Errno.EOF) return new uv_err_t { code = EndOfFile };
        if (result == -Errno.ECANCELED) return new uv_err_t { code = Canceled };
        int errno = (int)-result;
        foreach (Entry entry in s_table)
            if (entry.Errno == errno) return new uv_err_t { code = entry.Code, sys_errno = errno };
        return new uv_err_t { code = Unknown, sys_errno = errno };
    }

    /// <summary>A static text. An unknown code has no name: assertion.</summary>
    public static byte* Name(int code)
    {
        foreach (Entry entry in s_table)
            if (entry.Code == code) return entry.Name;
        Fatal.Assertion("e && \"no error of libuv has this code\"", "rust_uv.cpp", 0, "const char* rust_uv_err_name(uv_err_t*)");
        return null;
    }

    /// <summary>A static text, for an unknown code too.</summary>
    public static byte* Text(int code)
    {
        foreach (Entry entry in s_table)
            if (entry.Code == code) return entry.Text;
        return s_unknown;
    }

    // Literals lie in the image, with a NUL behind them, and do not move.
    private static byte* Static(ReadOnlySpan<byte> literal) => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(literal));
}

namespace Rustrt.Compat.Backends.New;

/// <summary>The system's error numbers that the service looks at; results of calls are these, negated, as libuv 1.x has
/// them.</summary>
internal static class Errno
{
    public const int EINTR = 4, EBADF = 9, EAGAIN = 11, EINVAL = 22, ENFILE = 23, EMFILE = 24, EPIPE = 32, EAFNOSUPPORT = 97,
        EADDRINUSE = 98, ECONNABORTED = 103, ENOBUFS = 105, ENOTCONN = 107, ECONNREFUSED = 111, EALREADY = 114,
        EINPROGRESS = 115, ECANCELED = 125;

    /// <summary>libuv's own number for the end of a stream.</summary>
    public const int EOF = 4095;
}

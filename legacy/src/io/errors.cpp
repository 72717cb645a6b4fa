#include "io/errors.h"
#include "io/libuv.h"
#include <cassert>

namespace legacy::io::errors {
namespace {

struct error {
    int32_t code;
    const char *name, *text;
    // What is given this code; 0: nothing that the system reports. libuv 0.9 knew names for more than it
    // translated: the rest (EISCONN, EALREADY, ...) arrived as UNKNOWN, with the errno beside it.
    int sys_errno;
};

constexpr error table[] = {
    {-1, "UNKNOWN", "unknown error", 0},
    {0, "OK", "success", 0},
    {1, "EOF", "end of file", 0},
    {2, "EADDRINFO", "getaddrinfo error", 0},
    {3, "EACCES", "permission denied", EACCES},
    {4, "EAGAIN", "resource temporarily unavailable", EAGAIN},
    {5, "EADDRINUSE", "address already in use", EADDRINUSE},
    {6, "EADDRNOTAVAIL", "address not available", EADDRNOTAVAIL},
    {7, "EAFNOSUPPORT", "address family not supported", EAFNOSUPPORT},
    {8, "EALREADY", "connection already in progress", 0},
    {9, "EBADF", "bad file descriptor", EBADF},
    {10, "EBUSY", "resource busy or locked", EBUSY},
    {11, "ECONNABORTED", "software caused connection abort", ECONNABORTED},
    {12, "ECONNREFUSED", "connection refused", ECONNREFUSED},
    {13, "ECONNRESET", "connection reset by peer", ECONNRESET},
    {14, "EDESTADDRREQ", "destination address required", 0},
    {15, "EFAULT", "bad address in system call argument", EFAULT},
    {16, "EHOSTUNREACH", "host is unreachable", EHOSTUNREACH},
    {17, "EINTR", "interrupted system call", 0},
    {18, "EINVAL", "invalid argument", EINVAL},
    {19, "EISCONN", "socket is already connected", 0},
    {20, "EMFILE", "too many open files", EMFILE},
    {21, "EMSGSIZE", "message too long", EMSGSIZE},
    {22, "ENETDOWN", "network is down", 0},
    {23, "ENETUNREACH", "network is unreachable", ENETUNREACH},
    {24, "ENFILE", "file table overflow", 0},
    {25, "ENOBUFS", "no buffer space available", 0},
    {26, "ENOMEM", "not enough memory", ENOMEM},
    {27, "ENOTDIR", "not a directory", ENOTDIR},
    {28, "EISDIR", "illegal operation on a directory", EISDIR},
    {29, "ENONET", "machine is not on the network", 0},
    {31, "ENOTCONN", "socket is not connected", ENOTCONN},
    {32, "ENOTSOCK", "socket operation on non-socket", ENOTSOCK},
    {33, "ENOTSUP", "operation not supported on socket", 0},
    {34, "ENOENT", "no such file or directory", ENOENT},
    {35, "ENOSYS", "function not implemented", ENOSYS},
    {36, "EPIPE", "broken pipe", EPIPE},
    {37, "EPROTO", "protocol error", 0},
    {38, "EPROTONOSUPPORT", "protocol not supported", 0},
    {39, "EPROTOTYPE", "protocol wrong type for socket", 0},
    {40, "ETIMEDOUT", "connection timed out", ETIMEDOUT},
    {41, "ECHARSET", "invalid Unicode character", 0},
    {42, "EAIFAMNOSUPPORT", "address family for hostname not supported", 0},
    {44, "EAISERVICE", "servname not supported for ai_socktype", 0},
    {45, "EAISOCKTYPE", "ai_socktype not supported", 0},
    {46, "ESHUTDOWN", "cannot send after transport endpoint shutdown", 0},
    {47, "EEXIST", "file already exists", EEXIST},
    {48, "ESRCH", "no such process", ESRCH},
    {49, "ENAMETOOLONG", "name too long", ENAMETOOLONG},
    {50, "EPERM", "operation not permitted", EPERM},
    {51, "ELOOP", "too many symbolic links encountered", ELOOP},
    {52, "EXDEV", "cross-device link not permitted", EXDEV},
    {53, "ENOTEMPTY", "directory not empty", ENOTEMPTY},
    {54, "ENOSPC", "no space left on device", ENOSPC},
    {55, "EIO", "i/o error", EIO},
    {56, "EROFS", "read-only file system", EROFS},
    {57, "ENODEV", "no such device", ENODEV},
    {58, "ESPIPE", "invalid seek", ESPIPE},
    {59, "ECANCELED", "operation canceled", 0},
};
constexpr int32_t unknown = -1;

const error *find(int32_t code) {
    for (const error &e : table) {
        if (e.code == code) return &e;
    }
    return nullptr;
}

} // namespace

uv_err_t of(int libuv_result) {
    if (libuv_result >= 0) return {ok, 0};
    if (libuv_result == libuv::UV_EOF) return {eof, 0};
    if (libuv_result == libuv::UV_ECANCELED) return {canceled, 0};
    int sys_errno = -libuv_result;
    for (const error &e : table) {
        if (e.sys_errno == sys_errno) return {e.code, sys_errno};
    }
    return {unknown, sys_errno};
}

const char *name(int32_t code) {
    const error *e = find(code);
    assert(e && "no error of libuv has this code");
    return e->name;
}

const char *text(int32_t code) {
    const error *e = find(code);
    return e ? e->text : "Unknown system error";
}

} // namespace legacy::io::errors

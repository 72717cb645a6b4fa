// libuv 1.x in a namespace of its own. Its types have the names of the 0.9 types that callers know (rustrt.h,
// rustrt_uv.h) and another layout; mixed up they would compile and corrupt. So `uv_tcp_t` is the caller's
// proxy everywhere, and `libuv::uv_tcp_t` the real thing.
#ifndef LEGACY_IO_LIBUV_H
#define LEGACY_IO_LIBUV_H
// Whatever uv.h includes must have been seen before, or it would land in the namespace.
#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <pwd.h>
#include <semaphore.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/param.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <termios.h>

namespace libuv {
// Declared here first: `typedef struct uv_loop_s uv_loop_t;` would take a uv_loop_s that was declared outside
// of the namespace, which rustrt.h does.
struct uv_loop_s;
struct uv_handle_s;
struct uv_stream_s;
struct uv_tcp_s;
struct uv_async_s;
struct uv_timer_s;
struct uv_req_s;
struct uv_connect_s;
struct uv_write_s;
struct uv_getaddrinfo_s;
#include <uv.h>
} // namespace libuv
// rustrt.h takes this for a sign that its own types are defined already.
#undef UV_H

#endif

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
#include <uv.h>
}
// rustrt.h takes this for a sign that its own types are defined already.
#undef UV_H

#endif

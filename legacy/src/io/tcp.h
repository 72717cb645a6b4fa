// TCP: connections, what is read from and written to them, and listeners. Functions that return int give 0,
// or -1 with the loop's last error.
#ifndef LEGACY_IO_TCP_H
#define LEGACY_IO_TCP_H
#include "rustrt_uv.h"

namespace legacy::io {

// ---- tcp.cpp: the socket
int init_tcp(uv_loop_t *loop, uv_tcp_t *storage);
// An address of another family than `family`: EFAULT. That it is in use is only told by listen.
int bind(uv_tcp_t *tcp, sa_family_t family, const sockaddr *address);
// An address of another family: EINVAL. The address is copied.
int connect(uv_connect_t *request, uv_tcp_t *tcp, rust_uv_connect_cb callback, sa_family_t family,
            const sockaddr *address);
int peer_name(uv_tcp_t *tcp, sockaddr *name, int size);
int listen(uv_stream_t *server, int backlog, rust_uv_connection_cb callback);
// Without a pending connection: EAGAIN.
int accept(uv_stream_t *server, uv_stream_t *client);

// ---- stream.cpp: the data
int start_reading(uv_stream_t *stream, rust_uv_alloc_cb allocate, rust_uv_read_cb callback);
int stop_reading(uv_stream_t *stream);
// The array is copied, the data is not.
int write(uv_write_t *request, uv_stream_t *stream, const uv_buf_t *buffers, int count,
          rust_uv_write_cb callback);

} // namespace legacy::io
#endif

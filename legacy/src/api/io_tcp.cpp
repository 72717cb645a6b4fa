// The service io: TCP streams, their buffers and requests.
#include "io/tcp.h"
#include "router/binding.h"

using namespace legacy;

extern "C" {

int rust_uv_tcp_init(uv_loop_t *loop, uv_tcp_t *handle) {
    return io::init_tcp(loop, handle);
}

int rust_uv_tcp_bind(uv_tcp_t *handle, struct sockaddr_in *addr) {
    return io::bind(handle, AF_INET, reinterpret_cast<sockaddr *>(addr));
}

int rust_uv_tcp_bind6(uv_tcp_t *handle, struct sockaddr_in6 *addr) {
    return io::bind(handle, AF_INET6, reinterpret_cast<sockaddr *>(addr));
}

int rust_uv_tcp_connect(uv_connect_t *req, uv_tcp_t *handle, rust_uv_connect_cb cb,
                        struct sockaddr_in *addr) {
    return io::connect(req, handle, cb, AF_INET, reinterpret_cast<sockaddr *>(addr));
}

int rust_uv_tcp_connect6(uv_connect_t *req, uv_tcp_t *handle, rust_uv_connect_cb cb,
                         struct sockaddr_in6 *addr) {
    return io::connect(req, handle, cb, AF_INET6, reinterpret_cast<sockaddr *>(addr));
}

int rust_uv_tcp_getpeername(uv_tcp_t *handle, struct sockaddr_in *name) {
    return io::peer_name(handle, reinterpret_cast<sockaddr *>(name), sizeof *name);
}

int rust_uv_tcp_getpeername6(uv_tcp_t *handle, struct sockaddr_in6 *name) {
    return io::peer_name(handle, reinterpret_cast<sockaddr *>(name), sizeof *name);
}

int rust_uv_listen(uv_stream_t *stream, int backlog, rust_uv_connection_cb cb) {
    return io::listen(stream, backlog, cb);
}

int rust_uv_accept(uv_stream_t *server, uv_stream_t *client) {
    return io::accept(server, client);
}

int rust_uv_write(uv_write_t *req, uv_stream_t *stream, uv_buf_t *bufs, int n_bufs, rust_uv_write_cb cb) {
    return io::write(req, stream, bufs, n_bufs, cb);
}

int rust_uv_read_start(uv_stream_t *stream, rust_uv_alloc_cb alloc_cb, rust_uv_read_cb read_cb) {
    return io::start_reading(stream, alloc_cb, read_cb);
}

int rust_uv_read_stop(uv_stream_t *stream) {
    return io::stop_reading(stream);
}

// ---- buffers

// The length was an unsigned int on its way.
void rust_uv_buf_init(uv_buf_t *out, char *base, size_t len) {
    calling_task();
    *out = {base, static_cast<uint32_t>(len)};
    log(RUSTRT_LOG_STDLIB, log_debug, "rust_uv_buf_init: base %p, len %zu", static_cast<void *>(out->base),
        out->len);
}

char *rust_uv_get_base_from_buf(uv_buf_t buf) {
    return buf.base;
}

size_t rust_uv_get_len_from_buf(uv_buf_t buf) {
    return buf.len;
}

char *rust_uv_malloc_buf_base_of(size_t size) {
    calling_task();
    return static_cast<char *>(in_use.exchange->allocate(size, 1));
}

void rust_uv_free_base_of_buf(uv_buf_t buf) {
    calling_task();
    in_use.exchange->free(buf.base);
}

// ---- requests

uv_stream_t *rust_uv_get_stream_handle_from_connect_req(uv_connect_t *req) {
    return req->handle;
}

uv_stream_t *rust_uv_get_stream_handle_from_write_req(uv_write_t *req) {
    return req->handle;
}

void *rust_uv_get_data_for_req(uv_req_t *req) {
    return req->data;
}

void rust_uv_set_data_for_req(uv_req_t *req, void *data) {
    req->data = data;
}
}

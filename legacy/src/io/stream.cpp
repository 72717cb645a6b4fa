#include "io/tcp.h"
#include "io/tcp_handle.h"
#include <cassert>

namespace legacy::io {
namespace {

uv_stream_t *proxy_of(tcp_handle *tcp) {
    return reinterpret_cast<uv_stream_t *>(tcp->proxy);
}

// A buffer of the caller. It must be one: an empty one cannot be told from the end of the stream.
uv_buf_t buffer_of(tcp_handle *tcp, size_t suggested) {
    uv_buf_t buffer = tcp->allocate(tcp->proxy, suggested);
    assert(buffer.base && "alloc callback gave no buffer");
    assert(buffer.len > 0 && "alloc callback gave an empty buffer");
    return buffer;
}

void on_alloc(libuv::uv_handle_t *uv, size_t suggested, libuv::uv_buf_t *out) {
    uv_buf_t buffer = buffer_of(owner_of<tcp_handle>(uv), suggested);
    *out = {buffer.base, buffer.len};
}

void on_read(libuv::uv_stream_t *uv, ssize_t count, const libuv::uv_buf_t *filled) {
    auto *tcp = owner_of<tcp_handle>(uv);
    uv_buf_t buffer = {filled->base, filled->len};
    // libuv 1.x saves the read when it knows that the stream has ended. Callers free a buffer here, always.
    if (!buffer.base) buffer = buffer_of(tcp, 64 * 1024);
    if (count < 0) {
        count = tcp->loop->status(static_cast<int>(count));
    } else if (count == 0) {
        // Nothing there after all. The error is noted, though it is none.
        tcp->loop->status(libuv::UV_EAGAIN);
    }
    tcp->on_read(proxy_of(tcp), count, buffer);
}

void on_written(libuv::uv_write_t *uv, int result) {
    auto *request = static_cast<write_request *>(uv->data);
    auto *tcp = owner_of<tcp_handle>(uv->handle);
    if (result == libuv::UV_ECANCELED && !tcp->closing) {
        tcp->stranded.push_back(request);
        return;
    }
    request->complete(request->loop->status(result));
}

} // namespace

int start_reading(uv_stream_t *proxy, rust_uv_alloc_cb allocate, rust_uv_read_cb callback) {
    auto *tcp = owned<tcp_handle>(proxy);
    tcp->allocate = allocate;
    tcp->on_read = callback;
    int error = libuv::uv_read_start(&tcp->uv.stream, on_alloc, on_read);
    // Other callbacks for a stream that is being read: taken, not refused.
    return tcp->loop->result(error == libuv::UV_EALREADY ? 0 : error);
}

int stop_reading(uv_stream_t *proxy) {
    auto *tcp = owned<tcp_handle>(proxy);
    return tcp->loop->result(libuv::uv_read_stop(&tcp->uv.stream));
}

int write(uv_write_t *proxy, uv_stream_t *stream, const uv_buf_t *buffers, int count,
          rust_uv_write_cb callback) {
    static_assert(sizeof(uv_buf_t) == sizeof(libuv::uv_buf_t) &&
                  offsetof(uv_buf_t, len) == offsetof(libuv::uv_buf_t, len));
    auto *tcp = owned<tcp_handle>(stream);
    auto *request = new write_request(proxy, tcp->loop, callback);
    int error = libuv::uv_write(&request->uv, &tcp->uv.stream,
                                reinterpret_cast<const libuv::uv_buf_t *>(buffers), count, on_written);
    if (error) {
        delete request;
        return tcp->loop->result(error);
    }
    proxy->handle = stream;
    request->publish(RUSTRT_UV_WRITE);
    return 0;
}

} // namespace legacy::io

// The runtime's side of a TCP handle and of its write requests.
#ifndef LEGACY_IO_TCP_HANDLE_H
#define LEGACY_IO_TCP_HANDLE_H
#include "io/owned.h"
#include <deque>

namespace legacy::io {

using write_request = owned_request<libuv::uv_write_t, uv_write_t, rust_uv_write_cb>;
using connect_request = owned_request<libuv::uv_connect_t, uv_connect_t, rust_uv_connect_cb>;

struct tcp_handle : owned_handle {
    rust_uv_connection_cb on_connection = nullptr;
    rust_uv_alloc_cb allocate = nullptr;
    rust_uv_read_cb on_read = nullptr;
    // Writes that were queued behind a connect which failed. libuv 0.9 left them unfinished until the close.
    std::deque<write_request *> stranded;

    tcp_handle(uv_loop_t *loop, uv_tcp_t *storage);
    ~tcp_handle() override;
    void closed() override;
};

} // namespace legacy::io
#endif

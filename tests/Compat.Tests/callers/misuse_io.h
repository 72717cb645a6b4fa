// What the cases of misuse of event loops share (misuse.h). The order of callbacks is that of libuv 0.9 with direct callbacks.
#ifndef COMPAT_TESTS_MISUSE_IO_H
#define COMPAT_TESTS_MISUSE_IO_H
#include "../../../legacy/tests/io_support.h"

using namespace harness;
using namespace io_test;

namespace misuse {

inline uv_loop_t *loop;

inline void end_loop() {
    rust_uv_walk(loop, [](uv_handle_t *handle, void *) { rust_uv_close(handle, nullptr); }, nullptr);
    rust_uv_run(loop);
    rust_uv_loop_delete(loop);
}

inline void close_now(uv_handle_t *handle, rust_uv_close_cb then = nullptr) {
    rust_uv_close(handle, then);
}

// A connection: the library's end, and the plain one.
struct connection {
    tcp handle;
    connect_request request;
    int plain = -1;

    void open() {
        rust_uv_tcp_init(loop, handle);
        int listener = plain_listener();
        sockaddr_in address = local4(port_of(listener));
        CHECK(!rust_uv_tcp_connect(request, handle, [](uv_connect_t *, int status) { CHECK(status == 0); }, &address));
        rust_uv_run(loop);
        plain = accept(listener, nullptr, nullptr);
        close(listener);
    }
    void tell(const char *text) {
        CHECK(send(plain, text, strlen(text), 0) == static_cast<ssize_t>(strlen(text)));
    }
};

inline char room[64];
inline uv_buf_t all_room(uv_handle_t *, size_t) {
    return {room, sizeof room};
}

inline void start_timer(timer &handle, rust_uv_timer_cb callback, uint32_t timeout = 0) {
    rust_uv_timer_init(loop, handle);
    rust_uv_timer_start(handle, callback, timeout, 0);
}

} // namespace misuse

using namespace misuse;

#endif

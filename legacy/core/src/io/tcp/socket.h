// A TCP handle and its reading, shared by the loop and the task that owns it.
//
// The task makes it and gives it up once (tcp_socket_owner); in between it reaches the handle only by jobs.
// Closing is a job as well, the last one: jobs keep their order, so none finds the socket gone. Freed by the
// handle's close callback, or with the closing job where nobody runs that any more.
#pragma once
#include "io/io_task.h"
#include "io/tcp/arrival.h"

namespace core {

class tcp_socket {
public:
    tcp_socket(const io_task &io, bool v6) : io_(io), v6_(v6) {}
    tcp_socket(const tcp_socket &) = delete;

    const io_task &io() const {
        return io_;
    }
    // Known before the task gets to know that it is connected.
    const rustcore_ip &peer() const {
        return peer_;
    }

    // ---- on the loop's thread, on the C stack; 0 or -1 as libuv gives it

    int open(uv_loop_t *loop);
    void find_peer();
    uv_tcp_t *handle() {
        return handle_.get();
    }
    uv_stream_t *stream() {
        return handle_.stream();
    }

    // ---- on the loop's thread, on the Rust stack

    // What arrives goes to this chan from now on; without one to where it went before.
    rustcore_tcp_error start_reading(uv_loop_t *loop, rustcore::chan<arrival> arrivals);
    rustcore_tcp_error stop_reading(uv_loop_t *loop);
    // Nothing more will be sent: the port sees its end.
    void end_arrivals();
    void close();

    // ---- the task's

    rustcore::port<arrival> arrivals{nullptr}; // none: nobody has read yet, or who called read_start has it
    bool given_away = false;                   // from read_start to read_stop

private:
    static void arrived(uv_stream_t *stream, ssize_t size, uv_buf_t buffer);
    void deliver(arrival what);

    io_task io_;
    uv::tcp handle_;
    rustcore_ip peer_ = {};
    rustcore::chan<arrival> sink_{nullptr};
    bool v6_, open_ = false;
};

struct close_tcp_socket {
    void operator()(tcp_socket *socket) const;
};
using tcp_socket_owner = std::unique_ptr<tcp_socket, close_tcp_socket>;

inline tcp_socket_owner make_tcp_socket(const io_task &io, bool v6) {
    return tcp_socket_owner(exchange::make<tcp_socket>(io, v6));
}

inline tcp_socket *from_c(rustcore_tcp_socket *socket) {
    return reinterpret_cast<tcp_socket *>(socket);
}
inline rustcore_tcp_socket *for_c(tcp_socket_owner socket) {
    return reinterpret_cast<rustcore_tcp_socket *>(socket.release());
}

// Waits for what an operation ended with. True: well.
bool ended_well(answer_port<rustcore_tcp_error> port, rustcore_tcp_error *error);

} // namespace core

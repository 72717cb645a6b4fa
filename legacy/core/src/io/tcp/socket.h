// A TCP handle and its reading, shared by the loop and the task that owns it.
//
// The task makes it and gives it up once (SocketOwner); in between it reaches the handle only by jobs.
// Closing is a job as well, the last one: jobs keep their order, so none finds the socket gone. Freed by the
// handle's close callback, or with the closing job where nobody runs that any more.
#pragma once
#include "io/io_task.h"
#include <memory>

namespace core {

class Socket {
public:
    Socket(const IoTask &io, bool v6) : io_(io), v6_(v6) {}
    Socket(const Socket &) = delete;
    ~Socket();

    const IoTask &io() const {
        return io_;
    }
    // Written before the task gets to know that it is connected.
    const rustcore_ip &peer() const {
        return peer_;
    }

    // The loop's side.

    // On the C stack. 0 or -1, as the others of libuv.
    int open(uv_loop_t *loop);
    uv_tcp_t *handle() {
        return handle_.get();
    }
    uv_stream_t *stream() {
        return handle_.as<uv_stream_t>();
    }
    void find_peer(); // on the C stack
    // What arrives goes to this chan from now on; null: as before.
    rustcore_tcp_error start_reading(uv_loop_t *loop, rustcore_chan *arrivals);
    rustcore_tcp_error stop_reading(uv_loop_t *loop);
    // Nobody listens any more.
    void drop_arrivals();
    void close();

    // The task's side of reading (read.cpp).

    rustcore_port *arrivals = nullptr; // null: nobody has read yet, or the caller of read_start has it
    bool reading = false;              // the caller of read_start has the port

private:
    static void arrived(uv_stream_t *stream, ssize_t size, uv_buf_t buffer);
    void deliver(rustcore_tcp_read_result result);

    IoTask io_;
    uv::Tcp handle_;
    rustcore_ip peer_ = {};
    rustcore_chan *chan_ = nullptr;
    bool v6_, open_ = false;
};

// Closes.
struct CloseSocket {
    void operator()(Socket *socket) const;
};
using SocketOwner = std::unique_ptr<Socket, CloseSocket>;

inline SocketOwner make_socket(const IoTask &io, bool v6) {
    return SocketOwner(exchange::make<Socket>(io, v6));
}

inline Socket *socket_of(rustcore_tcp_socket *socket) {
    return reinterpret_cast<Socket *>(socket);
}
inline rustcore_tcp_socket *for_c(SocketOwner socket) {
    return reinterpret_cast<rustcore_tcp_socket *>(socket.release());
}

// Waits for what an operation ended with. True: well.
bool ended_well(AnswerPort<rustcore_tcp_error> &port, rustcore_tcp_error *error);

} // namespace core

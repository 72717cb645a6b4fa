// Reading, as the task sees it.
//
// The loop reads between start and stop only, so a peer that sends faster than its reader reads is held up.
// What arrives between an arrival and the stop that follows it waits in the socket's port for the next read.
#include "io/tcp/socket.h"
#include "io/timer.h"

namespace core {

namespace {

constexpr rustcore_tcp_error already_reading = {"EALREADY", "the socket is being read"},
                             nothing_in_time = {"TIMEOUT", "nothing arrived in time"};

bool start(tcp_socket *socket, rustcore_tcp_error *error) {
    if (socket->given_away) {
        *error = already_reading;
        return false;
    }
    rustcore::chan<arrival> sink(nullptr);
    if (!socket->arrivals) {
        auto [port, chan] = rustcore::stream<arrival>();
        socket->arrivals = std::move(port);
        sink = std::move(chan);
    }
    auto [port, chan] = rustcore::oneshot<rustcore_tcp_error>();
    socket->io().interact([socket, sink = std::move(sink), chan = std::move(chan)](uv_loop_t *loop) mutable {
        chan.send(socket->start_reading(loop, std::move(sink)));
    });
    return ended_well(std::move(port), error);
}

// For good: the port that was given away shall see its end.
bool stop(tcp_socket *socket, bool for_good, rustcore_tcp_error *error) {
    auto [port, chan] = rustcore::oneshot<rustcore_tcp_error>();
    socket->io().interact([=, chan = std::move(chan)](uv_loop_t *loop) mutable {
        auto stopped = socket->stop_reading(loop);
        if (for_good) socket->end_arrivals();
        chan.send(stopped);
    });
    return ended_well(std::move(port), error);
}

// False: nothing came within the milliseconds, of which 0 are for ever.
bool await(tcp_socket *socket, uint32_t milliseconds) {
    rustcore_port *arrivals = socket->arrivals.get();
    if (milliseconds) return !timeout(socket->io(), milliseconds).passes_before(arrivals);
    rustcore_select(&arrivals, 1);
    return true;
}

} // namespace

} // namespace core

rustcore_port *rustcore_tcp_read_start(rustcore_tcp_socket *tcp, rustcore_tcp_error *error) {
    core::tcp_socket *socket = core::from_c(tcp);
    if (!core::start(socket, error)) return nullptr;
    socket->given_away = true;
    return socket->arrivals.release();
}

bool rustcore_tcp_read_stop(rustcore_tcp_socket *tcp, rustcore_tcp_error *error) {
    core::tcp_socket *socket = core::from_c(tcp);
    socket->given_away = false;
    return core::stop(socket, true, error);
}

bool rustcore_tcp_read(rustcore_tcp_socket *tcp, uint32_t milliseconds, rustcore_bytes *out,
                       rustcore_tcp_error *error) {
    core::tcp_socket *socket = core::from_c(tcp);
    bool there = socket->arrivals && socket->arrivals.peek();
    if (!there) {
        if (!core::start(socket, error)) return false;
        there = core::await(socket, milliseconds);
        if (!core::stop(socket, false, error)) return false;
        // It may have come since.
        there = there || socket->arrivals.peek();
    }
    if (!there) {
        *error = core::nothing_in_time;
        return false;
    }
    rustcore_tcp_read_result result = socket->arrivals.recv().release();
    *out = result.bytes;
    *error = result.error;
    return !error->name;
}

// Reading, as the task sees it.
//
// The loop reads between start and stop only, so a peer that sends faster than its reader reads is held up.
// What arrives between an arrival and the stop that follows it waits in the socket's port for the next read.
#include "io/tcp/arrival.h"
#include "io/tcp/socket.h"
#include "io/timer.h"

namespace core {

namespace {

constexpr rustcore_tcp_error already_reading = {"EALREADY", "the socket is being read"},
                             timed_out = {"TIMEOUT", "nothing arrived in time"};

bool start(Socket *socket, rustcore_tcp_error *error) {
    if (socket->reading) {
        *error = already_reading;
        return false;
    }
    rustcore_chan *chan = nullptr;
    if (!socket->arrivals) rustcore_stream(&arrival_type, &socket->arrivals, &chan);
    auto answer = make_answer<rustcore_tcp_error>();
    struct Start {
        Socket *socket;
        rustcore_chan *chan; // until it is the socket's
        AnswerChan<rustcore_tcp_error> answer;

        Start(Socket *socket, rustcore_chan *chan, AnswerChan<rustcore_tcp_error> answer)
            : socket(socket), chan(chan), answer(std::move(answer)) {}
        Start(Start &&other) noexcept
            : socket(other.socket), chan(std::exchange(other.chan, nullptr)),
              answer(std::move(other.answer)) {}
        ~Start() {
            if (chan) rustcore_chan_drop(chan);
        }
        void operator()(uv_loop_t *loop) {
            answer.send(socket->start_reading(loop, std::exchange(chan, nullptr)));
        }
    };
    socket->io().interact(Start(socket, chan, std::move(answer.chan)));
    return ended_well(answer.port, error);
}

// Whose port: the caller's, which shall see the end of it, or the socket's, which goes on with the next read.
bool stop(Socket *socket, bool last, rustcore_tcp_error *error) {
    auto answer = make_answer<rustcore_tcp_error>();
    socket->io().interact([=, chan = std::move(answer.chan)](uv_loop_t *loop) mutable {
        auto stopped = socket->stop_reading(loop);
        if (last) socket->drop_arrivals();
        chan.send(stopped);
    });
    return ended_well(answer.port, error);
}

// False: nothing came within the milliseconds, of which 0 are for ever.
bool await(Socket *socket, uint32_t milliseconds) {
    if (milliseconds) return !Alarm(socket->io(), milliseconds).passes_before(socket->arrivals);
    rustcore_select(&socket->arrivals, 1);
    return true;
}

} // namespace

} // namespace core

rustcore_port *rustcore_tcp_read_start(rustcore_tcp_socket *tcp, rustcore_tcp_error *error) {
    core::Socket *socket = core::socket_of(tcp);
    if (!core::start(socket, error)) return nullptr;
    socket->reading = true;
    return std::exchange(socket->arrivals, nullptr);
}

bool rustcore_tcp_read_stop(rustcore_tcp_socket *tcp, rustcore_tcp_error *error) {
    core::Socket *socket = core::socket_of(tcp);
    socket->reading = false;
    return core::stop(socket, true, error);
}

bool rustcore_tcp_read(rustcore_tcp_socket *tcp, uint32_t milliseconds, rustcore_bytes *out,
                       rustcore_tcp_error *error) {
    core::Socket *socket = core::socket_of(tcp);
    bool there = socket->arrivals && rustcore_peek(socket->arrivals);
    if (!there) {
        if (!core::start(socket, error)) return false;
        there = core::await(socket, milliseconds);
        if (!core::stop(socket, false, error)) return false;
        // It may have come since.
        there = there || rustcore_peek(socket->arrivals);
    }
    if (!there) {
        *error = core::timed_out;
        return false;
    }
    rustcore_tcp_read_result result;
    rustcore_recv(socket->arrivals, &result);
    *out = result.bytes;
    *error = result.error;
    return !result.error.name;
}

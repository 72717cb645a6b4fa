#include "io/tcp/socket.h"
#include "io/tcp/arrival.h"
#include "stacks/hops.h"
#include <cstring>

namespace core {

Socket::~Socket() {
    drop_arrivals();
    if (arrivals) rustcore_port_drop(arrivals);
}

int Socket::open(uv_loop_t *loop) {
    if (rust_uv_tcp_init(loop, handle_.get())) return -1;
    rust_uv_set_data_for_uv_handle(handle_.as<uv_handle_t>(), this);
    open_ = true;
    return 0;
}

void Socket::find_peer() {
    if (v6_) rust_uv_tcp_getpeername6(handle_.get(), &peer_.v6);
    else rust_uv_tcp_getpeername(handle_.get(), &peer_.v4);
}

rustcore_tcp_error Socket::start_reading(uv_loop_t *loop, rustcore_chan *arrivals) {
    if (arrivals) {
        drop_arrivals();
        chan_ = arrivals;
    }
    return on_c([=] {
        auto room = [](uv_handle_t *, size_t suggested) {
            uv_buf_t buffer;
            rust_uv_buf_init(&buffer, rust_uv_malloc_buf_base_of(suggested), suggested);
            return buffer;
        };
        return uv::error_of(rust_uv_read_start(stream(), room, &arrived), loop);
    });
}

rustcore_tcp_error Socket::stop_reading(uv_loop_t *loop) {
    return on_c([=] { return uv::error_of(rust_uv_read_stop(stream()), loop); });
}

void Socket::drop_arrivals() {
    if (chan_) rustcore_chan_drop(std::exchange(chan_, nullptr));
}

void Socket::arrived(uv_stream_t *stream, ssize_t size, uv_buf_t buffer) {
    Socket *self = uv::owner_of<Socket>(stream);
    rustcore_tcp_read_result result = {};
    if (size > 0) {
        // The buffer has room for far more than what usually comes.
        result.bytes = {static_cast<uint8_t *>(rust_uv_current_kernel_malloc(size)),
                        static_cast<size_t>(size)};
        memcpy(result.bytes.data, rust_uv_get_base_from_buf(buffer), size);
    } else if (size < 0) {
        result.error = uv::last_error(rust_uv_get_loop_for_uv_handle(self->handle_.as<uv_handle_t>()));
    }
    if (rust_uv_get_base_from_buf(buffer)) rust_uv_free_base_of_buf(buffer);
    if (size != 0) on_rust([&] { self->deliver(result); });
}

void Socket::deliver(rustcore_tcp_read_result result) {
    if (!rustcore_try_send(chan_, &result)) {
        // Its port was dropped without read_stop.
        drop_arrivals();
        on_c([this] { rust_uv_read_stop(stream()); });
    }
}

void Socket::close() {
    if (!open_) return exchange::destroy(this);
    on_c([this] {
        rust_uv_close(handle_.as<uv_handle_t>(), [](uv_handle_t *handle) {
            Socket *self = uv::owner_of<Socket>(handle);
            on_rust([self] { exchange::destroy(self); });
        });
    });
}

void CloseSocket::operator()(Socket *socket) const {
    IoTask io = socket->io();
    io.interact([socket = Owned<Socket>(socket)](uv_loop_t *) mutable { socket.release()->close(); });
}

bool ended_well(AnswerPort<rustcore_tcp_error> &port, rustcore_tcp_error *error) {
    *error = port.receive().value_or(uv::loop_has_ended);
    return !error->name;
}

} // namespace core

void rustcore_tcp_peer(rustcore_tcp_socket *socket, rustcore_ip *out) {
    *out = core::socket_of(socket)->peer();
}

void rustcore_tcp_drop(rustcore_tcp_socket *socket) {
    core::SocketOwner(core::socket_of(socket));
}

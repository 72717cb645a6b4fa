#include "io/tcp/socket.h"
#include "stacks/hops.h"
#include <cstring>

namespace core {

int tcp_socket::open(uv_loop_t *loop) {
    if (rust_uv_tcp_init(loop, handle_.get())) return -1;
    rust_uv_set_data_for_uv_handle(handle_.handle(), this);
    open_ = true;
    return 0;
}

void tcp_socket::find_peer() {
    if (v6_) rust_uv_tcp_getpeername6(handle_.get(), &peer_.v6);
    else rust_uv_tcp_getpeername(handle_.get(), &peer_.v4);
}

rustcore_tcp_error tcp_socket::start_reading(uv_loop_t *loop, rustcore::chan<arrival> arrivals) {
    if (arrivals) sink_ = std::move(arrivals);
    return on_c([=] {
        auto make_room = [](uv_handle_t *, size_t suggested) {
            uv_buf_t buffer;
            rust_uv_buf_init(&buffer, rust_uv_malloc_buf_base_of(suggested), suggested);
            return buffer;
        };
        return uv::error_of(rust_uv_read_start(stream(), make_room, &arrived), loop);
    });
}

rustcore_tcp_error tcp_socket::stop_reading(uv_loop_t *loop) {
    return on_c([=] { return uv::error_of(rust_uv_read_stop(stream()), loop); });
}

void tcp_socket::end_arrivals() {
    sink_ = rustcore::chan<arrival>(nullptr);
}

void tcp_socket::arrived(uv_stream_t *stream, ssize_t size, uv_buf_t buffer) {
    rustcore_tcp_read_result result = {};
    if (size > 0) {
        // A block of its own: the buffer has room for far more than what usually comes.
        result.bytes = {static_cast<uint8_t *>(rust_uv_current_kernel_malloc(size)),
                        static_cast<size_t>(size)};
        memcpy(result.bytes.data, rust_uv_get_base_from_buf(buffer), size);
    } else if (size < 0) {
        result.error = uv::error_of(-1, uv::loop_of(stream));
    }
    if (rust_uv_get_base_from_buf(buffer)) rust_uv_free_base_of_buf(buffer);
    auto *socket = uv::owner_of_handle<tcp_socket>(stream);
    if (size != 0) on_rust([=] { socket->deliver(arrival(result)); });
}

void tcp_socket::deliver(arrival what) {
    if (sink_.try_send(std::move(what))) return;
    // The port was dropped before read_stop.
    end_arrivals();
    on_c([this] { rust_uv_read_stop(stream()); });
}

void tcp_socket::close() {
    if (!open_) return exchange::destroy(this);
    on_c([this] {
        rust_uv_close(handle_.handle(), [](uv_handle_t *handle) {
            auto *socket = uv::owner_of_handle<tcp_socket>(handle);
            on_rust([socket] { exchange::destroy(socket); });
        });
    });
}

void close_tcp_socket::operator()(tcp_socket *socket) const {
    io_task io = socket->io();
    io.interact([socket = owned<tcp_socket>(socket)](uv_loop_t *) mutable { socket.release()->close(); });
}

bool ended_well(answer_port<rustcore_tcp_error> port, rustcore_tcp_error *error) {
    *error = port.try_recv().value_or(uv::loop_has_ended);
    return !error->name;
}

} // namespace core

void rustcore_bytes_drop(rustcore_bytes bytes) {
    if (bytes.data) core::on_c([=] { rust_uv_current_kernel_free(bytes.data); });
}

void rustcore_tcp_peer(rustcore_tcp_socket *socket, rustcore_ip *out) {
    *out = core::from_c(socket)->peer();
}

void rustcore_tcp_drop(rustcore_tcp_socket *socket) {
    core::close_tcp_socket()(core::from_c(socket));
}

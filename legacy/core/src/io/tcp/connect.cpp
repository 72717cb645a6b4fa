#include "io/tcp/socket.h"
#include "stacks/hops.h"

namespace core {

namespace {

// From the start to the callback. The socket's closing job comes later: it calls back then, too.
class tcp_connecting {
public:
    tcp_connecting(tcp_socket *socket, answer_chan<rustcore_tcp_error> answer)
        : socket_(socket), answer_(std::move(answer)) {}

    // On the C stack. What has failed at once has no callback.
    rustcore_tcp_error start(uv_loop_t *loop, rustcore_ip &address) {
        if (int status = socket_->open(loop)) return uv::error_of(status, loop);
        rust_uv_set_data_for_req(request_.request(), this);
        return uv::error_of(
            address.address.sa_family == AF_INET6
                ? rust_uv_tcp_connect6(request_.get(), socket_->handle(), &connected, &address.v6)
                : rust_uv_tcp_connect(request_.get(), socket_->handle(), &connected, &address.v4),
            loop);
    }
    // Frees this.
    void finish(rustcore_tcp_error error) {
        owned<tcp_connecting> self(this);
        answer_.send(error);
    }

private:
    static void connected(uv_connect_t *request, int status) {
        auto *self = uv::owner_of_request<tcp_connecting>(request);
        auto error = uv::error_of(status, uv::loop_of(rust_uv_get_stream_handle_from_connect_req(request)));
        if (!error.name) self->socket_->find_peer();
        on_rust([=] { self->finish(error); });
    }

    tcp_socket *socket_;
    answer_chan<rustcore_tcp_error> answer_;
    uv::connect request_;
};

} // namespace

} // namespace core

rustcore_tcp_socket *rustcore_tcp_connect(rustcore_iotask *io, const rustcore_ip *address,
                                          rustcore_tcp_error *error) {
    using namespace core;
    io_task task = io_task::borrowed(io);
    tcp_socket_owner socket = make_tcp_socket(task, address->address.sa_family == AF_INET6);
    auto [port, chan] = rustcore::oneshot<rustcore_tcp_error>();
    task.interact([connecting = make_owned<tcp_connecting>(socket.get(), std::move(chan)),
                   address = *address](uv_loop_t *loop) mutable {
        auto *started = connecting.release();
        auto error = on_c([&] { return started->start(loop, address); });
        if (error.name) started->finish(error);
    });
    return ended_well(std::move(port), error) ? for_c(std::move(socket)) : nullptr;
}

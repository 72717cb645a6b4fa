#include "io/tcp/socket.h"
#include "stacks/hops.h"

namespace core {

namespace {

class Connecting {
public:
    Connecting(Socket *socket, AnswerChan<rustcore_tcp_error> answer)
        : socket_(socket), answer_(std::move(answer)) {}

    // Frees this when it is over. The socket is not closed before that.
    void start(uv_loop_t *loop, rustcore_ip &address) {
        rustcore_tcp_error error = on_c([&] {
            if (socket_->open(loop)) return uv::last_error(loop);
            rust_uv_set_data_for_req(request_.as<uv_req_t>(), this);
            return uv::error_of(
                address.address.sa_family == AF_INET6
                    ? rust_uv_tcp_connect6(request_.get(), socket_->handle(), &connected, &address.v6)
                    : rust_uv_tcp_connect(request_.get(), socket_->handle(), &connected, &address.v4),
                loop);
        });
        if (error.name) finish(error);
    }

private:
    static void connected(uv_connect_t *request, int status) {
        auto *self =
            static_cast<Connecting *>(rust_uv_get_data_for_req(reinterpret_cast<uv_req_t *>(request)));
        uv_stream_t *stream = rust_uv_get_stream_handle_from_connect_req(request);
        auto error =
            uv::error_of(status, rust_uv_get_loop_for_uv_handle(reinterpret_cast<uv_handle_t *>(stream)));
        if (status == 0) self->socket_->find_peer();
        on_rust([=] { self->finish(error); });
    }
    void finish(rustcore_tcp_error error) {
        answer_.send(error);
        exchange::destroy(this);
    }

    Socket *socket_;
    AnswerChan<rustcore_tcp_error> answer_;
    uv::Connect request_;
};

} // namespace

} // namespace core

rustcore_tcp_socket *rustcore_tcp_connect(rustcore_iotask *io, const rustcore_ip *address,
                                          rustcore_tcp_error *error) {
    using namespace core;
    IoTask task = IoTask::borrowed(io);
    SocketOwner socket = make_socket(task, address->address.sa_family == AF_INET6);
    auto answer = make_answer<rustcore_tcp_error>();
    task.interact(
        [socket = socket.get(), address = *address, chan = std::move(answer.chan)](uv_loop_t *loop) mutable {
        exchange::make<Connecting>(socket, std::move(chan))->start(loop, address);
    });
    return ended_well(answer.port, error) ? for_c(std::move(socket)) : nullptr;
}

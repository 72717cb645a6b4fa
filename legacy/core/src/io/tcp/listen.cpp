// Listening. The task that listens waits for the kill message; connections arrive on the loop's thread, where
// they are accepted at once, so that a listener goes on while the tasks that its caller hands them to are
// busy.
#include "io/tcp/socket.h"
#include "stacks/hops.h"
#include "tasks/depths.h"

struct rustcore_tcp_connection {
    core::tcp_socket_owner socket; // none: error says why
    rustcore_tcp_error error;
};

namespace core {

namespace {

using connection_callback = void (*)(rustcore_tcp_connection *connection, rustcore_shared_chan *kill,
                                     void *env);
using kill_chan = rustcore::shared_chan<rustcore_tcp_error>;

struct has_closed {};

// On the listening task's stack.
class tcp_listener {
public:
    tcp_listener(const io_task &io, const rustcore_ip &address, const kill_chan &kill,
                 connection_callback connection, void *env)
        : io_(io), address_(address), kill_(kill), connection_(connection), env_(env) {}
    tcp_listener(const tcp_listener &) = delete;
    // Unkillable: the loop has to leave the handle, and the caller's environment, before their frames go.
    ~tcp_listener() {
        if (!open_) return;
        unkillable section(rust_get_task());
        auto [port, chan] = rustcore::oneshot<has_closed>();
        io_.interact([this, chan = std::move(chan)](uv_loop_t *) mutable {
            closed_ = std::move(chan);
            close();
        });
        port.try_recv();
    }

    bool listen(int backlog, rustcore_tcp_error *error) {
        unkillable section(rust_get_task());
        auto [port, chan] = rustcore::oneshot<rustcore_tcp_error>();
        io_.interact([this, backlog, chan = std::move(chan)](uv_loop_t *loop) mutable {
            chan.send(on_c([=] { return uv::error_of(open(loop, backlog), loop); }));
        });
        return ended_well(std::move(port), error);
    }

private:
    bool v6() const {
        return address_.address.sa_family == AF_INET6;
    }
    int open(uv_loop_t *loop, int backlog) {
        if (rust_uv_tcp_init(loop, handle_.get())) return -1;
        open_ = true;
        rust_uv_set_data_for_uv_handle(handle_.handle(), this);
        int bound = v6() ? rust_uv_tcp_bind6(handle_.get(), &address_.v6)
                         : rust_uv_tcp_bind(handle_.get(), &address_.v4);
        return bound ? bound : rust_uv_listen(handle_.stream(), backlog, &arrived);
    }
    static void arrived(uv_stream_t *stream, int status) {
        auto *listener = uv::owner_of_handle<tcp_listener>(stream);
        uv_loop_t *loop = uv::loop_of(stream);
        auto error = uv::error_of(status, loop);
        on_rust([=] {
            if (error.name) listener->kill_.send(error);
            else listener->connection_(listener->accept(loop), listener->kill_.get(), listener->env_);
        });
    }
    rustcore_tcp_connection *accept(uv_loop_t *loop) {
        tcp_socket_owner socket = make_tcp_socket(io_, v6());
        auto error = on_c([&] {
            int status = socket->open(loop);
            if (!status) status = rust_uv_accept(handle_.stream(), socket->stream());
            if (!status) socket->find_peer();
            return uv::error_of(status, loop);
        });
        if (error.name) socket.reset();
        return exchange::make<rustcore_tcp_connection>(rustcore_tcp_connection{std::move(socket), error});
    }
    void close() {
        on_c([this] {
            rust_uv_close(handle_.handle(), [](uv_handle_t *handle) {
                auto *listener = uv::owner_of_handle<tcp_listener>(handle);
                // The listener is not there any more from the moment that it hears of it.
                on_rust([listener] { answer_chan<has_closed>(std::move(listener->closed_)).send({}); });
            });
        });
    }

    const io_task &io_;
    rustcore_ip address_;
    const kill_chan &kill_;
    connection_callback connection_;
    void *env_;
    uv::tcp handle_;
    bool open_ = false;
    answer_chan<has_closed> closed_{nullptr};
};

} // namespace

} // namespace core

bool rustcore_tcp_listen(rustcore_iotask *io, const rustcore_ip *address, int backlog,
                         void (*established)(rustcore_shared_chan *kill, void *env),
                         void (*connection)(rustcore_tcp_connection *connection, rustcore_shared_chan *kill,
                                            void *env),
                         void *env, rustcore_tcp_error *error) {
    using namespace core;
    io_task task = io_task::borrowed(io);
    auto [ended, chan] = rustcore::stream<rustcore_tcp_error>();
    kill_chan kill(std::move(chan));
    tcp_listener listener(task, *address, kill, connection, env);
    if (!listener.listen(backlog, error)) return false;
    if (established) established(kill.get(), env);
    *error = ended.recv();
    return !error->name;
}

rustcore_tcp_socket *rustcore_tcp_accept(rustcore_tcp_connection *connection, rustcore_tcp_error *error) {
    core::owned<rustcore_tcp_connection> taken(connection);
    *error = taken->error;
    return core::for_c(std::move(taken->socket));
}

void rustcore_tcp_connection_drop(rustcore_tcp_connection *connection) {
    core::exchange::destroy(connection);
}

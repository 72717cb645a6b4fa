// Listening. The task that listens waits for the kill message; connections arrive on the loop's thread, where
// they are accepted at once, so that a listener goes on while the tasks that its caller hands them to are
// busy.
#include "io/tcp/socket.h"
#include "stacks/hops.h"

struct rustcore_tcp_connection {
    core::SocketOwner socket; // null: error says why
    rustcore_tcp_error error;
};

namespace core {

namespace {

using ConnectionCallback = void (*)(rustcore_tcp_connection *connection, rustcore_shared_chan *kill,
                                    void *env);

struct Closed {};

// On the listening task's stack: its destructor waits for the handle to be closed.
class Listener {
public:
    Listener(const IoTask &io, const rustcore_ip &address, rustcore_shared_chan *kill,
             ConnectionCallback connection, void *env)
        : io_(io), address_(address), kill_(kill), connection_(connection), env_(env) {}
    Listener(const Listener &) = delete;
    // The loop must have left the handle and the caller's environment, so kills wait.
    ~Listener() {
        if (!open_) return;
        auto answer = make_answer<Closed>();
        io_.interact([this, chan = std::move(answer.chan)](uv_loop_t *) mutable {
            closed_.emplace(std::move(chan));
            close();
        });
        unkillable([&] { answer.port.receive(); });
    }

    bool listen(int backlog, rustcore_tcp_error *error) {
        auto answer = make_answer<rustcore_tcp_error>();
        io_.interact([this, backlog, chan = std::move(answer.chan)](uv_loop_t *loop) mutable {
            chan.send(on_c([=] { return uv::error_of(open(loop, backlog), loop); }));
        });
        bool well = false;
        unkillable([&] { well = ended_well(answer.port, error); });
        return well;
    }

private:
    bool v6() const {
        return address_.address.sa_family == AF_INET6;
    }
    // On the C stack.
    int open(uv_loop_t *loop, int backlog) {
        if (rust_uv_tcp_init(loop, handle_.get())) return -1;
        open_ = true;
        rust_uv_set_data_for_uv_handle(handle_.as<uv_handle_t>(), this);
        int bound = v6() ? rust_uv_tcp_bind6(handle_.get(), &address_.v6)
                         : rust_uv_tcp_bind(handle_.get(), &address_.v4);
        return bound ? bound : rust_uv_listen(handle_.as<uv_stream_t>(), backlog, &arrived);
    }
    static void arrived(uv_stream_t *stream, int status) {
        Listener *self = uv::owner_of<Listener>(stream);
        uv_loop_t *loop = rust_uv_get_loop_for_uv_handle(reinterpret_cast<uv_handle_t *>(stream));
        auto error = uv::error_of(status, loop);
        on_rust([=]() mutable {
            if (error.name) rustcore_shared_chan_send(self->kill_, &error);
            else self->connection_(self->accept(loop), self->kill_, self->env_);
        });
    }
    rustcore_tcp_connection *accept(uv_loop_t *loop) {
        SocketOwner socket = make_socket(io_, v6());
        auto error = on_c([&] {
            if (socket->open(loop) || rust_uv_accept(handle_.as<uv_stream_t>(), socket->stream()))
                return uv::last_error(loop);
            socket->find_peer();
            return uv::no_error;
        });
        if (error.name) socket.reset();
        return exchange::make<rustcore_tcp_connection>(rustcore_tcp_connection{std::move(socket), error});
    }
    void close() {
        on_c([this] {
            rust_uv_close(handle_.as<uv_handle_t>(), [](uv_handle_t *handle) {
                Listener *self = uv::owner_of<Listener>(handle);
                on_rust([self] {
                    // The last word: from then on the listener is not there any more.
                    auto closed = std::move(*self->closed_);
                    closed.send({});
                });
            });
        });
    }

    const IoTask &io_;
    rustcore_ip address_;
    rustcore_shared_chan *kill_;
    ConnectionCallback connection_;
    void *env_;
    uv::Tcp handle_;
    bool open_ = false;
    std::optional<AnswerChan<Closed>> closed_;
};

// What ends a listener, and who may say so.
class KillStream {
public:
    KillStream() {
        rustcore_chan *chan;
        rustcore_stream(&exchange::descriptor<rustcore_tcp_error>, &port_, &chan);
        chan_ = rustcore_shared_chan_new(chan);
    }
    KillStream(const KillStream &) = delete;
    ~KillStream() {
        rustcore_shared_chan_drop(chan_);
        rustcore_port_drop(port_);
    }
    rustcore_shared_chan *chan() const {
        return chan_;
    }
    rustcore_tcp_error receive() {
        rustcore_tcp_error why;
        rustcore_recv(port_, &why);
        return why;
    }

private:
    rustcore_port *port_;
    rustcore_shared_chan *chan_;
};

} // namespace

} // namespace core

bool rustcore_tcp_listen(rustcore_iotask *io, const rustcore_ip *address, int backlog,
                         void (*established)(rustcore_shared_chan *kill, void *env),
                         void (*connection)(rustcore_tcp_connection *connection, rustcore_shared_chan *kill,
                                            void *env),
                         void *env, rustcore_tcp_error *error) {
    core::IoTask task = core::IoTask::borrowed(io);
    core::KillStream kill;
    core::Listener listener(task, *address, kill.chan(), connection, env);
    if (!listener.listen(backlog, error)) return false;
    if (established) established(kill.chan(), env);
    *error = kill.receive();
    return !error->name;
}

rustcore_tcp_socket *rustcore_tcp_accept(rustcore_tcp_connection *connection, rustcore_tcp_error *error) {
    *error = connection->error;
    core::SocketOwner socket = std::move(connection->socket);
    core::exchange::destroy(connection);
    return core::for_c(std::move(socket));
}

void rustcore_tcp_connection_drop(rustcore_tcp_connection *connection) {
    core::exchange::destroy(connection);
}

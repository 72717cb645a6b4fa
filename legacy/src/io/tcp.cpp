#include "io/tcp.h"
#include "io/tcp_handle.h"

namespace legacy::io {

tcp_handle::tcp_handle(uv_loop_t *in, uv_tcp_t *storage) : owned_handle(in, storage, RUSTRT_UV_TCP) {
    libuv::uv_tcp_init(&loop->uv, &uv.tcp);
    uv.tcp.data = static_cast<owned_handle *>(this);
}

tcp_handle::~tcp_handle() {
    for (write_request *write : stranded) delete write;
}

void tcp_handle::closed() {
    while (!stranded.empty()) {
        write_request *write = stranded.front();
        stranded.pop_front();
        write->complete(loop->status(libuv::UV_ECANCELED));
    }
}

int init_tcp(uv_loop_t *loop, uv_tcp_t *storage) {
    new tcp_handle(loop, storage);
    return 0;
}

int bind(uv_tcp_t *proxy, sa_family_t family, const sockaddr *address) {
    auto *tcp = owned<tcp_handle>(proxy);
    if (address->sa_family != family) return tcp->loop->note({errors::fault, 0});
    return tcp->loop->result(libuv::uv_tcp_bind(&tcp->uv.tcp, address, 0));
}

int connect(uv_connect_t *proxy, uv_tcp_t *stream, rust_uv_connect_cb callback, sa_family_t family,
            const sockaddr *address) {
    auto *tcp = owned<tcp_handle>(stream);
    if (address->sa_family != family) return tcp->loop->note({errors::invalid, 0});
    auto *request = new connect_request(proxy, tcp->loop, callback);
    int error =
        libuv::uv_tcp_connect(&request->uv, &tcp->uv.tcp, address, [](libuv::uv_connect_t *uv, int result) {
            auto *request = static_cast<connect_request *>(uv->data);
            request->complete(request->loop->status(result));
        });
    if (error) {
        delete request;
        return tcp->loop->result(error);
    }
    proxy->handle = reinterpret_cast<uv_stream_t *>(stream);
    request->publish(RUSTRT_UV_CONNECT);
    return 0;
}

int peer_name(uv_tcp_t *proxy, sockaddr *name, int size) {
    auto *tcp = owned<tcp_handle>(proxy);
    int error = libuv::uv_tcp_getpeername(&tcp->uv.tcp, name, &size);
    // A handle that has no socket yet.
    return tcp->loop->result(error == libuv::UV_EBADF ? libuv::UV_EINVAL : error);
}

int listen(uv_stream_t *proxy, int backlog, rust_uv_connection_cb callback) {
    auto *tcp = owned<tcp_handle>(proxy);
    tcp->on_connection = callback;
    return tcp->loop->result(libuv::uv_listen(&tcp->uv.stream, backlog,
                                              [](libuv::uv_stream_t *uv, int result) {
        auto *tcp = owner_of<tcp_handle>(uv);
        tcp->on_connection(reinterpret_cast<uv_stream_t *>(tcp->proxy), tcp->loop->result(result));
    }));
}

int accept(uv_stream_t *server, uv_stream_t *client) {
    auto *from = owned<tcp_handle>(server);
    return from->loop->result(libuv::uv_accept(&from->uv.stream, &owned<tcp_handle>(client)->uv.stream));
}

} // namespace legacy::io

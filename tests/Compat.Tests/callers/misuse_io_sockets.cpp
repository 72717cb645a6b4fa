// Misuse (misuse.h), for event loops: sockets at the edges.
#include "misuse_io.h"
#include <csignal>
#include <sys/resource.h>
#include <vector>

namespace {

std::string order;

} // namespace

// ---- sockets at the edges

START(after_a_reset_the_stream_takes_no_writes, exits(0)) {
    signal(SIGPIPE, SIG_IGN);
    static connection one;
    static write_request write;
    loop = new_loop();
    one.open();
    linger at_once = {1, 0};
    setsockopt(one.plain, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    close(one.plain);
    rust_uv_read_start(one.handle, all_room, [](uv_stream_t *, ssize_t count, uv_buf_t) {
        CHECK(count == -1 && last_error_is(loop, 13, ECONNRESET));
        uv_buf_t buffer = {room, 1};
        auto forbidden = [](uv_write_t *, int) { CHECK(!"was refused"); };
        CHECK(rust_uv_write(write, one.handle, &buffer, 1, forbidden) == -1 && last_error_is(loop, 36, EPIPE));
        order += "reset";
    });
    rust_uv_run(loop);
    CHECK(order == "reset");
    end_loop();
}

START(empty_buffers_and_many_of_them_are_written, exits(0)) {
    static connection one;
    static write_request empty, many, trailing;
    static char text[3000];
    static uv_buf_t parts[3000], mixed[4];
    loop = new_loop();
    one.open();
    for (int i = 0; i < 3000; i++) {
        text[i] = static_cast<char>('a' + i % 26);
        parts[i] = {text + i, 1};
    }
    static auto done = [](uv_write_t *request, int status) {
        CHECK(status == 0);
        order += request == empty.get() ? "empty " : request == many.get() ? "many " : "trailing ";
    };
    mixed[0] = {text, 0};
    mixed[1] = {text, 2};
    mixed[2] = mixed[3] = {text, 0};
    CHECK(!rust_uv_write(empty, one.handle, mixed, 1, done));
    CHECK(!rust_uv_write(many, one.handle, parts, 3000, done));
    CHECK(!rust_uv_write(trailing, one.handle, mixed, 4, done));
    rust_uv_run(loop);
    CHECK(order == "empty many trailing ");
    std::string got(3002, ' ');
    CHECK(recv(one.plain, got.data(), got.size(), MSG_WAITALL) == 3002);
    CHECK(!memcmp(got.data(), text, 3000) && got.substr(3000) == "ab");
    end_loop();
}

START(a_write_of_no_buffers_aborts, aborts("nbufs > 0")) {
    static connection one;
    write_request write;
    uv_buf_t none = {nullptr, 0};
    loop = new_loop();
    one.open();
    rust_uv_write(write, one.handle, &none, 0, nullptr);
}

START(accepting_into_another_loop_aborts, aborts("server->loop == client->loop")) {
    static tcp server, stranger;
    loop = new_loop();
    rust_uv_tcp_init(loop, server);
    rust_uv_tcp_init(new_loop(), stranger);
    rust_uv_accept(server, stranger);
}

START(connecting_a_closing_handle_aborts, aborts("!(stream->flags & UV_HANDLE_CLOSING)")) {
    static tcp handle;
    static connect_request request;
    loop = new_loop();
    rust_uv_tcp_init(loop, handle);
    sockaddr_in peer = local4(port_of(plain_listener()));
    close_now(handle);
    CHECK(!rust_uv_tcp_connect(request, handle, [](uv_connect_t *, int) { CHECK(!"closed"); }, &peer));
    rust_uv_run(loop);
}

START(a_closing_handle_refuses_the_rest, exits(0)) {
    static tcp handle, other;
    static write_request write;
    loop = new_loop();
    rust_uv_tcp_init(loop, handle);
    rust_uv_tcp_init(loop, other);
    close_now(handle);
    sockaddr_in address = local4(0);
    uv_buf_t buffer = {room, 1};
    CHECK(rust_uv_tcp_bind(handle, &address) == -1 && last_error_is(loop, 18, EINVAL));
    CHECK(rust_uv_accept(handle, other) == -1 && last_error_is(loop, 4, EAGAIN));
    CHECK(rust_uv_listen(handle, 1, nullptr) == -1 && last_error_is(loop, 18, EINVAL));
    CHECK(rust_uv_write(write, handle, &buffer, 1, nullptr) == -1 && last_error_is(loop, 9, EBADF));
    CHECK(rust_uv_tcp_getpeername(handle, &address) == -1 && last_error_is(loop, 18, EINVAL));
    CHECK(rust_uv_read_stop(handle) == 0 && last_error_is(loop, 18, EINVAL));
    rust_uv_run(loop);
    end_loop();
}

START(a_bound_or_listening_socket_is_no_connection, exits(0)) {
    static tcp handle;
    static connect_request request;
    loop = new_loop();
    rust_uv_tcp_init(loop, handle);
    sockaddr_in address = local4(0), peer = local4(port_of(plain_listener()));
    sockaddr_in6 six = local6(0);
    CHECK(!rust_uv_tcp_bind(handle, &address));
    CHECK(rust_uv_read_start(handle, all_room, [](uv_stream_t *, ssize_t, uv_buf_t) {}) == -1 && last_error_is(loop, 31, ENOTCONN));
    CHECK(rust_uv_tcp_bind(handle, &address) == -1 && last_error_is(loop, 18, EINVAL));
    auto forbidden = [](uv_stream_t *, int) { CHECK(!"nobody connects"); };
    CHECK(!rust_uv_listen(handle, 1, forbidden) && !rust_uv_listen(handle, 1, forbidden));
    CHECK(rust_uv_tcp_bind6(handle, &six) == -1);
    CHECK(rust_uv_tcp_connect(request, handle, [](uv_connect_t *, int) {}, &peer) == -1);
    uv_err_t error = rust_uv_last_error(loop);
    CHECK(error.code == -1 && error.sys_errno == EISCONN);
    end_loop();
}

START(an_address_in_use_is_told_by_connect_as_well, exits(0)) {
    static tcp handle;
    static connect_request request;
    loop = new_loop();
    rust_uv_tcp_init(loop, handle);
    sockaddr_in taken = local4(port_of(plain_listener())), peer = local4(port_of(plain_listener()));
    CHECK(!rust_uv_tcp_bind(handle, &taken));
    CHECK(rust_uv_tcp_getpeername(handle, &peer) == -1 && last_error_is(loop, 5, EADDRINUSE));
    CHECK(!rust_uv_tcp_connect(request, handle, [](uv_connect_t *, int status) {
        CHECK(status == -1 && last_error_is(loop, 5, EADDRINUSE));
        order += "told";
    }, &peer));
    CHECK(order.empty());
    rust_uv_run(loop);
    CHECK(order == "told");
    end_loop();
}

START(without_descriptors_waiting_connections_are_dropped, exits(0)) {
    static tcp server;
    static timer later;
    loop = new_loop();
    rust_uv_tcp_init(loop, server);
    sockaddr_in address = local4(0);
    rust_uv_tcp_bind(server, &address);
    CHECK(!rust_uv_listen(server, 8, [](uv_stream_t *, int) { CHECK(!"nobody can have it"); }));
    address = local4(listening_port());
    int client = socket(AF_INET, SOCK_STREAM, 0);
    CHECK(!connect(client, reinterpret_cast<sockaddr *>(&address), sizeof address));
    start_timer(later, [](uv_timer_t *, int) { close_now(server); }, 20);
    // Not even the numbers below the highest are left.
    std::vector<int> filling;
    rlimit files;
    getrlimit(RLIMIT_NOFILE, &files);
    rlimit few = {64, files.rlim_max};
    setrlimit(RLIMIT_NOFILE, &few);
    for (int fd; (fd = dup(0)) >= 0;) filling.push_back(fd);
    rust_uv_run(loop);
    char byte;
    CHECK(recv(client, &byte, 1, 0) == 0);
    for (int fd : filling) close(fd);
    setrlimit(RLIMIT_NOFILE, &files);
    end_loop();
}

START(two_look_ups_and_a_wake_up_end_one_run, exits(0)) {
    static lookup_request one, two;
    static async wake;
    static int calls;
    loop = new_loop();
    char node[] = "127.0.0.1";
    auto count = [](uv_getaddrinfo_t *, int status, addrinfo *list) {
        CHECK(status == 0);
        rust_uv_freeaddrinfo(list);
        if (++calls == 2) rust_uv_async_send(wake);
    };
    rust_uv_async_init(loop, wake, [](uv_async_t *handle, int) { close_now(as_handle(handle)); });
    CHECK(!rust_uv_getaddrinfo(loop, one, count, node, nullptr, nullptr));
    CHECK(!rust_uv_getaddrinfo(loop, two, count, node, nullptr, nullptr));
    rust_uv_run(loop);
    CHECK(calls == 2);
    rust_uv_loop_delete(loop);
}

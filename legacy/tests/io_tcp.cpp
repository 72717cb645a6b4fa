// The service io: TCP connections as they are made, used and lost.
#include "io_support.h"
using namespace harness;
using namespace io_test;

static uv_loop_t *loop;
static std::string order;

static uv_buf_t allocate(uv_handle_t *, size_t suggested) {
    CHECK(suggested == 64 * 1024);
    return {static_cast<char *>(malloc(suggested)), suggested};
}
static void closed_all() {
    rust_uv_walk(
        loop, [](uv_handle_t *handle, void *) { rust_uv_close(handle, nullptr); }, nullptr);
    rust_uv_run(loop);
    rust_uv_loop_delete(loop);
}

// ---- an echo server and its client, in either family

namespace echo {

static tcp server, peer, client;
static connect_request connect;
static write_request question, answer;
static std::string answered;
static char *kept, text[] = "hello, world";
static bool v6;

static void on_written(uv_write_t *request, int status) {
    CHECK(status == 0 && last_error_is(loop, 0, 0));
    CHECK(rust_uv_get_stream_handle_from_write_req(request) ==
          (request == question.get() ? (uv_stream_t *)client : (uv_stream_t *)peer));
    order += request == question.get() ? "asked " : "answered ";
}

static void on_question(uv_stream_t *stream, ssize_t count, uv_buf_t buffer) {
    CHECK(stream == (uv_stream_t *)peer);
    if (count > 0) {
        CHECK(std::string(buffer.base, count) == "hello, world");
        order += "question ";
        buffer.len = count;
        kept = buffer.base; // lives as long as the write
        CHECK(rust_uv_write(answer, peer, &buffer, 1, on_written) == 0);
        return;
    }
    CHECK(count == -1 && last_error_is(loop, 1, 0) && !strcmp(last_error_name(loop), "EOF"));
    CHECK(buffer.base && buffer.len == 64 * 1024);
    free(buffer.base);
    order += "end ";
    rust_uv_close(peer, nullptr);
    rust_uv_close(server, nullptr);
}

static void on_answer(uv_stream_t *stream, ssize_t count, uv_buf_t buffer) {
    CHECK(stream == (uv_stream_t *)client);
    CHECK(count > 0);
    answered.append(buffer.base, count);
    free(buffer.base);
    if (answered.size() < 12) return;
    CHECK(answered == text);
    order += "answer ";
    rust_uv_close(client, [](uv_handle_t *) { order += "closed "; });
}

static void check_peer_name(uv_tcp_t *handle, uint16_t port) {
    if (v6) {
        sockaddr_in6 name;
        CHECK(rust_uv_tcp_getpeername6(handle, &name) == 0);
        CHECK(name.sin6_family == AF_INET6 && !memcmp(&name.sin6_addr, &in6addr_loopback, 16));
        CHECK(!port || rust_uv_ip6_port(&name) == port);
    } else {
        sockaddr_in name;
        CHECK(rust_uv_tcp_getpeername(handle, &name) == 0);
        CHECK(name.sin_family == AF_INET && name.sin_addr.s_addr == htonl(INADDR_LOOPBACK));
        CHECK(!port || rust_uv_ip4_port(&name) == port);
    }
}

static void on_connection(uv_stream_t *stream, int status) {
    CHECK(stream == (uv_stream_t *)server && status == 0);
    CHECK(rust_uv_tcp_init(loop, peer) == 0 && rust_uv_accept(stream, peer) == 0);
    check_peer_name(peer, 0);
    CHECK(rust_uv_read_start(peer, allocate, on_question) == 0);
    // There was one.
    static tcp none;
    CHECK(rust_uv_tcp_init(loop, none) == 0);
    CHECK(rust_uv_accept(stream, none) == -1 && last_error_is(loop, 4, EAGAIN));
    rust_uv_close(none, nullptr);
}

static void on_connected(uv_connect_t *request, int status) {
    CHECK(request == connect.get() && status == 0 && last_error_is(loop, 0, 0));
    CHECK(rust_uv_get_stream_handle_from_connect_req(request) == (uv_stream_t *)client);
    check_peer_name(client, listening_port());
    CHECK(rust_uv_read_start(client, allocate, on_answer) == 0);
    uv_buf_t parts[] = {{text, 5}, {text + 5, 7}};
    CHECK(rust_uv_write(question, client, parts, 2, on_written) == 0);
    parts[0] = parts[1] = {nullptr, 0}; // the array was copied
}

static void run(bool in_v6) {
    v6 = in_v6;
    loop = new_loop();
    int mine;
    for (uv_req_t *each : {(uv_req_t *)connect, (uv_req_t *)question}) rust_uv_set_data_for_req(each, &mine);
    CHECK(rust_uv_tcp_init(loop, server) == 0 && rust_uv_tcp_init(loop, client) == 0);
    if (v6) {
        sockaddr_in6 address = local6(0);
        CHECK(rust_uv_tcp_bind6(server, &address) == 0 && rust_uv_listen(server, 8, on_connection) == 0);
        address = local6(listening_port());
        CHECK(rust_uv_tcp_connect6(connect, client, on_connected, &address) == 0);
        memset(&address, 0xff, sizeof address); // was copied
    } else {
        sockaddr_in address = local4(0);
        CHECK(rust_uv_tcp_bind(server, &address) == 0 && rust_uv_listen(server, 8, on_connection) == 0);
        address = local4(listening_port());
        CHECK(rust_uv_tcp_connect(connect, client, on_connected, &address) == 0);
        memset(&address, 0xff, sizeof address);
    }
    rust_uv_run(loop);
    for (uv_req_t *each : {(uv_req_t *)connect, (uv_req_t *)question})
        CHECK(rust_uv_get_data_for_req(each) == &mine);
    for (const char *step : {"asked ", "question ", "answered ", "answer ", "closed ", "end "})
        CHECK(order.find(step) != std::string::npos);
    CHECK(order.find("question") < order.find("answer ") && order.find("closed") < order.find("end"));
    connect.check_unused(24, 40);
    connect.check_unused(48, 64);
    question.check_unused(24, 48);
    question.check_unused(56, 160);
    client.check_unused(40, 216);
    free(kept);
    rust_uv_loop_delete(loop);
}

} // namespace echo

START(echo_over_ip4, exits(0)) {
    echo::run(false);
}
START(echo_over_ip6, exits(0)) {
    echo::run(true);
}

// ---- errors of connecting, binding, listening

START(a_refused_connection_is_told_to_the_callback, exits(0)) {
    static tcp client;
    static connect_request connect;
    static int calls;
    loop = new_loop();
    rust_uv_tcp_init(loop, client);
    sockaddr_in address = local4(refusing_port());
    CHECK(rust_uv_tcp_connect(
              connect, client,
              [](uv_connect_t *request, int status) {
        calls++;
        CHECK(status == -1 && last_error_is(loop, 12, ECONNREFUSED));
        CHECK(!strcmp(last_error_name(loop), "ECONNREFUSED"));
        rust_uv_close(reinterpret_cast<uv_handle_t *>(rust_uv_get_stream_handle_from_connect_req(request)),
                      nullptr);
              },
              &address) == 0);
    CHECK(calls == 0);
    rust_uv_run(loop);
    CHECK(calls == 1);
    rust_uv_loop_delete(loop);
}

START(addresses_of_the_wrong_family_are_refused, exits(0)) {
    loop = new_loop();
    tcp handle;
    connect_request connect;
    rust_uv_tcp_init(loop, handle);
    sockaddr_in four = local4(1);
    sockaddr_in6 six = local6(1);
    four.sin_family = AF_INET6;
    six.sin6_family = AF_INET;
    auto forbidden = [](uv_connect_t *, int) { CHECK(!"was refused"); };
    CHECK(rust_uv_tcp_bind(handle, &four) == -1 && last_error_is(loop, 15, 0));
    CHECK(rust_uv_tcp_connect(connect, handle, forbidden, &four) == -1 && last_error_is(loop, 18, 0));
    CHECK(rust_uv_tcp_bind6(handle, &six) == -1 && last_error_is(loop, 15, 0));
    CHECK(rust_uv_tcp_connect6(connect, handle, forbidden, &six) == -1 && last_error_is(loop, 18, 0));
    closed_all();
}

CASE(an_address_of_another_machine_cannot_be_bound, exits(0)) {
    on_c([] {
        loop = new_loop();
        tcp handle;
        rust_uv_tcp_init(loop, handle);
        sockaddr_in address = rust_uv_ip4_addr("192.0.2.1", 0); // for documentation: nobody has it
        CHECK(rust_uv_tcp_bind(handle, &address) == -1 && last_error_is(loop, 6, EADDRNOTAVAIL));
        closed_all();
    });
}

START(an_address_in_use_is_told_by_listen, exits(0)) {
    loop = new_loop();
    tcp handle;
    rust_uv_tcp_init(loop, handle);
    sockaddr_in address = local4(port_of(plain_listener()));
    CHECK(rust_uv_tcp_bind(handle, &address) == 0 && last_error_is(loop, 0, 0));
    CHECK(rust_uv_listen(handle, 1, [](uv_stream_t *, int) { CHECK(!"does not listen"); }) == -1);
    CHECK(last_error_is(loop, 5, EADDRINUSE));
    closed_all();
}

START(a_second_connect_while_one_is_under_way_is_refused, exits(0)) {
    static int calls;
    loop = new_loop();
    tcp handle;
    connect_request first, second;
    rust_uv_tcp_init(loop, handle);
    sockaddr_in address = local4(port_of(plain_listener()));
    CHECK(!rust_uv_tcp_connect(
        first, handle,
        [](uv_connect_t *, int status) {
        CHECK(status == 0);
        calls++;
        },
        &address));
    auto forbidden = [](uv_connect_t *, int) { CHECK(!"was refused"); };
    CHECK(rust_uv_tcp_connect(second, handle, forbidden, &address) == -1);
    // libuv 0.9 had a name for this and did not use it.
    CHECK(last_error_is(loop, -1, EALREADY));
    rust_uv_run(loop);
    CHECK(calls == 1);
    closed_all();
}

START(a_handle_without_a_connection_has_no_peer, exits(0)) {
    loop = new_loop();
    tcp handle;
    rust_uv_tcp_init(loop, handle);
    sockaddr_in four, any = local4(0);
    sockaddr_in6 six;
    CHECK(rust_uv_tcp_getpeername(handle, &four) == -1 && last_error_is(loop, 18, EINVAL));
    CHECK(rust_uv_tcp_getpeername6(handle, &six) == -1 && last_error_is(loop, 18, EINVAL));
    CHECK(rust_uv_tcp_bind(handle, &any) == 0);
    CHECK(rust_uv_tcp_getpeername(handle, &four) == -1 && last_error_is(loop, 31, ENOTCONN));
    closed_all();
}

START(a_name_of_the_other_family_is_cut_to_its_size, exits(0)) {
    static tcp client;
    static connect_request connect;
    loop = new_loop();
    rust_uv_tcp_init(loop, client);
    sockaddr_in address = local4(port_of(plain_listener()));
    CHECK(!rust_uv_tcp_connect(
        connect, client,
        [](uv_connect_t *, int status) {
        CHECK(status == 0);
        unsigned char name[40];
        memset(name, 0xEE, sizeof name);
        CHECK(rust_uv_tcp_getpeername6(client, reinterpret_cast<sockaddr_in6 *>(name)) == 0);
        CHECK(reinterpret_cast<sockaddr_in *>(name)->sin_family == AF_INET);
        for (int i = 16; i < 40; i++) CHECK(name[i] == 0xEE);
        },
        &address));
    rust_uv_run(loop);
    closed_all();
}

START(using_a_handle_without_a_socket_is_refused, exits(0)) {
    loop = new_loop();
    tcp handle;
    write_request write;
    char text[] = "x";
    uv_buf_t buffer = {text, 1};
    rust_uv_tcp_init(loop, handle);
    CHECK(rust_uv_write(write, handle, &buffer, 1, [](uv_write_t *, int) { CHECK(!"was refused"); }) == -1);
    CHECK(last_error_is(loop, 9, EBADF));
    CHECK(rust_uv_read_start(handle, allocate, [](uv_stream_t *, ssize_t, uv_buf_t) {}) == -1);
    CHECK(last_error_is(loop, 31, ENOTCONN));
    CHECK(rust_uv_read_stop(handle) == 0);
    closed_all();
}

START(a_connection_that_is_not_accepted_waits, exits(0)) {
    static tcp server, first, second;
    static int calls;
    loop = new_loop();
    rust_uv_tcp_init(loop, server);
    rust_uv_tcp_init(loop, first);
    rust_uv_tcp_init(loop, second);
    sockaddr_in address = local4(0);
    rust_uv_tcp_bind(server, &address);
    CHECK(rust_uv_accept(server, first) == -1 && last_error_is(loop, 4, EAGAIN));
    static timer later;
    rust_uv_timer_init(loop, later);
    CHECK(!rust_uv_listen(server, 8, [](uv_stream_t *, int status) {
        CHECK(status == 0);
        if (++calls == 1)
            rust_uv_timer_start(
                later,
                [](uv_timer_t *, int) {
                CHECK(calls == 1); // the other one has not been told
                CHECK(rust_uv_accept(server, first) == 0);
                },
                20, 0);
        else {
            CHECK(rust_uv_accept(server, second) == 0);
            rust_uv_close(server, nullptr);
        }
    }));
    address = local4(listening_port());
    for (int i = 0; i < 2; i++) {
        int fd = socket(AF_INET, SOCK_STREAM, 0);
        CHECK(!connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address));
    }
    rust_uv_run(loop);
    CHECK(calls == 2);
    closed_all();
}

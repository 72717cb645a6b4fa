// The service io: reading and writing at the edges, and what becomes of requests when a handle is closed.
#include "io_support.h"
#include <csignal>
#include <thread>
using namespace harness;
using namespace io_test;

// A connection between a handle of the library and a plain socket.
static uv_loop_t *loop;
static tcp handle;
static connect_request connected;
static int plain;
static std::string order;

static void connect_both() {
    loop = new_loop();
    rust_uv_tcp_init(loop, handle);
    int listener = plain_listener();
    sockaddr_in address = local4(port_of(listener));
    CHECK(!rust_uv_tcp_connect(
        connected, handle, [](uv_connect_t *, int status) { CHECK(status == 0); }, &address));
    rust_uv_run(loop);
    plain = accept(listener, nullptr, nullptr);
    CHECK(plain >= 0);
    close(listener);
}
static void end() {
    rust_uv_close(handle, nullptr);
    rust_uv_run(loop);
    rust_uv_loop_delete(loop);
}
static void tell(const char *text) {
    CHECK(send(plain, text, strlen(text), 0) == static_cast<ssize_t>(strlen(text)));
}
static void note(const char *format, long value) {
    char text[64];
    snprintf(text, sizeof text, format, value);
    order += text;
}

// ---- reading

static char four[4];
static uv_buf_t four_bytes(uv_handle_t *asker, size_t) {
    CHECK(asker == handle);
    order += "? ";
    return {four, sizeof four};
}

START(a_buffer_filled_to_the_brim_is_followed_by_a_read_of_nothing, exits(0)) {
    connect_both();
    tell("1234");
    CHECK(!rust_uv_read_start(handle, four_bytes, [](uv_stream_t *stream, ssize_t count, uv_buf_t buffer) {
        CHECK(buffer.base == four && buffer.len == 4);
        note("%ld ", count);
        if (count == 0) {
            CHECK(last_error_is(loop, 4, EAGAIN));
            rust_uv_read_stop(stream);
        }
    }));
    rust_uv_run(loop);
    CHECK(order == "? 4 ? 0 ");
    end();
}

START(the_end_takes_a_buffer_too_and_comes_once, exits(0)) {
    connect_both();
    tell("123456");
    close(plain);
    CHECK(!rust_uv_read_start(handle, four_bytes, [](uv_stream_t *, ssize_t count, uv_buf_t buffer) {
        CHECK(buffer.base == four && buffer.len == 4);
        note("%ld ", count);
        if (count < 0) CHECK(last_error_is(loop, 1, 0));
    }));
    rust_uv_run(loop); // not stopped, and yet nothing is waited for after the end
    CHECK(order == "? 4 ? 2 ? -1 ");
    end();
}

START(reading_can_be_stopped_in_its_callback_and_started_again, exits(0)) {
    connect_both();
    tell("12345678");
    auto stop = [](uv_stream_t *stream, ssize_t count, uv_buf_t) {
        note("%ld ", count);
        CHECK(rust_uv_read_stop(stream) == 0);
    };
    CHECK(!rust_uv_read_start(handle, four_bytes, stop));
    rust_uv_run(loop);
    CHECK(order == "? 4 ");
    CHECK(!rust_uv_read_start(handle, four_bytes, stop));
    rust_uv_run(loop);
    CHECK(order == "? 4 ? 4 " && rust_uv_read_stop(handle) == 0);
    end();
}

START(starting_twice_changes_the_callbacks, exits(0)) {
    connect_both();
    tell("x");
    CHECK(!rust_uv_read_start(handle, four_bytes,
                              [](uv_stream_t *, ssize_t, uv_buf_t) { CHECK(!"was replaced"); }));
    CHECK(!rust_uv_read_start(handle, four_bytes, [](uv_stream_t *stream, ssize_t count, uv_buf_t) {
        note("%ld", count);
        rust_uv_read_stop(stream);
    }));
    CHECK(last_error_is(loop, 0, 0));
    rust_uv_run(loop);
    CHECK(order == "? 1");
    end();
}

START(a_reset_is_an_error_of_reading, exits(0)) {
    connect_both();
    linger at_once = {1, 0};
    CHECK(!setsockopt(plain, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once));
    close(plain);
    CHECK(!rust_uv_read_start(handle, four_bytes, [](uv_stream_t *, ssize_t count, uv_buf_t buffer) {
        CHECK(count == -1 && buffer.base == four && last_error_is(loop, 13, ECONNRESET));
        order += "reset";
        rust_uv_close(handle, nullptr);
    }));
    rust_uv_run(loop);
    CHECK(order == "? reset");
    rust_uv_loop_delete(loop);
}

START(an_empty_buffer_aborts, aborts("alloc callback gave an empty buffer")) {
    connect_both();
    tell("x");
    rust_uv_read_start(
        handle,
        [](uv_handle_t *, size_t) {
        return uv_buf_t{four, 0};
        },
        [](uv_stream_t *, ssize_t, uv_buf_t) {});
    rust_uv_run(loop);
}

START(no_buffer_aborts, aborts("alloc callback gave no buffer")) {
    connect_both();
    tell("x");
    rust_uv_read_start(
        handle,
        [](uv_handle_t *, size_t) {
        return uv_buf_t{nullptr, 4};
        },
        [](uv_stream_t *, ssize_t, uv_buf_t) {});
    rust_uv_run(loop);
}

// As callers read: into exchange blocks, one for each callback whatever it brings.
CASE(each_read_callback_has_an_exchange_block_to_free, exits(0)) {
    on_c([] {
        uintptr_t before = *rust_get_exchange_count_ptr();
        connect_both();
        tell("1234");
        linger at_once = {1, 0};
        setsockopt(plain, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
        close(plain);
        CHECK(!rust_uv_read_start(
            handle,
            [](uv_handle_t *, size_t suggested) {
            return uv_buf_t{rust_uv_malloc_buf_base_of(suggested), suggested};
            },
            [](uv_stream_t *, ssize_t count, uv_buf_t buffer) {
            CHECK(buffer.base);
            rust_uv_free_base_of_buf(buffer);
            if (count < 0) rust_uv_close(handle, nullptr);
        }));
        rust_uv_run(loop);
        rust_uv_loop_delete(loop);
        CHECK(*rust_get_exchange_count_ptr() == before);
    });
}

// ---- writing

static std::string received() {
    std::string all;
    char some[65536];
    for (ssize_t got; (got = read(plain, some, sizeof some)) > 0;) all.append(some, got);
    return all;
}

START(writes_are_done_in_order, exits(0)) {
    connect_both();
    write_request one, two, silent;
    char text[] = "abcdefghij";
    uv_buf_t parts[10];
    for (int i = 0; i < 10; i++) parts[i] = {text + i, 1};
    auto done = [](uv_write_t *request, int status) {
        CHECK(status == 0);
        order += static_cast<const char *>(rust_uv_get_data_for_req(reinterpret_cast<uv_req_t *>(request)));
    };
    rust_uv_set_data_for_req(one, const_cast<char *>("1"));
    rust_uv_set_data_for_req(two, const_cast<char *>("2"));
    CHECK(!rust_uv_write(one, handle, parts, 10, done)); // more than a request has room for
    CHECK(!rust_uv_write(silent, handle, parts, 1, nullptr));
    CHECK(!rust_uv_write(two, handle, parts + 3, 2, done));
    CHECK(order.empty());
    rust_uv_run(loop);
    CHECK(order == "12");
    end();
    CHECK(received() == "abcdefghijade");
}

START(a_write_that_the_socket_does_not_take_at_once_goes_on_by_itself, exits(0)) {
    static std::string sent(8 << 20, '.'), got;
    for (size_t i = 0; i < sent.size(); i++) sent[i] = static_cast<char>(i * 31 >> 3);
    connect_both();
    static write_request request;
    uv_buf_t buffer = {sent.data(), sent.size()};
    CHECK(!rust_uv_write(request, handle, &buffer, 1, [](uv_write_t *, int status) {
        CHECK(status == 0);
        rust_uv_close(handle, nullptr);
    }));
    // The other end reads on a thread of its own until the end.
    std::thread reader([] { got = received(); });
    rust_uv_run(loop);
    reader.join();
    CHECK(got == sent);
    rust_uv_loop_delete(loop);
}

START(a_write_to_a_connection_that_was_reset_fails, exits(0)) {
    signal(SIGPIPE, SIG_IGN); // callers had to
    connect_both();
    linger at_once = {1, 0};
    setsockopt(plain, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    close(plain);
    static write_request request;
    char text[] = "x";
    uv_buf_t buffer = {text, 1};
    CHECK(!rust_uv_write(request, handle, &buffer, 1, [](uv_write_t *, int status) {
        CHECK(status == -1);
        uv_err_t error = rust_uv_last_error(loop);
        CHECK((error.code == 13 && error.sys_errno == ECONNRESET) ||
              (error.code == 36 && error.sys_errno == EPIPE));
        order += "failed";
    }));
    rust_uv_run(loop);
    CHECK(order == "failed");
    end();
}

// ---- closing with requests under way

static void on_end_of(uv_req_t *request, int status) {
    CHECK(status == -1 && last_error_is(loop, 59, 0) && !strcmp(last_error_name(loop), "ECANCELED"));
    order += static_cast<const char *>(rust_uv_get_data_for_req(request));
}
static void on_connect_end(uv_connect_t *request, int status) {
    on_end_of(reinterpret_cast<uv_req_t *>(request), status);
}
static void on_write_end(uv_write_t *request, int status) {
    on_end_of(reinterpret_cast<uv_req_t *>(request), status);
}

START(a_connect_under_way_is_canceled_before_the_close_callback, exits(0)) {
    loop = new_loop();
    rust_uv_tcp_init(loop, handle);
    sockaddr_in address = local4(port_of(plain_listener()));
    write_request write;
    char text[] = "x";
    uv_buf_t buffer = {text, 1};
    rust_uv_set_data_for_req(connected, const_cast<char *>("connect "));
    rust_uv_set_data_for_req(write, const_cast<char *>("write "));
    CHECK(!rust_uv_tcp_connect(connected, handle, on_connect_end, &address));
    CHECK(!rust_uv_write(write, handle, &buffer, 1, on_write_end));
    rust_uv_close(handle, [](uv_handle_t *) { order += "closed"; });
    CHECK(order.empty());
    rust_uv_run(loop);
    CHECK(order == "connect write closed");
    rust_uv_loop_delete(loop);
}

START(writes_under_way_are_canceled_in_order_before_the_close_callback, exits(0)) {
    static std::string much(64 << 20, 'x');
    connect_both();
    write_request one, two;
    uv_buf_t buffer = {much.data(), much.size()};
    rust_uv_set_data_for_req(one, const_cast<char *>("one "));
    rust_uv_set_data_for_req(two, const_cast<char *>("two "));
    CHECK(!rust_uv_write(one, handle, &buffer, 1, on_write_end));
    CHECK(!rust_uv_write(two, handle, &buffer, 1, on_write_end));
    // Reading ends without a callback.
    CHECK(
        !rust_uv_read_start(handle, four_bytes, [](uv_stream_t *, ssize_t, uv_buf_t) { CHECK(!"closed"); }));
    rust_uv_close(handle, [](uv_handle_t *) { order += "closed"; });
    rust_uv_run(loop);
    CHECK(order == "one two closed");
    rust_uv_loop_delete(loop);
}

START(a_write_behind_a_failed_connect_waits_for_the_close, exits(0)) {
    loop = new_loop();
    rust_uv_tcp_init(loop, handle);
    static timer later;
    rust_uv_timer_init(loop, later);
    sockaddr_in address = local4(refusing_port());
    write_request write;
    char text[] = "x";
    uv_buf_t buffer = {text, 1};
    rust_uv_set_data_for_req(write, const_cast<char *>("write "));
    CHECK(!rust_uv_tcp_connect(
        connected, handle,
        [](uv_connect_t *, int status) {
        CHECK(status == -1 && last_error_is(loop, 12, ECONNREFUSED));
        order += "refused ";
        rust_uv_timer_start(
            later,
            [](uv_timer_t *, int) {
            order += "later ";
            rust_uv_close(handle, [](uv_handle_t *) { order += "closed"; });
            },
            5, 0);
        },
        &address));
    CHECK(!rust_uv_write(write, handle, &buffer, 1, on_write_end));
    rust_uv_run(loop);
    CHECK(order == "refused later write closed");
    rust_uv_loop_delete(loop);
}

START(requests_may_be_freed_in_their_callbacks, exits(0)) {
    loop = new_loop();
    rust_uv_tcp_init(loop, handle);
    auto *connect = static_cast<uv_connect_t *>(malloc(rust_uv_helper_uv_connect_t_size()));
    auto *write = static_cast<uv_write_t *>(malloc(rust_uv_helper_uv_write_t_size()));
    sockaddr_in address = local4(port_of(plain_listener()));
    static char text[] = "x";
    uv_buf_t buffer = {text, 1};
    CHECK(!rust_uv_tcp_connect(
        connect, handle, [](uv_connect_t *request, int) { free(request); }, &address));
    CHECK(!rust_uv_write(write, handle, &buffer, 1, [](uv_write_t *request, int) {
        free(request);
        rust_uv_close(handle, nullptr);
    }));
    rust_uv_run(loop);
    rust_uv_loop_delete(loop);
}

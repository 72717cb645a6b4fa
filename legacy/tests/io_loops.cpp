// The service io: loops, what their handles have in common, and closing.
#include "io_support.h"
#include <sys/resource.h>
using namespace harness;
using namespace io_test;

START(a_new_loop_is_empty, exits(0)) {
    uv_loop_t *loop = new_loop();
    CHECK(!rust_uv_get_data_for_uv_loop(loop) && last_error_is(loop, 0, 0));
    CHECK(!strcmp(last_error_name(loop), "OK"));
    rust_uv_walk(
        loop, [](uv_handle_t *, void *) { CHECK(!"a handle that nobody made"); }, nullptr);
    rust_uv_run(loop);
    rust_uv_run(loop);
    rust_uv_loop_delete(loop);
}

START(without_descriptors_there_is_no_loop, exits(0)) {
    rust_uv_helper_uv_err_t_size(); // what loads the library at its first call needs descriptors as well
    rlimit files;
    CHECK(!getrlimit(RLIMIT_NOFILE, &files));
    rlimit none_left = {3, files.rlim_max};
    CHECK(!setrlimit(RLIMIT_NOFILE, &none_left));
    CHECK(!rust_uv_loop_new());
    // The search for leaks at the end needs some.
    CHECK(!setrlimit(RLIMIT_NOFILE, &files));
}

START(a_loop_has_a_word_for_its_user, exits(0)) {
    uv_loop_t *loop = new_loop();
    int a, b;
    rust_uv_loop_set_data(loop, &a);
    CHECK(rust_uv_get_data_for_uv_loop(loop) == &a && *reinterpret_cast<void **>(loop) == &a);
    rust_uv_set_data_for_uv_loop(loop, &b);
    CHECK(rust_uv_get_data_for_uv_loop(loop) == &b);
    rust_uv_loop_delete(loop);
}

START(errors_stay_with_their_loop, exits(0)) {
    uv_loop_t *one = new_loop(), *other = new_loop();
    tcp handle;
    sockaddr_in peer;
    rust_uv_tcp_init(one, handle);
    CHECK(rust_uv_tcp_getpeername(handle, &peer) == -1);
    CHECK(last_error_is(one, 18, EINVAL) && last_error_is(other, 0, 0));
    // Calls that succeed leave it.
    timer more;
    CHECK(rust_uv_timer_init(one, more) == 0 && last_error_is(one, 18, EINVAL));
    rust_uv_loop_delete(one);
    rust_uv_loop_delete(other);
}

static void on_timer(uv_timer_t *, int) {}
static void on_async(uv_async_t *, int) {}

START(a_handle_has_a_loop_a_type_and_a_word_for_its_user, exits(0)) {
    uv_loop_t *loop = new_loop();
    timer a;
    async b;
    tcp c;
    int mine;
    // What is stored before the init call does not survive it.
    for (uv_handle_t *each : {(uv_handle_t *)a, (uv_handle_t *)b, (uv_handle_t *)c})
        rust_uv_set_data_for_uv_handle(each, &mine);
    CHECK(!rust_uv_timer_init(loop, a) && !rust_uv_async_init(loop, b, on_async) &&
          !rust_uv_tcp_init(loop, c));
    const unsigned char types[] = {13, 1, 12}, *type = types;
    for (uv_handle_t *each : {(uv_handle_t *)a, (uv_handle_t *)b, (uv_handle_t *)c}) {
        auto *bytes = reinterpret_cast<unsigned char *>(each);
        CHECK(rust_uv_get_loop_for_uv_handle(each) == loop &&
              *reinterpret_cast<uv_loop_t **>(bytes + 16) == loop);
        CHECK(bytes[24] == *type++ && !bytes[25] && !bytes[26] && !bytes[27]);
        CHECK(!rust_uv_get_data_for_uv_handle(each));
        rust_uv_set_data_for_uv_handle(each, &mine);
        CHECK(rust_uv_get_data_for_uv_handle(each) == &mine &&
              *reinterpret_cast<void **>(bytes + 8) == &mine);
        rust_uv_close(each, [](uv_handle_t *handle) { CHECK(rust_uv_get_data_for_uv_handle(handle)); });
    }
    rust_uv_run(loop);
    rust_uv_loop_delete(loop);
}

START(storage_is_written_in_the_named_fields_only, exits(0)) {
    uv_loop_t *loop = new_loop();
    timer a;
    async b;
    tcp c;
    rust_uv_timer_init(loop, a);
    rust_uv_timer_start(a, on_timer, 1, 0);
    rust_uv_async_init(loop, b, on_async);
    rust_uv_async_send(b);
    rust_uv_tcp_init(loop, c);
    rust_uv_close(b, [](uv_handle_t *handle) {
        CHECK(!*reinterpret_cast<void **>(reinterpret_cast<char *>(handle) + 32)); // owned
    });
    rust_uv_run(loop);
    for (uv_handle_t *each : {(uv_handle_t *)a, (uv_handle_t *)c}) rust_uv_close(each, nullptr);
    rust_uv_run(loop);
    a.check_unused(40, 120);
    b.check_unused(40, 96);
    c.check_unused(40, 216);
    rust_uv_loop_delete(loop);
}

START(walk_meets_the_handles_in_the_order_they_were_made, exits(0)) {
    uv_loop_t *loop = new_loop();
    timer first, last;
    async second;
    tcp third;
    rust_uv_timer_init(loop, first);
    rust_uv_async_init(loop, second, on_async);
    rust_uv_tcp_init(loop, third);
    rust_uv_timer_init(loop, last);
    uv_handle_t *const expected[] = {first, second, third, last};
    struct seen {
        uv_handle_t *const *next;
        int count;
    } seen = {expected, 0};
    auto look = [](uv_handle_t *handle, void *arg) {
        auto *seen = static_cast<struct seen *>(arg);
        CHECK(handle == *seen->next++);
        seen->count++;
    };
    rust_uv_walk(loop, look, &seen);
    CHECK(seen.count == 4);
    // Closing ones too, until their callback.
    rust_uv_close(second, nullptr);
    seen = {expected, 0};
    rust_uv_walk(loop, look, &seen);
    CHECK(seen.count == 4);
    rust_uv_run(loop);
    uv_handle_t *const left[] = {first, third, last};
    seen = {left, 0};
    rust_uv_walk(loop, look, &seen);
    CHECK(seen.count == 3);
    // Closing all is what walks are for.
    rust_uv_walk(
        loop, [](uv_handle_t *handle, void *) { rust_uv_close(handle, nullptr); }, nullptr);
    rust_uv_run(loop);
    seen = {nullptr, 0};
    rust_uv_walk(loop, look, &seen);
    CHECK(seen.count == 0);
    rust_uv_loop_delete(loop);
}

START(handles_closed_in_one_turn_are_called_last_first, exits(0).out("tcp async timer\n")) {
    uv_loop_t *loop = new_loop();
    timer a;
    async b;
    tcp c;
    rust_uv_timer_init(loop, a);
    rust_uv_async_init(loop, b, on_async);
    rust_uv_tcp_init(loop, c);
    rust_uv_timer_start(a, on_timer, 0, 1);
    rust_uv_close(a, [](uv_handle_t *) { print("timer\n"); });
    rust_uv_close(b, [](uv_handle_t *) { print("async "); });
    rust_uv_close(c, [](uv_handle_t *) { print("tcp "); });
    print("%s", "");
    rust_uv_run(loop);
    rust_uv_loop_delete(loop);
}

START(a_close_callback_comes_later_and_is_not_needed, exits(0)) {
    static int closed;
    uv_loop_t *loop = new_loop();
    timer a, b;
    rust_uv_timer_init(loop, a);
    rust_uv_timer_init(loop, b);
    rust_uv_close(a, [](uv_handle_t *) { closed++; });
    rust_uv_close(b, nullptr);
    CHECK(closed == 0);
    rust_uv_run(loop);
    CHECK(closed == 1);
    rust_uv_loop_delete(loop);
}

START(the_storage_may_be_freed_or_used_anew_in_the_close_callback, exits(0)) {
    static int closed;
    uv_loop_t *loop = new_loop();
    auto *freed = static_cast<uv_timer_t *>(malloc(rust_uv_helper_uv_timer_t_size()));
    rust_uv_timer_init(loop, freed);
    rust_uv_close(as_handle(freed), [](uv_handle_t *handle) {
        closed++;
        free(handle);
    });
    static async again;
    rust_uv_async_init(loop, again, on_async);
    rust_uv_close(again, [](uv_handle_t *handle) {
        closed++;
        uv_loop_t *loop = rust_uv_get_loop_for_uv_handle(handle);
        CHECK(!rust_uv_timer_init(loop, reinterpret_cast<uv_timer_t *>(handle)));
        CHECK(!rust_uv_timer_start(
            reinterpret_cast<uv_timer_t *>(handle),
            [](uv_timer_t *timer, int) { rust_uv_close(as_handle(timer), nullptr); }, 0, 0));
    });
    rust_uv_run(loop);
    CHECK(closed == 2);
    rust_uv_walk(
        loop, [](uv_handle_t *, void *) { CHECK(!"one is left"); }, nullptr);
    rust_uv_loop_delete(loop);
}

START(closing_twice_aborts, aborts("handle is closed already")) {
    uv_loop_t *loop = new_loop();
    timer a;
    rust_uv_timer_init(loop, a);
    rust_uv_close(a, nullptr);
    rust_uv_close(a, nullptr);
}

START(run_ends_when_only_idle_handles_are_left, exits(0)) {
    uv_loop_t *loop = new_loop();
    timer a;
    tcp c;
    rust_uv_timer_init(loop, a);
    rust_uv_tcp_init(loop, c);
    rust_uv_run(loop);
    rust_uv_loop_delete(loop);
}

START(an_open_async_handle_keeps_the_loop_running, hangs()) {
    uv_loop_t *loop = new_loop();
    async a;
    rust_uv_async_init(loop, a, on_async);
    rust_uv_run(loop);
}

START(deleting_a_loop_drops_its_handles_in_silence, exits(0)) {
    uv_loop_t *loop = new_loop();
    auto forbidden = [](uv_handle_t *) { CHECK(!"closed"); };
    sockaddr_in address = local4(refusing_port());
    {
        timer a, closing;
        async b;
        tcp c, listening;
        connect_request connect;
        write_request write;
        lookup_request look_up;
        char node[] = "127.0.0.1", text[] = "text";
        rust_uv_timer_init(loop, a);
        rust_uv_timer_start(
            a, [](uv_timer_t *, int) { CHECK(!"timer"); }, 0, 0);
        rust_uv_timer_init(loop, closing);
        rust_uv_close(closing, forbidden);
        rust_uv_async_init(loop, b, [](uv_async_t *, int) { CHECK(!"async"); });
        rust_uv_async_send(b);
        rust_uv_tcp_init(loop, c);
        CHECK(!rust_uv_tcp_connect(
            connect, c, [](uv_connect_t *, int) { CHECK(!"connect"); }, &address));
        uv_buf_t buffer = {text, 4};
        CHECK(!rust_uv_write(write, c, &buffer, 1, [](uv_write_t *, int) { CHECK(!"write"); }));
        rust_uv_tcp_init(loop, listening);
        sockaddr_in any = local4(0);
        CHECK(!rust_uv_tcp_bind(listening, &any));
        CHECK(!rust_uv_listen(listening, 1, [](uv_stream_t *, int) { CHECK(!"connection"); }));
        CHECK(!rust_uv_getaddrinfo(
            loop, look_up, [](uv_getaddrinfo_t *, int, addrinfo *) { CHECK(!"look-up"); }, node, nullptr,
            nullptr));
    }
    // The storage is gone: nothing of it may be touched.
    rust_uv_loop_delete(loop);
}

// ---- inside a task

CASE(callbacks_may_go_back_to_the_rust_stack, exits(0).out("on the rust stack\n")) {
    on_c([] {
        uv_loop_t *loop = new_loop();
        timer a;
        rust_uv_timer_init(loop, a);
        rust_uv_timer_start(
            a,
            [](uv_timer_t *, int) {
            CHECK(stack_limit() == 0);
            on_rust([] {
                CHECK(stack_limit() != 0);
                print("on the rust stack\n");
            });
            },
            0, 0);
        rust_uv_run(loop);
        rust_uv_loop_delete(loop);
    });
}

CASE(a_failure_in_a_callback_aborts, aborts("Rust task failed after reentering the Rust stack")) {
    on_c([] {
        uv_loop_t *loop = new_loop();
        timer a;
        rust_uv_timer_init(loop, a);
        rust_uv_timer_start(
            a, [](uv_timer_t *, int) { on_rust([] { fail_quietly(); }); }, 0, 0);
        rust_uv_run(loop);
    });
}

CASE(a_running_loop_holds_its_thread_and_the_tasks_on_it, exits(0).threads("1").out("loop\nchild\n")) {
    spawn(TASK { on_c([] { print("child\n"); }); });
    on_c([] {
        uv_loop_t *loop = new_loop();
        timer a;
        rust_uv_timer_init(loop, a);
        rust_uv_timer_start(
            a,
            [](uv_timer_t *timer, int) {
            static int turns;
            if (++turns == 5) rust_uv_timer_stop(timer);
            },
            1, 1);
        rust_uv_run(loop);
        rust_uv_loop_delete(loop);
        print("loop\n");
    });
}

CASE(loops_and_the_runtimes_side_of_handles_are_not_in_the_exchange_heap, exits(0)) {
    on_c([] {
        uintptr_t before = *rust_get_exchange_count_ptr();
        uv_loop_t *loop = new_loop();
        timer a;
        async b;
        tcp c;
        rust_uv_timer_init(loop, a);
        rust_uv_async_init(loop, b, on_async);
        rust_uv_tcp_init(loop, c);
        CHECK(*rust_get_exchange_count_ptr() == before);
        rust_uv_loop_delete(loop);
        CHECK(*rust_get_exchange_count_ptr() == before);
    });
}

// Misuse (misuse.h), for event loops: what callbacks do to each other within a turn, and what they may do themselves.
#include "misuse_io.h"
#include <stdexcept>

// ---- callbacks of one turn

START(a_wake_up_sent_in_a_pass_comes_in_it_if_its_turn_is_to_come, exits(0).out("b c closed a\n")) {
    static async a, b, c;
    static timer victim;
    loop = new_loop();
    rust_uv_timer_init(loop, victim);
    rust_uv_async_init(loop, a, [](uv_async_t *, int) {
        print("a\n");
        for (async *each : {&a, &b, &c}) close_now(*each);
    });
    rust_uv_async_init(loop, b, [](uv_async_t *, int) {
        print("b ");
        rust_uv_async_send(a); // had its turn
        rust_uv_async_send(c); // has it to come
        close_now(victim, [](uv_handle_t *) { print("closed "); });
    });
    rust_uv_async_init(loop, c, [](uv_async_t *, int) { print("c "); });
    rust_uv_async_send(b);
    rust_uv_run(loop);
    rust_uv_loop_delete(loop);
}

START(sends_to_one_that_is_pending_in_the_turn_are_one, exits(0)) {
    static async a, b;
    static int calls;
    loop = new_loop();
    rust_uv_async_init(loop, a, [](uv_async_t *handle, int) {
        rust_uv_async_send(b);
        close_now(as_handle(handle));
    });
    rust_uv_async_init(loop, b, [](uv_async_t *, int) { calls++; });
    rust_uv_async_send(a);
    rust_uv_async_send(b);
    static timer later;
    start_timer(later, [](uv_timer_t *, int) { close_now(b); }, 20);
    rust_uv_run(loop);
    CHECK(calls == 1);
    rust_uv_loop_delete(loop);
}

START(a_stream_that_is_stopped_by_another_of_the_turn_keeps_its_data, exits(0)) {
    static connection one, other;
    static int calls;
    loop = new_loop();
    one.open();
    other.open();
    one.tell("abc");
    other.tell("abc");
    auto stop_both = [](uv_stream_t *, ssize_t count, uv_buf_t) {
        CHECK(count == 3);
        calls++;
        rust_uv_read_stop(one.handle);
        rust_uv_read_stop(other.handle);
    };
    for (connection *each : {&one, &other}) CHECK(!rust_uv_read_start(each->handle, all_room, stop_both));
    rust_uv_run(loop);
    CHECK(calls == 1);
    for (connection *each : {&one, &other}) CHECK(!rust_uv_read_start(each->handle, all_room, stop_both));
    // The one that was read has no more.
    rust_uv_run(loop);
    CHECK(calls == 2);
    end_loop();
}

START(a_stream_that_is_closed_by_another_of_the_turn_is_not_read, exits(0)) {
    static connection one, other;
    static int reads, closes;
    loop = new_loop();
    one.open();
    other.open();
    one.tell("abc");
    other.tell("abc");
    auto close_both = [](uv_stream_t *, ssize_t, uv_buf_t) {
        reads++;
        for (connection *each : {&one, &other}) close_now(each->handle, [](uv_handle_t *) { closes++; });
    };
    for (connection *each : {&one, &other}) CHECK(!rust_uv_read_start(each->handle, all_room, close_both));
    rust_uv_run(loop);
    CHECK(reads == 1 && closes == 2);
    rust_uv_loop_delete(loop);
}

START(other_callbacks_that_another_of_the_turn_gives_are_used, exits(0)) {
    static connection one, other;
    static int first, second;
    loop = new_loop();
    one.open();
    other.open();
    one.tell("abc");
    other.tell("abc");
    static auto last = [](uv_stream_t *stream, ssize_t, uv_buf_t) {
        second++;
        rust_uv_read_stop(stream);
    };
    auto replace = [](uv_stream_t *stream, ssize_t, uv_buf_t) {
        first++;
        uv_stream_t *stream_of_one = one.handle;
        rust_uv_read_start(stream == stream_of_one ? other.handle : one.handle, all_room, last);
        rust_uv_read_stop(stream);
    };
    for (connection *each : {&one, &other}) CHECK(!rust_uv_read_start(each->handle, all_room, replace));
    rust_uv_run(loop);
    CHECK(first == 1 && second == 1);
    end_loop();
}

START(closing_comes_in_the_turn_of_the_close_before_the_timers_of_the_next, exits(0).out("read closed timer\n")) {
    static connection one;
    static timer soon;
    loop = new_loop();
    one.open();
    one.tell("abc");
    rust_uv_timer_init(loop, soon);
    rust_uv_read_start(one.handle, all_room, [](uv_stream_t *, ssize_t, uv_buf_t) {
        print("read ");
        rust_uv_timer_start(soon, [](uv_timer_t *, int) { print("timer\n"); }, 0, 0);
        close_now(one.handle, [](uv_handle_t *) { print("closed "); });
    });
    rust_uv_run(loop);
    close_now(soon);
    rust_uv_run(loop);
    rust_uv_loop_delete(loop);
}

START(a_write_that_is_done_at_once_is_told_in_the_same_turn, exits(0).out("timer written closed\n")) {
    static connection one;
    static timer first, victim;
    static write_request write;
    static char text[] = "x";
    loop = new_loop();
    one.open();
    rust_uv_timer_init(loop, victim);
    start_timer(first, [](uv_timer_t *, int) {
        print("timer ");
        uv_buf_t buffer = {text, 1};
        rust_uv_write(write, one.handle, &buffer, 1, [](uv_write_t *, int) { print("written "); });
        close_now(victim, [](uv_handle_t *) { print("closed\n"); });
    });
    rust_uv_run(loop);
    end_loop();
}

START(all_waiting_connections_are_told_in_one_turn, exits(0).out("connection connection closed\n")) {
    static tcp server, peers[2];
    static timer victim;
    static int count;
    loop = new_loop();
    rust_uv_tcp_init(loop, server);
    rust_uv_timer_init(loop, victim);
    sockaddr_in address = local4(0);
    rust_uv_tcp_bind(server, &address);
    CHECK(!rust_uv_listen(server, 8, [](uv_stream_t *, int status) {
        CHECK(status == 0);
        print("connection ");
        rust_uv_tcp_init(loop, peers[count]);
        CHECK(!rust_uv_accept(server, peers[count]));
        if (count++ == 0) close_now(victim, [](uv_handle_t *) { print("closed\n"); });
        else close_now(server);
    }));
    address = local4(listening_port());
    for (int i = 0; i < 2; i++) {
        int fd = socket(AF_INET, SOCK_STREAM, 0);
        CHECK(!connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address));
    }
    rust_uv_run(loop);
    end_loop();
}

START(a_handle_that_is_closed_in_a_close_callback_waits_for_the_next_turn, exits(0).out("first timer second\n")) {
    static timer first, second, between;
    loop = new_loop();
    for (timer *each : {&first, &second, &between}) rust_uv_timer_init(loop, *each);
    close_now(first, [](uv_handle_t *) {
        print("first ");
        rust_uv_timer_start(between, [](uv_timer_t *, int) { print("timer "); }, 0, 0);
        close_now(second, [](uv_handle_t *) { print("second\n"); });
    });
    rust_uv_run(loop);
    end_loop();
}

START(walking_meets_what_is_made_meanwhile, exits(0)) {
    static timer first, made;
    static int met;
    loop = new_loop();
    rust_uv_timer_init(loop, first);
    rust_uv_walk(
        loop,
        [](uv_handle_t *, void *) {
            if (++met == 1) rust_uv_timer_init(loop, made);
        },
        nullptr);
    CHECK(met == 2);
    end_loop();
}

// ---- callbacks that run loops

START(a_callback_may_run_another_loop, exits(0).out("outer inner after\n")) {
    static timer outer, inner;
    loop = new_loop();
    start_timer(outer, [](uv_timer_t *, int) {
        print("outer ");
        uv_loop_t *mine = new_loop();
        rust_uv_timer_init(mine, inner);
        rust_uv_timer_start(inner, [](uv_timer_t *, int) { print("inner "); }, 1, 0);
        rust_uv_run(mine);
        rust_uv_loop_delete(mine);
        print("after\n");
    });
    rust_uv_run(loop);
    end_loop();
}

START(a_callback_may_run_its_own_loop, exits(0).out("outer inner after\n")) {
    static timer outer, inner;
    loop = new_loop();
    rust_uv_timer_init(loop, inner);
    start_timer(outer, [](uv_timer_t *, int) {
        print("outer ");
        rust_uv_timer_start(inner, [](uv_timer_t *, int) { print("inner "); }, 1, 0);
        rust_uv_run(loop);
        print("after\n");
    });
    rust_uv_run(loop);
    end_loop();
}

// ---- callbacks that use the task

CASE(a_callback_may_yield_and_others_run, exits(0).threads("1").out("before other after\n")) {
    static bool other_ran;
    spawn(TASK {
        print("other ");
        other_ran = true;
    });
    on_c([] {
        static timer handle;
        loop = new_loop();
        start_timer(handle, [](uv_timer_t *, int) {
            print("before ");
            on_rust([] {
                bool killed;
                while (!other_ran) rust_task_yield(rust_get_task(), &killed);
            });
            print("after\n");
        });
        rust_uv_run(loop);
        end_loop();
    });
}

CASE(a_callback_may_wait_for_an_event, exits(0).out("waiting got it\n")) {
    static std::atomic<rust_task *> waiter;
    waiter = nullptr;
    static int event;
    spawn(TASK {
        while (!waiter) {
            bool killed;
            rust_task_yield(rust_get_task(), &killed);
        }
        on_c([] { task_signal_event(waiter, &event); });
    });
    on_c([] {
        static timer handle;
        loop = new_loop();
        start_timer(handle, [](uv_timer_t *, int) {
            print("waiting ");
            waiter = rust_get_task();
            on_rust([] {
                void *got;
                task_wait_event(rust_get_task(), &got);
                CHECK(got == &event);
            });
            print("got it\n");
        });
        rust_uv_run(loop);
        end_loop();
    });
}

START(an_exception_of_a_callback_reaches_who_runs_the_loop, exits(0).out("caught\n")) {
    static timer handle;
    loop = new_loop();
    start_timer(handle, [](uv_timer_t *, int) { throw std::runtime_error("mine"); });
    try {
        rust_uv_run(loop);
    } catch (const std::runtime_error &) {
        print("caught\n");
    }
}

CASE(a_task_that_fails_in_a_callback_on_its_own_stack_is_unwound, exits(101).out("begin unwound\n")) {
    struct witness {
        ~witness() { print("unwound\n"); }
    } here;
    static timer handle;
    loop = new_loop();
    start_timer(handle, [](uv_timer_t *, int) {
        print("begin ");
        fail_quietly();
    });
    rust_uv_run(loop);
}

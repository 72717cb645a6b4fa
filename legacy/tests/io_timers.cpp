// The service io: timers.
#include "io_support.h"
using namespace harness;
using namespace io_test;

static std::string order;

static void start_named(uv_loop_t *loop, timer &handle, const char *name, uint32_t timeout) {
    CHECK(rust_uv_timer_init(loop, handle) == 0);
    rust_uv_set_data_for_uv_handle(handle, const_cast<char *>(name));
    CHECK(rust_uv_timer_start(
              handle,
              [](uv_timer_t *timer, int status) {
        CHECK(status == 0);
        order += static_cast<const char *>(rust_uv_get_data_for_uv_handle(as_handle(timer)));
              },
              timeout, 0) == 0);
}

START(timers_come_in_the_order_of_their_times, exits(0)) {
    uv_loop_t *loop = new_loop();
    timer a, b, c;
    start_named(loop, c, "c", 30);
    start_named(loop, a, "a", 1);
    start_named(loop, b, "b", 15);
    rust_uv_run(loop);
    CHECK(order == "abc");
    rust_uv_loop_delete(loop);
}

START(timers_of_one_time_come_in_the_order_of_their_addresses, exits(0)) {
    uv_loop_t *loop = new_loop();
    size_t size = rust_uv_helper_uv_timer_t_size();
    auto *block = static_cast<char *>(malloc(4 * size));
    for (int i : {2, 0, 3, 1}) {
        auto *timer = reinterpret_cast<uv_timer_t *>(block + i * size);
        rust_uv_timer_init(loop, timer);
        rust_uv_set_data_for_uv_handle(as_handle(timer), const_cast<char *>("0\0001\0002\0003") + 2 * i);
        rust_uv_timer_start(
            timer,
            [](uv_timer_t *timer, int) {
            order += static_cast<const char *>(rust_uv_get_data_for_uv_handle(as_handle(timer)));
            },
            5, 0);
    }
    rust_uv_run(loop);
    CHECK(order == "0123");
    rust_uv_loop_delete(loop);
    free(block);
}

START(a_repeating_timer_goes_on_until_stopped, exits(0)) {
    static int calls;
    uv_loop_t *loop = new_loop();
    timer a;
    rust_uv_timer_init(loop, a);
    rust_uv_timer_start(
        a,
        [](uv_timer_t *timer, int) {
        if (++calls == 4) CHECK(rust_uv_timer_stop(timer) == 0);
        },
        3, 1);
    rust_uv_run(loop);
    CHECK(calls == 4);
    rust_uv_loop_delete(loop);
}

START(a_timer_without_repeat_comes_once_and_can_be_started_again, exits(0)) {
    static int calls;
    uv_loop_t *loop = new_loop();
    timer a;
    rust_uv_timer_init(loop, a);
    auto count = [](uv_timer_t *, int) { calls++; };
    for (int i = 1; i <= 2; i++) {
        rust_uv_timer_start(a, count, 1, 0);
        rust_uv_run(loop);
        CHECK(calls == i);
        rust_uv_run(loop);
        CHECK(calls == i);
    }
    rust_uv_loop_delete(loop);
}

START(stopping_an_idle_timer_succeeds, exits(0)) {
    uv_loop_t *loop = new_loop();
    timer a;
    rust_uv_timer_init(loop, a);
    CHECK(rust_uv_timer_stop(a) == 0 && rust_uv_timer_stop(a) == 0);
    CHECK(last_error_is(loop, 0, 0));
    rust_uv_loop_delete(loop);
}

START(a_stopped_timer_does_not_come, exits(0)) {
    uv_loop_t *loop = new_loop();
    timer a;
    rust_uv_timer_init(loop, a);
    auto forbidden = [](uv_timer_t *, int) { CHECK(!"stopped"); };
    rust_uv_timer_start(a, forbidden, 1, 0);
    rust_uv_timer_stop(a);
    rust_uv_run(loop);
    rust_uv_loop_delete(loop);
}

START(a_timer_that_is_due_can_be_stopped_by_an_earlier_one_of_the_turn, exits(0)) {
    uv_loop_t *loop = new_loop();
    size_t size = rust_uv_helper_uv_timer_t_size();
    auto *block = static_cast<char *>(malloc(2 * size));
    auto *earlier = reinterpret_cast<uv_timer_t *>(block),
         *later = reinterpret_cast<uv_timer_t *>(block + size);
    rust_uv_timer_init(loop, earlier);
    rust_uv_timer_init(loop, later);
    rust_uv_set_data_for_uv_handle(as_handle(earlier), later);
    rust_uv_timer_start(
        later, [](uv_timer_t *, int) { CHECK(!"stopped"); }, 1, 0);
    rust_uv_timer_start(
        earlier,
        [](uv_timer_t *timer, int) {
        rust_uv_timer_stop(static_cast<uv_timer_t *>(rust_uv_get_data_for_uv_handle(as_handle(timer))));
        },
        1, 0);
    rust_uv_run(loop);
    rust_uv_loop_delete(loop);
    free(block);
}

START(starting_a_running_timer_starts_it_anew, exits(0)) {
    uv_loop_t *loop = new_loop();
    timer a, b;
    start_named(loop, a, "a", 1);
    start_named(loop, b, "b", 20);
    CHECK(rust_uv_timer_start(
              a, [](uv_timer_t *, int) { order += "A"; }, 40, 0) == 0);
    rust_uv_run(loop);
    CHECK(order == "bA");
    rust_uv_loop_delete(loop);
}

START(a_timer_started_in_a_callback_without_delay_comes_in_the_same_turn, exits(0)) {
    uv_loop_t *loop = new_loop();
    static timer a, b;
    rust_uv_timer_init(loop, b);
    rust_uv_timer_init(loop, a);
    rust_uv_timer_start(
        a,
        [](uv_timer_t *timer, int) {
        rust_uv_timer_start(
            b, [](uv_timer_t *, int) { order += "b"; }, 0, 0);
        rust_uv_close(as_handle(timer), [](uv_handle_t *) { order += "closed"; });
        order += "a";
        },
        0, 0);
    rust_uv_run(loop);
    CHECK(order == "abclosed");
    rust_uv_loop_delete(loop);
}

START(the_longest_time_is_32_bits, exits(0)) {
    uv_loop_t *loop = new_loop();
    static timer forever;
    timer soon;
    rust_uv_timer_init(loop, forever);
    CHECK(rust_uv_timer_start(
              forever, [](uv_timer_t *, int) { CHECK(!"in 49 days"); }, 0xffffffff, 0xffffffff) == 0);
    rust_uv_timer_init(loop, soon);
    rust_uv_timer_start(
        soon, [](uv_timer_t *, int) { rust_uv_timer_stop(forever); }, 1, 0);
    rust_uv_run(loop);
    rust_uv_loop_delete(loop);
}

START(a_closed_timer_does_not_come_and_cannot_be_started, exits(0)) {
    static int closed;
    uv_loop_t *loop = new_loop();
    timer a;
    auto forbidden = [](uv_timer_t *, int) { CHECK(!"closed"); };
    rust_uv_timer_init(loop, a);
    rust_uv_timer_start(a, forbidden, 0, 1);
    rust_uv_close(a, [](uv_handle_t *) { closed++; });
    CHECK(rust_uv_timer_start(a, forbidden, 0, 0) == -1 && last_error_is(loop, 18, EINVAL));
    rust_uv_run(loop);
    CHECK(closed == 1);
    rust_uv_loop_delete(loop);
}

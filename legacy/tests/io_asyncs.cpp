// The service io: wake-ups from other threads, and the handles that the runtime allocates.
#include "io_support.h"
#include <thread>
using namespace harness;
using namespace io_test;

static std::string order;

START(a_send_from_another_thread_wakes_the_loop, exits(0)) {
    static std::thread::id loop_thread;
    static bool woken;
    loop_thread = std::this_thread::get_id();
    uv_loop_t *loop = new_loop();
    static async a;
    CHECK(rust_uv_async_init(loop, a, [](uv_async_t *handle, int status) {
              CHECK(status == 0 && handle == a.get() && std::this_thread::get_id() == loop_thread);
              woken = true;
              rust_uv_close(as_handle(handle), nullptr);
          }) == 0);
    std::thread sender([] { rust_uv_async_send(a); });
    rust_uv_run(loop);
    CHECK(woken);
    sender.join();
    rust_uv_loop_delete(loop);
}

START(sends_before_the_callback_are_one, exits(0)) {
    static int calls;
    uv_loop_t *loop = new_loop();
    async a;
    rust_uv_async_init(loop, a, [](uv_async_t *handle, int) {
        // One within the callback is another.
        if (++calls == 1) rust_uv_async_send(handle);
        else rust_uv_close(as_handle(handle), nullptr);
    });
    for (int i = 0; i < 10; i++) rust_uv_async_send(a);
    rust_uv_run(loop);
    CHECK(calls == 2);
    rust_uv_loop_delete(loop);
}

START(wake_ups_come_in_the_order_of_the_init_calls, exits(0)) {
    uv_loop_t *loop = new_loop();
    async a, b, c;
    const char *name = "abc";
    for (async *each : {&a, &b, &c}) {
        rust_uv_async_init(loop, *each, [](uv_async_t *handle, int) {
            order += *static_cast<char *>(rust_uv_get_data_for_uv_handle(as_handle(handle)));
            rust_uv_close(as_handle(handle), nullptr);
        });
        rust_uv_set_data_for_uv_handle(*each, const_cast<char *>(name++));
    }
    for (async *each : {&c, &a, &b}) rust_uv_async_send(*each);
    rust_uv_run(loop);
    CHECK(order == "abc");
    rust_uv_loop_delete(loop);
}

START(a_closed_async_handle_is_not_called_and_sends_do_no_harm, exits(0)) {
    uv_loop_t *loop = new_loop();
    async a;
    rust_uv_async_init(loop, a, [](uv_async_t *, int) { CHECK(!"closed"); });
    rust_uv_async_send(a);
    rust_uv_close(a, nullptr);
    rust_uv_async_send(a);
    rust_uv_run(loop);
    rust_uv_async_send(a);
    rust_uv_run(loop);
    rust_uv_loop_delete(loop);
}

// No send after the last callback's look is lost, whatever the threads do.
START(many_threads_send_and_nothing_is_lost, exits(0)) {
    constexpr int senders = 4, sends = 2000;
    static std::atomic<int> sent;
    static int seen, calls;
    uv_loop_t *loop = new_loop();
    static async a;
    rust_uv_async_init(loop, a, [](uv_async_t *handle, int) {
        calls++;
        seen = sent.load();
        if (seen == senders * sends) rust_uv_close(as_handle(handle), nullptr);
    });
    std::vector<std::thread> threads;
    for (int i = 0; i < senders; i++) {
        threads.emplace_back([] {
            for (int i = 0; i < sends; i++) {
                sent++;
                rust_uv_async_send(a);
            }
        });
    }
    // The handle may not be closed under a sender's hands: the last send comes from here.
    for (auto &thread : threads) thread.join();
    rust_uv_async_send(a);
    rust_uv_run(loop);
    CHECK(seen == senders * sends && calls >= 1);
    rust_uv_loop_delete(loop);
}

// ---- handles from the exchange heap

static uintptr_t exchange_count() {
    return *rust_get_exchange_count_ptr();
}
static uint8_t id[16] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
static int loop_word;

CASE(a_high_level_async_handle_gives_id_and_loop_data, exits(0)) {
    on_c([] {
        static int calls;
        static uintptr_t before;
        before = exchange_count();
        uv_loop_t *loop = new_loop();
        rust_uv_loop_set_data(loop, &loop_word);
        uint8_t mine[16];
        memcpy(mine, id, 16);
        static void *handle;
        handle = rust_uv_hilvl_async_init(
            loop,
            [](uint8_t *given, void *data) {
            CHECK(!memcmp(given, id, 16) && data == &loop_word);
            calls++;
            rust_uv_hilvl_close(static_cast<uv_handle_t *>(handle),
                                [](uint8_t *given, void *closed, void *data) {
                CHECK(!memcmp(given, id, 16) && closed == handle && data == &loop_word);
                calls++;
                CHECK(exchange_count() == before + 2);
                rust_uv_hilvl_close_async(static_cast<uv_async_t *>(closed));
                CHECK(exchange_count() == before);
            });
            },
            mine);
        CHECK(exchange_count() == before + 2);
        memset(mine, 0, 16); // was copied
        // The record is the handle's data: 16 bytes, callback, close callback.
        auto *record =
            static_cast<char *>(rust_uv_get_data_for_uv_handle(static_cast<uv_handle_t *>(handle)));
        CHECK(!memcmp(record, id, 16) && *reinterpret_cast<void **>(record + 16) &&
              !*reinterpret_cast<void **>(record + 24));
        rust_uv_async_send(static_cast<uv_async_t *>(handle));
        rust_uv_run(loop);
        CHECK(calls == 2);
        rust_uv_loop_delete(loop);
    });
}

CASE(a_high_level_timer_is_started_by_itself, exits(0)) {
    on_c([] {
        static int calls;
        uintptr_t before = exchange_count();
        uv_loop_t *loop = new_loop();
        rust_uv_loop_set_data(loop, &loop_word);
        static void *handle;
        handle = rust_uv_hilvl_timer_init(
            loop,
            [](uint8_t *given, void *data) {
            CHECK(!memcmp(given, id, 16) && data == &loop_word);
            if (++calls < 3) return;
            rust_uv_timer_stop(static_cast<uv_timer_t *>(handle));
            },
            id);
        CHECK(exchange_count() == before + 2);
        rust_uv_run(loop); // not started: ends at once
        CHECK(calls == 0);
        rust_uv_hilvl_timer_start(static_cast<uv_timer_t *>(handle), 1, 1);
        rust_uv_run(loop);
        CHECK(calls == 3);
        rust_uv_hilvl_close(static_cast<uv_handle_t *>(handle), [](uint8_t *, void *, void *) { calls++; });
        rust_uv_run(loop);
        CHECK(calls == 4 && exchange_count() == before + 2);
        rust_uv_hilvl_close_timer(static_cast<uv_async_t *>(handle)); // after the callback will do as well
        CHECK(exchange_count() == before);
        rust_uv_loop_delete(loop);
    });
}

CASE(an_operation_handle_is_called_with_loop_data_and_handle_and_freed_when_stopped, exits(0)) {
    on_c([] {
        static uv_loop_t *loop;
        static void *handle;
        static int calls;
        uintptr_t before = exchange_count();
        loop = new_loop();
        rust_uv_loop_set_data(loop, &loop_word);
        handle = rust_uv_bind_op_cb(loop, [](uv_loop_t *given, void *data, uv_async_t *async) {
            CHECK(given == loop && data == &loop_word && async == handle);
            calls++;
            rust_uv_stop_op_cb(reinterpret_cast<uv_handle_t *>(async));
        });
        CHECK(exchange_count() == before + 1);
        rust_uv_async_send(static_cast<uv_async_t *>(handle));
        rust_uv_run(loop);
        CHECK(calls == 1 && exchange_count() == before);
        rust_uv_loop_delete(loop);
    });
}

CASE(high_level_handles_that_are_not_freed_are_missed_at_the_end, aborts("2 dangling allocations")) {
    on_c([] {
        uv_loop_t *loop = new_loop();
        rust_uv_hilvl_async_init(loop, nullptr, id);
        rust_uv_loop_delete(loop);
    });
}

START(bind_op_cb_needs_a_task, aborts("no current task")) {
    rust_uv_bind_op_cb(new_loop(), nullptr);
}
START(hilvl_async_init_needs_a_task, aborts("no current task")) {
    rust_uv_hilvl_async_init(new_loop(), nullptr, id);
}
START(hilvl_timer_init_needs_a_task, aborts("no current task")) {
    rust_uv_hilvl_timer_init(new_loop(), nullptr, id);
}

static uv_loop_t *left_loop;
static void *left_handle;
static void leave_a_handle() {
    // The kernel would miss its two blocks; here they are given back without a task, which is what is looked
    // at.
    start(TASK {
        on_c([] {
            left_loop = new_loop();
            left_handle = rust_uv_hilvl_async_init(left_loop, nullptr, id);
            *rust_get_exchange_count_ptr() -= 2;
        });
    });
}
static void on_other_thread(void (*call)()) {
    std::thread(call).join();
}
START(hilvl_close_async_needs_a_task, aborts("no current task")) {
    leave_a_handle();
    on_other_thread([] { rust_uv_hilvl_close_async(static_cast<uv_async_t *>(left_handle)); });
}
START(hilvl_close_timer_needs_a_task, aborts("no current task")) {
    leave_a_handle();
    on_other_thread([] { rust_uv_hilvl_close_timer(static_cast<uv_async_t *>(left_handle)); });
}
START(a_stopped_operation_handle_is_freed_by_a_task_only, aborts("no current task")) {
    start(TASK {
        on_c([] {
            left_loop = new_loop();
            left_handle = rust_uv_bind_op_cb(left_loop, nullptr);
            *rust_get_exchange_count_ptr() -= 1;
        });
    });
    on_other_thread([] {
        rust_uv_stop_op_cb(static_cast<uv_handle_t *>(left_handle));
        rust_uv_run(left_loop);
    });
}

// The I/O task of those days: a task that sits in the loop, woken by others.
CASE(another_task_wakes_a_loop_that_a_task_runs, exits(0).out("woken\n")) {
    static std::atomic<int> ready;
    static async a;
    static std::atomic<uv_loop_t *> loop;
    spawn_in(
        [] {
        rust_sched_id id = 0;
        on_c([&] { id = rust_new_sched(1); });
        return id;
        }(),
        TASK {
            on_c([] {
                loop = new_loop();
                rust_uv_async_init(loop, a, [](uv_async_t *handle, int) {
                    print("woken\n");
                    rust_uv_close(as_handle(handle), nullptr);
                });
                ready = 1;
                rust_uv_run(loop);
                rust_uv_loop_delete(loop);
            });
        });
    await(ready);
    on_c([] { rust_uv_async_send(a); });
}

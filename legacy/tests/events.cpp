#include "harness.h"
#include <pthread.h>
using namespace harness;

static rust_task *first, *second;
static std::atomic<int> flag;

static void *word(long value) {
    return reinterpret_cast<void *>(value);
}

CASE(signal_before_wait_returns_at_once, exits(0)) {
    void *event = nullptr;
    signal(rust_get_task(), word(1));
    CHECK(!wait(&event));
    CHECK(event == word(1));
}

CASE(of_two_signals_the_last_wins_and_one_wait_takes_both, hangs().out("last 3\n")) {
    void *event = nullptr;
    signal(rust_get_task(), word(2));
    signal(rust_get_task(), word(3));
    wait(&event);
    print("last %ld\n", reinterpret_cast<long>(event));
    wait(&event);
    print("a second event\n");
}

CASE(clear_drops_a_pending_signal, exits(0).threads("1")) {
    first = rust_get_task();
    signal(first, word(4));
    task_clear_event_reject(first);
    spawn(TASK { signal(first, word(5)); });
    void *event = nullptr;
    CHECK(!wait(&event));
    CHECK(event == word(5));
}

CASE(blocked_task_is_woken_by_another, exits(0)) {
    first = rust_get_task();
    spawn(TASK {
        for (int i = 0; i < 50; i++) yield();
        signal(first, word(6));
    });
    void *event = nullptr;
    CHECK(!wait(&event));
    CHECK(event == word(6));
}

CASE(blocked_task_is_woken_by_a_thread_outside_any_task, exits(0)) {
    first = rust_get_task();
    pthread_t thread;
    on_c([&] {
        pthread_create(
            &thread, nullptr,
            [](void *) -> void * {
                task_signal_event(first, word(7));
                return nullptr;
            },
            nullptr);
    });
    void *event = nullptr;
    CHECK(!wait(&event));
    CHECK(event == word(7));
    on_c([&] { pthread_join(thread, nullptr); });
}

CASE(wait_works_on_the_rust_stack, exits(0)) {
    first = rust_get_task();
    spawn(TASK { task_signal_event(first, word(8)); });
    void *event = nullptr;
    CHECK(!task_wait_event(first, &event));
    CHECK(event == word(8));
    CHECK(stack_limit() != 0);
}

CASE(frames_on_the_c_stack_survive_a_wait, exits(0).threads("1")) {
    first = rust_get_task();
    spawn(TASK { on_c([] { task_signal_event(first, word(9)); }); });
    on_c([] {
        volatile long kept[64];
        for (int i = 0; i < 64; i++) kept[i] = i;
        void *event = nullptr;
        task_wait_event(first, &event);
        CHECK(stack_limit() == 0);
        for (int i = 0; i < 64; i++) CHECK(kept[i] == i);
    });
}

CASE(wait_into_a_null_result_crashes, crashes()) {
    signal(rust_get_task(), word(1));
    wait(nullptr);
}

CASE(killed_task_does_not_block_and_sees_the_last_event, exits(101)) {
    void *event = nullptr;
    rust_task *self = rust_get_task();
    signal(self, word(0x11));
    wait(&event);
    rust_task_kill_other(self);
    event = nullptr;
    CHECK(wait(&event));
    CHECK(event == word(0x11));
}

CASE(signals_to_a_newborn_are_kept, exits(0)) {
    on_c([] {
        rust_task *child = new_task();
        task_signal_event(child, word(12));
        fn_env_pair closure = {TASK{void *event = nullptr;
        CHECK(!wait(&event));
        CHECK(event == word(12));
                               },
                               nullptr
};
start_task(child, &closure);
});
}

CASE(signals_to_a_running_or_dead_task_are_harmless, exits(0)) {
    first = spawn(
        TASK {
            while (!flag) yield();
            flag = 2;
        },
        true);
    signal(first, word(1));
    flag = 1;
    while (flag != 2) yield();
    for (int i = 0; i < 100; i++) yield();
    signal(first, word(2));
    drop(first);
}

CASE(a_wait_that_nobody_ends_hangs, hangs().out("waiting\n")) {
    spawn(TASK {
        print("waiting\n");
        void *event;
        wait(&event);
        print("never\n");
    });
}

CASE(each_of_many_waiters_gets_its_own_event, exits(0)) {
    static rust_task *waiters[20];
    static int sum, up;
    for (auto &waiter : waiters)
        waiter = spawn(TASK {
            void *event = nullptr;
            __atomic_add_fetch(&up, 1, __ATOMIC_SEQ_CST);
            wait(&event);
            __atomic_add_fetch(&sum, static_cast<int>(reinterpret_cast<long>(event)), __ATOMIC_SEQ_CST);
            __atomic_sub_fetch(&up, 1, __ATOMIC_SEQ_CST);
        });
    while (__atomic_load_n(&up, __ATOMIC_SEQ_CST) < 20) yield();
    for (long i = 0; i < 20; i++) signal(waiters[i], word(1L << i));
    while (__atomic_load_n(&up, __ATOMIC_SEQ_CST)) yield();
    CHECK(sum == (1 << 20) - 1);
}

CASE(a_thousand_round_trips_lose_nothing, exits(0)) {
    first = rust_get_task();
    second = spawn(
        TASK {
            for (long i = 0; i < 1000; i++) {
                void *event = nullptr;
                wait(&event);
                CHECK(event == word(i));
                signal(first, word(i + 1));
            }
            flag = 1;
        },
        true);
    for (long i = 0; i < 1000; i++) {
        void *event = nullptr;
        signal(second, word(i));
        wait(&event);
        CHECK(event == word(i + 1));
    }
    await(flag);
    drop(second);
}

// Weak tasks where callers are unusual: a registry that has failed or cannot be reached, kills while weak, and
// what is counted. In the C API alone. As misuse.h says; also on mixtures of backends.
#include "core_case.h"

using namespace harness;

namespace {

// A main task that is weak itself lets the program end, so here others are.
std::atomic<int> registered, over, heard;

uintptr_t blocks() {
    return __atomic_load_n(rust_get_exchange_count_ptr(), __ATOMIC_SEQ_CST);
}
void until(std::atomic<int> &count, int wanted) {
    while (count < wanted) rustcore_yield();
}
// Fails when it is killed.
void until_killed() {
    for (;;) rustcore_yield();
}
bool attempt(void (*call)(void *), void *env = nullptr) {
    return rustcore_try({call, env, nullptr});
}
void spawn(void (*call)(void *), void *env = nullptr) {
    rustcore_spawn({call, env, nullptr});
}
// Whether it was told: a port whose registry is gone is closed. The port is lent, so it is not received from.
bool wait_for_shutdown(rustcore_port_one *shutdown) {
    rustcore_select_one(&shutdown, 1);
    return rustcore_peek_one(shutdown);
}
// The registry takes messages one after another, so it has all that were sent before this one's.
void settle() {
    for (int i = 0; i < 100; i++) rustcore_yield();
}
// The registry fails. Who is weak twice counts twice, so somebody else keeps the runtime alive.
void weak_twice() {
    spawn([](void *) { until(over, 1); });
    CHECK(attempt([](void *) {
        rustcore_weaken([](rustcore_port_one *, void *) {
            rustcore_weaken([](rustcore_port_one *inner, void *) { CHECK(!wait_for_shutdown(inner)); }, nullptr);
        }, nullptr);
    }));
}

} // namespace

// ---- a registry that is not there

CASE(a_registry_that_failed_is_told_nothing_any_more, exits(0).err("task failed at 'a task is weak twice', core/src/exit/weak_tasks.cpp:94\n")) {
    weak_twice();
    // Its port is closed: the message is dropped with the chan in it.
    CHECK(attempt([](void *) {
        rustcore_weaken([](rustcore_port_one *shutdown, void *) {
            CHECK(!wait_for_shutdown(shutdown));
            heard++;
        }, nullptr);
    }));
    CHECK(heard == 1);
    over = 1;
}

CASE(others_lose_their_shutdown_with_the_registry, exits(0).err("'a task is weak twice'")) {
    for (int i = 0; i < 20; i++)
        spawn([](void *) {
            rustcore_weaken([](rustcore_port_one *shutdown, void *) {
                registered++;
                CHECK(!wait_for_shutdown(shutdown));
                heard++;
            }, nullptr);
        });
    until(registered, 20);
    weak_twice();
    until(heard, 20);
    over = 1;
}

CASE(poisoned_global_data_let_nobody_become_weak, exits(0).err("task failed at 'poisoned exclusive: a task failed inside', core/src/shared/exclusive.cpp:30\n")) {
    static const char key = 0;
    CHECK(!attempt([](void *) {
        rustcore_global_modify(&key, nullptr, [](void *, void *) -> void * { rustcore_fail("inside", "misuse", 1); return nullptr; }, nullptr);
    }));
    CHECK(!attempt([](void *) { rustcore_weaken([](rustcore_port_one *, void *) { heard++; }, nullptr); }));
    CHECK(heard == 0);
}

// ---- failures and kills

CASE(a_failure_of_the_body_passes_and_the_task_counts_again, exits(0).err("task failed at 'body', misuse:1\n")) {
    for (int i = 0; i < 40; i++)
        CHECK(!attempt([](void *) { rustcore_weaken([](rustcore_port_one *, void *) { rustcore_fail("body", "misuse", 1); }, nullptr); }));
}

CASE(a_group_fails_while_members_are_weak, exits(0)) {
    CHECK(!attempt([](void *) {
        for (int i = 0; i < 10; i++)
            spawn([](void *) {
                struct ends {
                    ~ends() { over++; }
                } e;
                rustcore_weaken([](rustcore_port_one *shutdown, void *) {
                    registered++;
                    wait_for_shutdown(shutdown);
                }, nullptr);
            });
        until(registered, 10);
        rustcore_fail("group", "misuse", 1);
    }));
    until(over, 10);
}

CASE(a_killed_weak_task_that_spins, exits(0)) {
    CHECK(!attempt([](void *) {
        spawn([](void *) {
            rustcore_weaken([](rustcore_port_one *, void *) {
                registered++;
                until_killed();
            }, nullptr);
        });
        until(registered, 1);
        rustcore_fail("group", "misuse", 1);
    }));
}

CASE(a_failing_main_while_many_are_weak, exits(101)) {
    for (int i = 0; i < 100; i++)
        spawn([](void *) {
            rustcore_weaken([](rustcore_port_one *shutdown, void *) {
                registered++;
                wait_for_shutdown(shutdown);
            }, nullptr);
        });
    until(registered, 100);
    rustcore_fail("main", "misuse", 1);
}

CASE(weak_at_the_end_of_all, exits(0)) {
    // Main has begun the end when the registry hears of a task that has yet to be born.
    for (int i = 0; i < 20; i++)
        spawn([](void *) {
            rustcore_weaken([](rustcore_port_one *shutdown, void *) { wait_for_shutdown(shutdown); }, nullptr);
        });
}

// ---- what is counted

CASE(a_registration_has_three_blocks_and_gives_them_back, exits(0).threads("1")) {
    // The reference to the registry, the one-shot, and a node of its map, as soon as it has come to it.
    CHECK(attempt([](void *) {
        spawn([](void *) { rustcore_weaken([](rustcore_port_one *, void *) {}, nullptr); over++; });
        until(over, 1);
        for (int round = 0; round < 3; round++) {
            settle();
            static uintptr_t before;
            before = blocks();
            rustcore_weaken([](rustcore_port_one *, void *) {
                while (blocks() != before + 3) rustcore_yield();
            }, nullptr);
            while (blocks() != before) rustcore_yield();
        }
    }));
}

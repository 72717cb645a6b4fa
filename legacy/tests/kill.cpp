#include "harness.h"
using namespace harness;

static rust_task *second;
static std::atomic<int> flag, ready;

CASE(kill_makes_yield_return_true, exits(0)) {
    second = spawn(
        TASK {
            ready = 1;
            while (!yield()) {
            }
            CHECK(yield());
            flag = 1;
        },
        true);
    await(ready);
    on_c([] { rust_task_kill_other(second); });
    await(flag);
    drop(second);
}

CASE(yield_never_writes_its_second_argument, exits(0)) {
    bool killed = true;
    CHECK(!rust_task_yield(rust_get_task(), &killed));
    CHECK(killed);
    killed = false;
    rust_task_yield(rust_get_task(), &killed);
    CHECK(!killed);
}

CASE(kill_wakes_a_blocked_task, exits(0)) {
    second = spawn(
        TASK {
            void *event = nullptr;
            ready = 1;
            CHECK(wait(&event));
            flag = 1;
        },
        true);
    await(ready);
    on_c([] { rust_task_kill_other(second); });
    await(flag);
    drop(second);
}

CASE(a_body_that_ignores_its_kill_ends_normally, exits(0).out("done\n")) {
    spawn(TASK {
        rust_task_kill_other(rust_get_task());
        for (int i = 0; i < 10; i++) yield();
        print("done\n");
    });
}

CASE(a_newborn_keeps_its_kill, exits(0)) {
    on_c([] {
        rust_task *child = new_task();
        rust_task_kill_other(child);
        fn_env_pair closure = {TASK{CHECK(yield()); }, nullptr
};
start_task(child, &closure);
});
}

CASE(inhibited_kill_is_remembered_until_allowed, exits(101)) {
    rust_task *self = rust_get_task();
    rust_task_inhibit_kill(self);
    rust_task_inhibit_kill(self);
    rust_task_kill_other(self);
    CHECK(!yield());
    rust_task_allow_kill(self);
    CHECK(!yield());
    rust_task_allow_kill(self);
    CHECK(yield());
}

CASE(blocked_and_inhibited_waits_for_its_event, exits(0)) {
    second = spawn(
        TASK {
            rust_task_inhibit_kill(rust_get_task());
            void *event = nullptr;
            ready = 1;
            CHECK(!wait(&event));
            CHECK(event == reinterpret_cast<void *>(5));
            flag = 1;
        },
        true);
    await(ready);
    on_c([] { rust_task_kill_other(second); });
    for (int i = 0; i < 100; i++) yield();
    CHECK(!flag);
    signal(second, reinterpret_cast<void *>(5));
    await(flag);
    drop(second);
}

CASE(allow_kill_below_zero_aborts, aborts("Illegal allow_kill(): already killable!")) {
    rust_task_allow_kill(rust_get_task());
}

CASE(reentered_rust_code_is_unkillable, exits(101)) {
    rust_task *self = rust_get_task();
    rust_task_kill_other(self);
    on_c([] {
        on_rust([] { CHECK(!yield()); });
        CHECK(yield());
    });
    CHECK(yield());
}

CASE(a_killed_yield_still_gives_up_the_turn, exits(101).threads("1")) {
    rust_task_kill_other(rust_get_task());
    spawn(TASK { flag = 1; });
    while (!flag) CHECK(yield());
}

CASE(yield_in_an_atomic_section_fails_the_task,
     exits(0).err("yielded in an atomic section").out("unwound\n")) {
    spawn(TASK {
        struct guard {
            ~guard() {
                print("unwound\n");
            }
        } g;
        rust_task_inhibit_yield(rust_get_task());
        yield();
        print("not reached\n");
    });
}

CASE(blocking_wait_in_an_atomic_section_aborts, aborts("yielded in an atomic section")) {
    rust_task_inhibit_yield(rust_get_task());
    void *event;
    wait(&event);
}

CASE(blocking_wait_in_an_atomic_section_on_the_rust_stack_aborts, aborts("yielded in an atomic section")) {
    rust_task_inhibit_yield(rust_get_task());
    void *event;
    task_wait_event(rust_get_task(), &event);
}

CASE(ready_wait_in_an_atomic_section_is_fine, exits(0)) {
    rust_task *self = rust_get_task();
    rust_task_inhibit_yield(self);
    signal(self, self);
    void *event = nullptr;
    CHECK(!wait(&event));
    CHECK(event == self);
    rust_task_allow_yield(self);
    yield();
}

CASE(allow_yield_below_zero_aborts, aborts("Illegal allow_yield(): already yieldable!")) {
    rust_task_allow_yield(rust_get_task());
}

CASE(ending_with_inhibitions_held_is_fine, exits(0)) {
    rust_task_inhibit_kill(rust_get_task());
    rust_task_inhibit_yield(rust_get_task());
}

CASE(kill_all_kills_everything_and_the_caller,
     exits(101).err("rust: domain main @0x").err(" root task failed")) {
    second = spawn(TASK {
        void *event;
        ready = 1;
        CHECK(wait(&event));
        flag = 1;
    });
    await(ready);
    on_c([] { rust_task_kill_all(rust_get_task()); });
    CHECK(yield());
    await(flag);
}

CASE(tasks_born_after_kill_all_are_killed, exits(101)) {
    on_c([] { rust_task_kill_all(rust_get_task()); });
    rust_sched_id fresh = 0;
    on_c([&] { fresh = rust_new_sched(1); });
    spawn(TASK { CHECK(yield()); });
    spawn_in(
        fresh, TASK { CHECK(yield()); });
}

CASE(kill_all_twice_asserts_after_a_second_message, aborts("!main_taskgroup_failed")) {
    spawn(TASK {
        on_c([] {
            rust_task_kill_all(rust_get_task());
            rust_task_kill_all(rust_get_task());
        });
    });
}

CASE(killed_main_that_ends_normally_fails_the_kernel, exits(101).err("root task failed")) {
    rust_task_kill_other(rust_get_task());
}

CASE(killed_child_that_ends_normally_changes_nothing, exits(0).no_err("root task failed")) {
    spawn(TASK { rust_task_kill_other(rust_get_task()); });
}

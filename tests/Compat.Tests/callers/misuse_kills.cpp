// Misuse (misuse.h): kills, what shields from them, and sections that must not yield.
#include "misuse.h"

// ---- kills

CASE(kill_all_by_a_child_ends_main, exits(101).out("main killed 1\n").err("root task failed")) {
    spawn(TASK { on_c([] { rust_task_kill_all(rust_get_task()); }); });
    while (!yield()) {
    }
    print("main killed 1\n");
    fail_quietly();
}

CASE(a_status_set_after_kill_all_is_ignored, exits(101)) {
    on_c([] {
        rust_task_kill_all(rust_get_task());
        rust_set_exit_status(3);
    });
}

CASE(kill_all_reaches_platform_tasks_and_new_schedulers, exits(101).out("platform killed\nnew killed\n").any_order()) {
    static std::atomic<int> waiting;
    spawn_in(1, TASK { waiting++; void *event; if (wait(&event)) print("platform killed\n"); });
    rust_sched_id fresh = 0;
    on_c([&] { fresh = rust_new_sched(1); });
    spawn_in(fresh, TASK { waiting++; void *event; if (wait(&event)) print("new killed\n"); });
    while (waiting < 2) yield();
    for (int i = 0; i < 20; i++) yield();
    on_c([] { rust_task_kill_all(rust_get_task()); });
}

CASE(a_task_killed_twice_is_killed_once, exits(0).out("1\n1\n")) {
    spawn(TASK {
        rust_task *self = rust_get_task();
        rust_task_kill_other(self);
        rust_task_kill_other(self);
        print("%d\n", yield());
        print("%d\n", yield());
    });
}

CASE(a_killed_main_with_a_cleanup_exits_with_its_own_status, exits(6).no_err("root task failed").out("cleanup\n")) {
    rust_task *self = rust_get_task();
    rust_task_local_data_atexit(self, [](void *) { print("cleanup\n"); });
    on_c([=] { rust_set_exit_status(6); });
    rust_task_kill_other(self);
}

CASE(a_failed_main_with_a_cleanup_exits_with_its_own_status, exits(6).no_err("root task failed").out("cleanup\n")) {
    rust_task_local_data_atexit(rust_get_task(), [](void *) { print("cleanup\n"); });
    on_c([] { rust_set_exit_status(6); });
    fail_quietly();
}

CASE(allow_kill_of_another_task_below_zero_aborts, aborts("Illegal allow_kill(): already killable!")) {
    second = spawn(TASK { await(flag); }, true);
    on_c([] { rust_task_allow_kill(second); });
}

CASE(kill_all_from_two_tasks_aborts, aborts("!main_taskgroup_failed")) {
    spawn(TASK { on_c([] { rust_task_kill_all(rust_get_task()); }); flag = 1; });
    await(flag);
    on_c([] { rust_task_kill_all(rust_get_task()); });
}

CASE(kill_all_and_the_end_of_main_say_it_twice, exits(101).err(" root task failed\nrust: domain main @0x")) {
    spawn(TASK { on_c([] { rust_task_kill_all(rust_get_task()); }); flag = 1; });
    await(flag);
}

CASE(kill_all_on_another_tasks_pointer_is_the_same, exits(101).out("killed 1\n")) {
    second = spawn(TASK { await(flag); }, true);
    on_c([] { rust_task_kill_all(second); });
    print("killed %d\n", yield());
    flag = 1;
    drop(second);
}

CASE(kill_all_works_from_a_thread_without_a_task, exits(101).out("killed 1\n")) {
    second = rust_get_task();
    on_c([] {
        pthread_t thread;
        pthread_create(&thread, nullptr, [](void *) -> void * { rust_task_kill_all(second); return nullptr; }, nullptr);
        pthread_join(thread, nullptr);
    });
    print("killed %d\n", yield());
}

START(the_next_start_is_not_killed, exits(0).out("101\nkilled 0\n0\n")) {
    print("%d\n", start(TASK { on_c([] { rust_task_kill_all(rust_get_task()); }); }));
    print("%d\n", start(TASK { print("killed %d\n", yield()); }));
}

START(kill_all_in_two_starts_aborts, aborts("!main_taskgroup_failed").out("101\n")) {
    auto kills = TASK { on_c([] { rust_task_kill_all(rust_get_task()); }); };
    print("%d\n", start(kills));
    start(kills);
}

START(a_failed_root_and_kill_all_in_two_starts_do_not_meet, exits(0).out("101\n101\n")) {
    print("%d\n", start(TASK { fail_quietly(); }));
    print("%d\n", start(TASK {
        spawn(TASK { on_c([] { rust_task_kill_all(rust_get_task()); }); });
        rust_task_local_data_atexit(rust_get_task(), [](void *) {});
    }));
}

CASE(a_kill_that_is_never_allowed_is_never_seen, exits(101).out("0 0\n")) {
    rust_task *self = rust_get_task();
    rust_task_inhibit_kill(self);
    rust_task_kill_other(self);
    bool first = yield(), then = yield();
    print("%d %d\n", first, then);
}

CASE(one_allow_too_many_aborts_after_the_others, aborts("Illegal allow_kill(): already killable!").out("2\n")) {
    rust_task *self = rust_get_task();
    rust_task_inhibit_kill(self);
    rust_task_inhibit_kill(self);
    rust_task_allow_kill(self);
    rust_task_allow_kill(self);
    print("2\n");
    rust_task_allow_kill(self);
}

CASE(a_wait_in_reentered_rust_code_blocks_through_a_kill, exits(0).out("wait 0, event 4\nyield in c 1\n")) {
    second = spawn(TASK {
        on_c([] {
            on_rust([] {
                ready = 1;
                void *event = nullptr;
                bool killed = wait(&event);
                print("wait %d, event %ld\n", killed, reinterpret_cast<long>(event));
            });
            print("yield in c %d\n", yield());
        });
        flag = 1;
    }, true);
    await(ready);
    for (int i = 0; i < 50; i++) yield();
    on_c([] { rust_task_kill_other(second); });
    for (int i = 0; i < 50; i++) yield();
    signal(second, reinterpret_cast<void *>(4));
    await(flag);
    drop(second);
}

CASE(a_killed_main_that_fails_itself_says_why, exits(101).err("'killed', m.rs:1").err("root task failed")) {
    second = rust_get_task();
    spawn(TASK { on_c([] { rust_task_kill_other(second); }); });
    while (!yield()) {
    }
    upcall_fail("killed", "m.rs", 1);
}

CASE(a_child_kills_its_waiting_parent, exits(101).out("wait 1\n")) {
    second = rust_get_task();
    spawn(TASK { on_c([] { rust_task_kill_other(second); }); });
    void *event;
    print("wait %d\n", wait(&event));
}

CASE(a_newborn_that_is_killed_and_never_started_hangs, hangs()) {
    on_c([] { rust_task_kill_other(new_task()); });
}

CASE(kill_all_over_and_over_among_many_tasks, exits(101).out("all 200 saw it\n")) {
    static std::atomic<int> waiting, seen;
    for (int i = 0; i < 200; i++)
        spawn(TASK {
            void *event;
            bool waits = get_task_id() % 2;
            waiting++;
            if (waits) seen += wait(&event);
            else {
                while (!yield()) {
                }
                seen++;
            }
            fail_quietly();
        });
    while (waiting < 200) yield();
    on_c([] { rust_task_kill_all(rust_get_task()); });
    while (seen < 200) yield();
    print("all %d saw it\n", seen.load());
}

// ---- atomic sections

CASE(inhibited_yield_is_counted, exits(101).out("unwound\n").err("yielded in an atomic section")) {
    rust_task *self = rust_get_task();
    rust_task_inhibit_yield(self);
    rust_task_inhibit_yield(self);
    rust_task_allow_yield(self);
    Unwound unwound{"unwound"};
    yield();
    print("not reached\n");
}

CASE(a_yield_in_an_atomic_section_on_the_c_stack_aborts, aborts("Foreign code threw an exception").err("yielded in an atomic section")) {
    rust_task_inhibit_yield(rust_get_task());
    on_c([] { rust_task_yield(rust_get_task(), nullptr); });
}

CASE(a_killed_yield_in_an_atomic_section_fails_too, exits(101).err("yielded in an atomic section")) {
    rust_task *self = rust_get_task();
    rust_task_kill_other(self);
    rust_task_inhibit_yield(self);
    yield();
    print("not reached\n");
}

CASE(a_killed_wait_in_an_atomic_section, aborts("yielded in an atomic section")) {
    rust_task *self = rust_get_task();
    rust_task_kill_other(self);
    rust_task_inhibit_yield(self);
    void *event = nullptr;
    wait(&event);
    print("not reached\n");
}

CASE(the_message_of_an_atomic_section_follows_its_log_level, exits(101).env("RUST_LOG", "::rt::task=0").no_err("atomic section")) {
    rust_task_inhibit_yield(rust_get_task());
    yield();
}

CASE(one_allow_yield_too_many_aborts_after_the_others, aborts("Illegal allow_yield(): already yieldable!").out("1\n")) {
    rust_task *self = rust_get_task();
    rust_task_inhibit_yield(self);
    rust_task_allow_yield(self);
    print("1\n");
    rust_task_allow_yield(self);
}

CASE(a_blocking_wait_in_an_atomic_section_unwinds_nothing, aborts("yielded in an atomic section").out("")) {
    Unwound unwound{"unwound"};
    rust_task_inhibit_yield(rust_get_task());
    void *event;
    task_wait_event(rust_get_task(), &event);
}

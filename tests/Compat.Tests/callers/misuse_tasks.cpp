// Misuse (misuse.h): starts and their status, tasks and schedulers, events.
#include "misuse.h"
#include <cstring>

// ---- start, exit status

CASE(once_101_always_101, exits(101).out("5 comes too late\n")) {
    on_c([] {
        rust_set_exit_status(101);
        rust_set_exit_status(5);
    });
    print("5 comes too late\n");
}

START(the_next_start_has_a_status_of_its_own, exits(0).out("7\n0\n")) {
    print("%d\n", start(TASK { on_c([] { rust_set_exit_status(7); }); }));
    print("%d\n", start(TASK {}));
}

START(ids_and_schedulers_start_over, exits(0).out("task 1 in 2, new task 2, new scheduler 3\ntask 1 in 2, new task 2, new scheduler 3\n")) {
    auto body = TASK {
        rust_sched_id fresh = 0;
        rust_task_id id = 0;
        rust_sched_id here = 0;
        on_c([&] {
            id = get_task_id();
            here = rust_get_sched_id();
            fresh = rust_new_sched(1);
        });
        static long child;
        child = 0;
        spawn_in(fresh, TASK { on_c([] { child = get_task_id(); }); flag = 1; });
        await(flag);
        print("task %ld in %ld, new task %ld, new scheduler %ld\n", id, here, child, fresh);
        flag = 0;
    };
    start(body);
    start(body);
}

CASE(every_body_gets_three_null_words, exits(0).out("child 111\n")) {
    spawn([](void *ret, rust_opaque_box *env, void *arg) { print("child %d%d%d\n", !ret, !env, !arg); });
}

CASE(names_of_the_main_task, exits(0).out("main\n")) {
    const char *name;
    memcpy(&name, reinterpret_cast<char *>(rust_get_task()) + 248, sizeof name);
    print("%s\n", name);
}

CASE(exit_status_of_a_child_counts, exits(9)) {
    spawn(TASK { on_c([] { rust_set_exit_status(9); }); });
}

CASE(the_failure_of_a_child_leaves_the_status_alone, exits(4).err("'reason', c.rs:3")) {
    on_c([] { rust_set_exit_status(4); });
    spawn(TASK { upcall_fail("reason", "c.rs", 3); });
}

CASE(a_maximum_below_the_minimum_runs_out_at_once, aborts("ran out of stack").env("RUST_MAX_STACK", "1000").out("")) {
    print("ran\n");
}

// ---- tasks

CASE(a_killed_newborn_may_be_signalled_and_has_both, exits(0).out("killed 1, event 5\n")) {
    on_c([] {
        rust_task *child = new_task();
        task_signal_event(child, reinterpret_cast<void *>(4));
        rust_task_kill_other(child);
        task_signal_event(child, reinterpret_cast<void *>(5));
        fn_env_pair closure = {TASK {
            void *event = nullptr;
            bool killed = wait(&event);
            print("killed %d, event %ld\n", killed, reinterpret_cast<long>(event));
        }, nullptr};
        start_task(child, &closure);
    });
}

CASE(a_dead_task_that_is_held_may_be_killed_and_signalled, exits(0).out("still there\n")) {
    second = spawn(TASK { flag = 1; }, true);
    await(flag);
    for (int i = 0; i < 50; i++) yield();
    on_c([] {
        rust_task_kill_other(second);
        task_signal_event(second, nullptr);
        task_clear_event_reject(second);
        rust_task_kill_other(second);
    });
    print("still there\n");
    drop(second);
}

// ---- scheduling and schedulers

CASE(scheduler_ids_are_not_reused, exits(0).out("3 4 5\n")) {
    long ids[3];
    for (long &id : ids) {
        on_c([&] { id = rust_new_sched(1); });
        flag = 0;
        spawn_in(id, TASK { flag = 1; });
        await(flag);
    }
    print("%ld %ld %ld\n", ids[0], ids[1], ids[2]);
}

CASE(a_scheduler_of_three_threads_takes_seven_tasks, exits(0).out("3 threads\nended 7\n")) {
    static std::atomic<int> ended;
    rust_sched_id fresh = 0;
    on_c([&] { fresh = rust_new_sched(3); });
    static rust_task *tasks[7];
    on_c([&] {
        for (rust_task *&task : tasks) task = rust_new_task_in_sched(fresh);
        fn_env_pair closure = {TASK {
            if (ended++ == 0) on_c([] { print("%zu threads\n", rust_sched_threads()); });
        }, nullptr};
        for (rust_task *task : tasks) start_task(task, &closure);
    });
    while (ended < 7) yield();
    print("ended 7\n");
}

CASE(each_scheduler_tells_its_own_threads, exits(0).out("platform 1 in 1\n")) {
    spawn_in(1, TASK { on_c([] { print("platform %zu in %ld\n", rust_sched_threads(), rust_get_sched_id()); }); });
}

CASE(the_thread_count_is_the_same_everywhere, exits(0).out("same\n")) {
    static uintptr_t here;
    on_c([] { here = rust_num_threads(); });
    spawn_in(1, TASK { on_c([] { print(rust_num_threads() == here ? "same\n" : "other\n"); }); });
}

CASE(a_platform_task_may_spawn_another, exits(0).out("first\nsecond on the same thread 1\n")) {
    static pthread_t thread;
    spawn_in(1, TASK {
        print("first\n");
        thread = pthread_self();
        spawn_in(1, TASK { print("second on the same thread %d\n", !!pthread_equal(thread, pthread_self())); });
    });
}

CASE(a_spawn_from_another_scheduler_lands_in_the_main_one, exits(0).out("child in 2\n")) {
    spawn_in(1, TASK { spawn(TASK { on_c([] { print("child in %ld\n", rust_get_sched_id()); }); }); });
}

CASE(a_yield_ignores_its_second_argument, exits(0).out("0\n")) {
    print("%d\n", rust_task_yield(rust_get_task(), reinterpret_cast<bool *>(1)));
}

// ---- events

CASE(an_event_survives_yields, exits(0).out("killed 0, event 7\n")) {
    signal(rust_get_task(), reinterpret_cast<void *>(7));
    for (int i = 0; i < 10; i++) yield();
    void *event = nullptr;
    bool killed = wait(&event);
    print("killed %d, event %ld\n", killed, reinterpret_cast<long>(event));
}

CASE(a_killed_wait_hands_out_the_stale_event_again, exits(101).out("0 1\n1 1\n1 1\n1 2\n1 2\n")) {
    rust_task *self = rust_get_task();
    void *event = nullptr;
    auto say = [&] {
        bool killed = wait(&event);
        print("%d %ld\n", killed, reinterpret_cast<long>(event));
    };
    signal(self, reinterpret_cast<void *>(1));
    say();
    rust_task_kill_other(self);
    say();
    say();
    signal(self, reinterpret_cast<void *>(2));
    say();
    say();
}

CASE(a_cleared_event_stays_readable_for_the_killed, exits(101).out("1 6\n")) {
    rust_task *self = rust_get_task();
    signal(self, reinterpret_cast<void *>(6));
    task_clear_event_reject(self);
    rust_task_kill_other(self);
    void *event = nullptr;
    bool killed = wait(&event);
    print("%d %ld\n", killed, reinterpret_cast<long>(event));
}

CASE(a_signal_ends_the_wait_of_a_killed_and_shielded_task_unkilled, exits(0).out("0 3\nyield 1\n")) {
    second = spawn(TASK {
        rust_task *self = rust_get_task();
        rust_task_inhibit_kill(self);
        void *event = nullptr;
        ready = 1;
        bool killed = wait(&event);
        print("%d %ld\n", killed, reinterpret_cast<long>(event));
        rust_task_allow_kill(self);
        print("yield %d\n", yield());
        flag = 1;
    }, true);
    await(ready);
    on_c([] { rust_task_kill_other(second); });
    for (int i = 0; i < 20; i++) yield();
    signal(second, reinterpret_cast<void *>(3));
    await(flag);
    drop(second);
}

CASE(a_shielded_wait_that_nobody_signals_hangs_through_a_kill, hangs()) {
    second = spawn(TASK {
        rust_task_inhibit_kill(rust_get_task());
        void *event = nullptr;
        ready = 1;
        wait(&event);
        print("woken\n");
    });
    await(ready);
    for (int i = 0; i < 20; i++) yield();
    on_c([] { rust_task_kill_other(second); });
}

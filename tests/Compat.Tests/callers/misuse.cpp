// Cases that docs/legacy/observed-behaviour.md states, mostly of misuse, each in the words of its sentence: the legacy
// library itself, the router with everything legacy and the router with everything new must all end like this. They go
// beside those of tests/conformance and legacy/tests; the harness is that of legacy/tests.
#include "harness.h"
#include <atomic>
#include <climits>
#include <cstring>
#include <exception>
#include <pthread.h>
#include <unistd.h>

using namespace harness;

namespace {

rust_task *second;
std::atomic<int> flag, ready;

void on_a_foreign_thread(void *(*body)(void *)) {
    on_c([=] {
        pthread_t thread;
        pthread_create(&thread, nullptr, body, nullptr);
        pthread_join(thread, nullptr);
    });
}

struct Unwound {
    const char *text;
    ~Unwound() { print("%s\n", text); }
};

void say_unwinding(const char *where) {
    print("%s: unwinding %d\n", where, rust_task_is_unwinding(rust_get_task()));
}

rust_opaque_box *environment(glue_fn drop) {
    static type_desc description;
    description = {8, 8, nullptr, drop, nullptr, nullptr, nullptr, nullptr};
    rust_opaque_box *box = nullptr;
    on_c([&] { box = static_cast<rust_opaque_box *>(rust_uv_current_kernel_malloc(sizeof *box + 8)); });
    box->ref_count = -1;
    box->td = &description;
    return box;
}

} // namespace

// ---- section 2: which stack, which call

CASE(a_thread_without_a_task_may_signal_kill_and_hold_tasks, exits(0).out("killed 1\n")) {
    second = spawn(TASK {
        void *event = nullptr;
        bool killed = wait(&event);
        while (!killed) killed = yield();
        print("killed %d\n", killed);
        flag = 1;
    }, true);
    on_a_foreign_thread([](void *) -> void * {
        rust_task_ref(second);
        task_signal_event(second, nullptr);
        rust_task_kill_other(second);
        rust_task_deref(second);
        return nullptr;
    });
    await(flag);
    drop(second);
}

CASE(the_current_task_of_a_foreign_thread_aborts, aborts("no current task")) {
    on_a_foreign_thread([](void *) -> void * { return rust_get_task(); });
}

CASE(the_id_of_a_foreign_thread_aborts, aborts("no current task")) {
    on_a_foreign_thread([](void *) -> void * { return reinterpret_cast<void *>(get_task_id()); });
}

CASE(a_task_made_by_a_foreign_thread_aborts, aborts("no current task")) {
    on_a_foreign_thread([](void *) -> void * { return new_task(); });
}

CASE(a_box_of_a_foreign_thread_aborts, aborts("no current task")) {
    on_a_foreign_thread([](void *) -> void * {
        static type_desc description = {8, 8, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};
        return reinterpret_cast<void *>(upcall_malloc(&description, 8));
    });
}

START(both_shims_are_plain_calls_before_the_start, exits(0).out("c\nrust\n")) {
    on_c([] { print("c\n"); });
    on_rust([] { print("rust\n"); });
}

CASE(both_shims_are_plain_calls_on_a_foreign_thread, exits(0).out("c in rust\n")) {
    on_a_foreign_thread([](void *) -> void * {
        on_rust([] { on_c([] { print("c in rust\n"); }); });
        return nullptr;
    });
}

CASE(a_failure_on_a_foreign_thread_aborts, exits(134)) {
    on_a_foreign_thread([](void *) -> void * {
        upcall_fail("foreign", "f.rs", 1);
        return nullptr;
    });
}

// ---- section 3: start, exit status

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

// ---- section 4: tasks

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

CASE(the_environment_is_freed_by_the_runtime, exits(0).out("dropped\n")) {
    on_c([] {});
    rust_opaque_box *env = environment([](void *ret, void *tds, const type_desc **more, void *body) {
        if (ret || tds || more || !body) print("wrong arguments\n");
        print("dropped\n");
    });
    on_c([=] {
        rust_task *child = new_task();
        fn_env_pair closure = {TASK {}, env};
        start_task(child, &closure);
    });
}

CASE(the_environment_of_a_killed_task_that_ignores_it_is_dropped, exits(0).out("dropped, unwinding 0\n")) {
    rust_opaque_box *env = environment([](void *, void *, const type_desc **, void *) {
        print("dropped, unwinding %d\n", rust_task_is_unwinding(rust_get_task()));
    });
    on_c([=] {
        rust_task *child = new_task();
        rust_task_kill_other(child);
        fn_env_pair closure = {TASK {}, env};
        start_task(child, &closure);
    });
}

// ---- section 5: scheduling and schedulers

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

// ---- section 6: events

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

// ---- section 7: failure and kill

CASE(the_failure_of_a_child_is_nobody_elses_business, exits(0).out("main goes on\n").err("'a', c.rs:1").err("'b', c.rs:2")) {
    spawn(TASK { upcall_fail("a", "c.rs", 1); });
    spawn(TASK { flag = 1; upcall_fail("b", "c.rs", 2); });
    await(flag);
    print("main goes on\n");
}

CASE(a_child_that_fails_after_main_ended_changes_nothing, exits(0)) {
    spawn(TASK {
        for (int i = 0; i < 50; i++) yield();
        upcall_fail("late", "c.rs", 1);
    });
}

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

CASE(allow_kill_of_another_task_below_zero_aborts, aborts("Illegal allow_kill(): already killable!")) {
    second = spawn(TASK { await(flag); }, true);
    on_c([] { rust_task_allow_kill(second); });
}

CASE(unwinding_stays_true_to_the_end, exits(101).out("destructor: unwinding 1\ncleanup: unwinding 1\n")) {
    struct Teller {
        ~Teller() { say_unwinding("destructor"); }
    } teller;
    rust_task_local_data_atexit(rust_get_task(), [](void *) {
        say_unwinding("cleanup");
        rust_task_kill_all(rust_get_task());
    });
    fail_quietly();
}

START(the_annihilator_of_a_failed_task_sees_it_unwinding, exits(0).out("annihilator: unwinding 1\n")) {
    annihilate_by([] { say_unwinding("annihilator"); });
    start(TASK { fail_quietly(); });
}

CASE(a_task_fails_across_many_frames, exits(101).out("innermost\ninner\nouter\n")) {
    Unwound outer{"outer"};
    auto inner = [] {
        Unwound unwound{"inner"};
        auto innermost = [] {
            Unwound unwound{"innermost"};
            fail_quietly();
        };
        innermost();
    };
    inner();
}

CASE(a_destructor_that_parks_is_woken, exits(101).out("woken in a destructor by 8\n")) {
    struct Waiter {
        ~Waiter() {
            void *event = nullptr;
            ready = 1;
            wait(&event);
            print("woken in a destructor by %ld\n", reinterpret_cast<long>(event));
        }
    };
    second = rust_get_task();
    spawn(TASK {
        await(ready);
        signal(second, reinterpret_cast<void *>(8));
    });
    Waiter waiter;
    fail_quietly();
}

CASE(a_failure_without_file_prints_its_reason, exits(101).err("rust: task failed at 'why', <none>:0\n")) {
    upcall_fail("why", "<none>", 0);
}

// ---- section 8: task-local data, exit functions, live count

CASE(a_newborn_may_be_given_its_data, exits(0).out("data 11\ncleanup 11\n")) {
    on_c([] {
        rust_task *child = new_task();
        rust_set_task_local_data(child, reinterpret_cast<void *>(11));
        rust_task_local_data_atexit(child, [](void *data) { print("cleanup %ld\n", reinterpret_cast<long>(data)); });
        fn_env_pair closure = {TASK { print("data %ld\n", reinterpret_cast<long>(rust_get_task_local_data(rust_get_task()))); }, nullptr};
        start_task(child, &closure);
    });
}

CASE(a_cleanup_is_called_for_no_data_too, exits(0).out("cleanup of null 1\n")) {
    rust_task_local_data_atexit(rust_get_task(), [](void *data) { print("cleanup of null %d\n", !data); });
}

CASE(a_cleanup_that_asks_for_another_is_called_once, exits(0).out("first\n")) {
    rust_task_local_data_atexit(rust_get_task(), [](void *) {
        print("first\n");
        rust_task_local_data_atexit(rust_get_task(), [](void *) { print("second\n"); });
    });
}

START(the_data_are_gone_when_the_annihilator_runs, exits(0).out("annihilator: data 0\n")) {
    annihilate_by([] { print("annihilator: data %ld\n", reinterpret_cast<long>(rust_get_task_local_data(rust_get_task()))); });
    start(TASK {
        rust_set_task_local_data(rust_get_task(), reinterpret_cast<void *>(1));
        rust_task_local_data_atexit(rust_get_task(), [](void *) {});
    });
}

START(data_without_a_cleanup_are_still_there_when_the_annihilator_runs, exits(0).out("annihilator: data 1\n")) {
    annihilate_by([] { print("annihilator: data %ld\n", reinterpret_cast<long>(rust_get_task_local_data(rust_get_task()))); });
    start(TASK { rust_set_task_local_data(rust_get_task(), reinterpret_cast<void *>(1)); });
}

CASE(a_failing_cleanup_of_a_child_aborts, exits(134)) {
    spawn(TASK {
        rust_task_local_data_atexit(rust_get_task(), [](void *) { on_rust([] { fail_quietly(); }); });
    });
}

CASE(a_cleanup_may_set_the_status_and_register_an_exit_function, exits(12).out("exit functions: 1\n")) {
    rust_task_local_data_atexit(rust_get_task(), [](void *) {
        static fn_env_pair pair = {};
        rust_set_exit_status(12);
        rust_register_exit_function([](void *, rust_opaque_box *, void *list) {
            print("exit functions: %zu\n", static_cast<exit_functions *>(list)->count);
        }, &pair);
    });
}

CASE(a_matched_count_changes_nothing, exits(0).out("main ends\n")) {
    on_c([] {
        for (int i = 0; i < 100; i++) rust_inc_kernel_live_count();
        for (int i = 0; i < 100; i++) rust_dec_kernel_live_count();
    });
    print("main ends\n");
}

CASE(tasks_made_after_the_end_began_still_run, exits(0).out("late child\n")) {
    on_c([] { rust_dec_kernel_live_count(); });
    spawn(TASK { print("late child\n"); });
}

CASE(exit_functions_come_once_whatever_the_count_does, exits(0).out("exit functions\n")) {
    static fn_env_pair pair = {};
    on_c([] {
        rust_register_exit_function([](void *, rust_opaque_box *, void *) { print("exit functions\n"); }, &pair);
        rust_dec_kernel_live_count();
        rust_inc_kernel_live_count();
        rust_dec_kernel_live_count();
        rust_inc_kernel_live_count();
    });
}

CASE(the_same_pair_may_be_registered_twice, exits(0).out("2 same 1\n")) {
    static fn_env_pair pair = {};
    on_c([] {
        spawn_fn runner = [](void *, rust_opaque_box *, void *list) {
            auto *all = static_cast<exit_functions *>(list);
            print("%zu same %d\n", all->count, all->start[0] == all->start[1]);
        };
        rust_register_exit_function(runner, &pair);
        rust_register_exit_function(runner, &pair);
    });
}

CASE(global_data_is_one_word_for_all_schedulers, exits(0).out("21\n")) {
    on_c([] { *static_cast<long *>(rust_get_global_data_ptr()) = 21; });
    spawn_in(1, TASK { on_c([] { print("%ld\n", *static_cast<long *>(rust_get_global_data_ptr())); }); });
}

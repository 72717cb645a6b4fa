// The end of a task and of the runtime where callers are unusual: drop glue, task-local cleanups, the annihilator, exit
// functions, weak tasks and the global word, each yielding, waiting, spawning, failing. Like misuse.cpp.
#include "harness.h"
#include <atomic>
#include <cstring>
#include <pthread.h>

using namespace harness;

namespace {

rust_task *second;
std::atomic<int> flag, ready;
fn_env_pair pair;

type_desc word = {8, 8, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};

rust_opaque_box *box(size_t size) {
    return reinterpret_cast<rust_opaque_box *>(upcall_malloc(&word, size));
}

rust_opaque_box *&boxes() {
    return *reinterpret_cast<rust_opaque_box **>(reinterpret_cast<char *>(rust_get_task()) + 280);
}

// An environment with this drop glue.
rust_opaque_box *environment(glue_fn drop) {
    static type_desc description;
    description = {8, 8, nullptr, drop, nullptr, nullptr, nullptr, nullptr};
    rust_opaque_box *env = nullptr;
    on_c([&] { env = static_cast<rust_opaque_box *>(rust_uv_current_kernel_malloc(sizeof *env + 8)); });
    env->ref_count = -1;
    env->td = &description;
    return env;
}

void spawn_with(rust_opaque_box *env, spawn_fn body) {
    on_c([=] {
        rust_task *child = new_task();
        fn_env_pair closure = {body, env};
        start_task(child, &closure);
    });
}

void spawn_with_glue(glue_fn drop, spawn_fn body = TASK {}) {
    spawn_with(environment(drop), body);
}

void enrol(spawn_fn runner, fn_env_pair *fn = &pair) {
    on_c([=] { rust_register_exit_function(runner, fn); });
}

void cleanup(rust_tld_cleanup with) {
    rust_task_local_data_atexit(rust_get_task(), with);
}

int wait_for_event() {
    void *event = nullptr;
    wait(&event);
    return static_cast<int>(reinterpret_cast<long>(event));
}

rust_task *self_for_signal;

// Parks until a child that is spawned for it signals; from either stack.
int wait_for_a_child() {
    self_for_signal = rust_get_task();
    spawn(TASK { signal(self_for_signal, reinterpret_cast<void *>(8)); });
    return wait_for_event();
}

#define GLUE [](void *, void *, const type_desc **, void *)

} // namespace

// ---- the order of it all

START(all_steps_of_an_end, exits(0).out("destructor\nglue\ncleanup\nannihilator of a child\nannihilator of main\n")) {
    annihilate_by([] {
        bool child = get_task_id() != 1;
        print("annihilator of %s\n", child ? "a child" : "main");
        if (child) flag = 1;
    });
    start(TASK {
        spawn_with_glue(GLUE { print("glue\n"); }, TASK {
            struct Last {
                ~Last() { print("destructor\n"); }
            } last;
            cleanup([](void *) { print("cleanup\n"); });
            fail_quietly();
        });
        await(flag);
    });
}

START(a_failed_task_is_unwinding_through_all_steps, exits(0).out("glue 1\ncleanup 1\nannihilator 1\n")) {
    annihilate_by([] {
        if (get_task_id() != 1) print("annihilator %d\n", rust_task_is_unwinding(rust_get_task()));
    });
    start(TASK {
        spawn_with_glue(GLUE { print("glue %d\n", rust_task_is_unwinding(rust_get_task())); }, TASK {
            cleanup([](void *) { print("cleanup %d\n", rust_task_is_unwinding(rust_get_task())); });
            fail_quietly();
        });
    });
}

START(who_is_told_of_a_kill_at_the_end, exits(0).out("glue 1\ncleanup 1\nreentered 0\nannihilator 0\n")) {
    annihilate_by([] {
        if (get_task_id() != 1) print("annihilator %d\n", yield());
    });
    start(TASK {
        spawn_with_glue(GLUE { print("glue %d\n", yield()); }, TASK {
            cleanup([](void *) {
                print("cleanup %d\n", yield());
                on_rust([] { print("reentered %d\n", yield()); });
            });
            rust_task_kill_other(rust_get_task());
        });
    });
}

START(which_stack_each_step_is_on, exits(0).out("glue 1\ncleanup 0\nannihilator 1\n")) {
    annihilate_by([] {
        if (get_task_id() != 1) print("annihilator %d\n", stack_limit() != 0);
    });
    start(TASK {
        spawn_with_glue(GLUE { print("glue %d\n", stack_limit() != 0); }, TASK {
            cleanup([](void *) { print("cleanup %d\n", stack_limit() != 0); });
            fail_quietly();
        });
    });
}

// ---- drop glue

CASE(glue_that_fails_terminates, exits(134).err("'in glue', g.rs:1").err("terminate called").out("")) {
    spawn_with_glue(GLUE { upcall_fail("in glue", "g.rs", 1); });
}

CASE(glue_that_fails_after_a_failure_terminates, exits(134).err("'in glue', g.rs:1").out("")) {
    spawn_with_glue(GLUE { upcall_fail("in glue", "g.rs", 1); }, TASK { fail_quietly(); });
}

CASE(glue_that_throws_terminates, exits(134).err("terminate called")) {
    spawn_with_glue(GLUE { throw 1; });
}

CASE(glue_that_catches_a_failure_below_a_c_call, exits(0).out("caught\n")) {
    spawn_with_glue(GLUE {
        on_c([] {
            on_rust([] {
                try {
                    fail_quietly();
                } catch (...) {
                    print("caught\n");
                }
            });
        });
    });
}

CASE(glue_that_catches_a_failure_loses_the_c_stack, exits(134).err("exchange heap not empty on on exit").err("1 dangling allocations").out("caught\ncleanup\n")) {
    spawn_with_glue(GLUE {
        try {
            fail_quietly();
        } catch (...) {
            print("caught\n");
        }
    }, TASK { cleanup([](void *) { print("cleanup\n"); }); });
}

CASE(glue_that_catches_a_failure_after_a_failure_loses_it_too, exits(134).err("1 dangling allocations").out("caught\n")) {
    spawn_with_glue(GLUE {
        try {
            fail_quietly();
        } catch (...) {
            print("caught\n");
        }
    }, TASK { fail_quietly(); });
}

CASE(glue_may_park_spawn_and_allocate, exits(0).out("signalled 8\nfreed\n")) {
    spawn_with_glue(GLUE {
        for (int i = 0; i < 5; i++) yield();
        print("signalled %d\n", wait_for_a_child());
        upcall_free(box(100));
        print("freed\n");
    });
}

CASE(glue_that_leaks_a_box_aborts, aborts("leaked memory in rust main loop (1 objects)")) {
    spawn_with_glue(GLUE { box(8); });
}

CASE(glue_may_log_through_the_shim, exits(0).err("rust: glue\n")) {
    spawn_with_glue(GLUE { on_c([] { rust_log_str(1, "glue", 4); }); });
}

CASE(glue_that_logs_on_the_rust_stack_aborts, aborts("logging on rust stack")) {
    spawn_with_glue(GLUE { rust_log_str(1, "glue", 4); });
}

CASE(glue_may_exit_the_process, exits(6)) {
    spawn_with_glue(GLUE { on_c([] { exit(6); }); });
}

CASE(glue_that_frees_its_box_itself_frees_it_twice, exits(134)) {
    spawn_with_glue([](void *, void *, const type_desc **, void *body) {
        on_c([=] { rust_uv_current_kernel_free(static_cast<rust_opaque_box *>(body) - 1); });
    });
}

CASE(an_environment_without_glue_crashes, crashes()) {
    spawn_with_glue(nullptr);
}

CASE(an_environment_without_a_descriptor_crashes, crashes()) {
    rust_opaque_box *env = environment(GLUE {});
    env->td = nullptr;
    spawn_with(env, TASK {});
}

CASE(a_body_may_replace_the_glue_of_its_environment, exits(0).out("second\n")) {
    spawn_with(environment(GLUE { print("first\n"); }), [](void *, rust_opaque_box *env, void *) {
        static type_desc other = {8, 8, nullptr, GLUE { print("second\n"); }, nullptr, nullptr, nullptr, nullptr};
        env->td = &other;
    });
}

CASE(the_environment_is_freed_before_the_cleanup, exits(0).threads("1").out("1\n")) {
    spawn_with_glue(GLUE {}, TASK {
        static long during;
        during = static_cast<long>(*rust_get_exchange_count_ptr());
        cleanup([](void *) { print("%ld\n", during - static_cast<long>(*rust_get_exchange_count_ptr())); });
    });
}

// ---- the thread is not the task's to end

CASE(glue_cannot_end_the_thread, exits(134)) {
    spawn_with_glue(GLUE { pthread_exit(nullptr); });
}

CASE(a_cleanup_cannot_end_the_thread, exits(134)) {
    cleanup([](void *) { pthread_exit(nullptr); });
}

START(an_annihilator_cannot_end_the_thread, exits(134)) {
    annihilate_by([] { pthread_exit(nullptr); });
    start(TASK {});
}

CASE(a_destructor_cannot_end_the_thread, exits(134)) {
    struct Ends {
        ~Ends() { pthread_exit(nullptr); }
    } ends;
    fail_quietly();
}

CASE(a_runner_cannot_end_the_thread, exits(134)) {
    enrol(TASK { pthread_exit(nullptr); });
}

CASE(a_platform_task_cannot_end_the_thread, exits(134)) {
    spawn_in(1, TASK { pthread_exit(nullptr); });
}

// ---- task-local cleanups

CASE(a_cleanup_that_throws_aborts, exits(134).out("")) {
    cleanup([](void *) { throw 1; });
}

CASE(a_cleanup_that_fails_in_rust_code_says_why, exits(134).err("'in cleanup', c.rs:1").out("rust frame\n")) {
    cleanup([](void *) {
        on_rust([] {
            struct Last {
                ~Last() { print("rust frame\n"); }
            } last;
            upcall_fail("in cleanup", "c.rs", 1);
        });
    });
}

CASE(a_cleanup_that_yields_in_an_atomic_section_aborts, exits(134).err("yielded in an atomic section")) {
    rust_task_inhibit_yield(rust_get_task());
    cleanup([](void *) { yield(); });
}

CASE(a_cleanup_may_wait, exits(0).out("signalled 8\n")) {
    cleanup([](void *) {
        self_for_signal = rust_get_task();
        rust_task *child = new_task();
        fn_env_pair closure = {TASK { signal(self_for_signal, reinterpret_cast<void *>(8)); }, nullptr};
        start_task(child, &closure);
        void *event = nullptr;
        task_wait_event(rust_get_task(), &event);
        print("signalled %ld\n", reinterpret_cast<long>(event));
    });
}

CASE(a_cleanup_may_exit_the_process, exits(6).out("")) {
    cleanup([](void *) { exit(6); });
}

CASE(a_cleanup_may_log, exits(0).err("rust: cleanup\n")) {
    cleanup([](void *) { rust_log_str(1, "cleanup", 7); });
}

CASE(a_cleanup_may_change_the_data_which_are_nulled, exits(0).out("6 7\n0\n")) {
    second = rust_get_task();
    rust_set_task_local_data(second, reinterpret_cast<void *>(6));
    rust_task_ref(second);
    cleanup([](void *data) {
        rust_set_task_local_data(rust_get_task(), reinterpret_cast<void *>(7));
        print("%ld %ld\n", reinterpret_cast<long>(data), reinterpret_cast<long>(rust_get_task_local_data(rust_get_task())));
        rust_task *child = new_task();
        fn_env_pair closure = {TASK {
            for (int i = 0; i < 200; i++) yield();
            while (rust_get_task_local_data(second)) yield();
            print("%ld\n", reinterpret_cast<long>(rust_get_task_local_data(second)));
            drop(second);
        }, nullptr};
        start_task(child, &closure);
    });
}

CASE(a_cleanup_is_set_by_a_destructor, exits(0).out("cleanup 3\n")) {
    spawn(TASK {
        struct Sets {
            ~Sets() {
                rust_set_task_local_data(rust_get_task(), reinterpret_cast<void *>(3));
                cleanup([](void *data) { print("cleanup %ld\n", reinterpret_cast<long>(data)); });
            }
        } sets;
        fail_quietly();
    });
}

CASE(a_cleanup_is_set_by_glue, exits(0).out("cleanup\n")) {
    spawn_with_glue(GLUE { cleanup([](void *) { print("cleanup\n"); }); });
}

CASE(a_cleanup_that_kills_main_changes_nothing, exits(0).no_err("root task failed")) {
    cleanup([](void *) { rust_task_kill_other(rust_get_task()); });
}

CASE(a_cleanup_of_a_child_may_kill_all, exits(101).err("root task failed").out("main killed 1\n")) {
    spawn(TASK {
        cleanup([](void *) { rust_task_kill_all(rust_get_task()); });
        fail_quietly();
    });
    while (!yield()) {
    }
    print("main killed 1\n");
}

CASE(a_cleanup_that_removes_itself_has_run, exits(0).out("once\n")) {
    cleanup([](void *) {
        print("once\n");
        cleanup(nullptr);
    });
    fail_quietly();
}

CASE(boxes_that_a_cleanup_leaves_are_leaks, aborts("leaked memory in rust main loop (1 objects)")) {
    cleanup([](void *) { on_rust([] { box(8); }); });
}

CASE(a_cleanup_set_on_a_dead_task_is_never_called, exits(0).out("")) {
    second = spawn(TASK { flag = 1; }, true);
    await(flag);
    // Dead when only this reference is left.
    while (__atomic_load_n(reinterpret_cast<intptr_t *>(second), __ATOMIC_ACQUIRE) != 1) yield();
    rust_task_local_data_atexit(second, [](void *) { print("called\n"); });
    rust_set_task_local_data(second, &flag);
    drop(second);
}

// ---- the annihilator

START(an_annihilator_that_fails_aborts, exits(134).err("'annihilated', a.rs:1")) {
    annihilate_by([] { upcall_fail("annihilated", "a.rs", 1); });
    start(TASK {});
}

START(an_annihilator_that_throws_aborts, exits(134)) {
    annihilate_by([] { throw 1; });
    start(TASK {});
}

START(an_annihilator_may_park_spawn_and_wait, exits(0).out("yield 0\nsignalled 8\n")) {
    annihilate_by([] {
        if (get_task_id() != 1) return;
        print("yield %d\n", yield());
        print("signalled %d\n", wait_for_a_child());
    });
    start(TASK {});
}

START(an_annihilator_may_exit_the_process, exits(3)) {
    annihilate_by([] { on_c([] { exit(3); }); });
    start(TASK {});
}

START(an_annihilator_that_logs_on_the_rust_stack_aborts, aborts("logging on rust stack")) {
    annihilate_by([] { rust_log_str(1, "x", 1); });
    start(TASK {});
}

START(an_annihilator_may_log_through_the_shim, exits(0).err("rust: annihilator\n")) {
    annihilate_by([] { on_c([] { rust_log_str(1, "annihilator", 11); }); });
    start(TASK {});
}

START(an_annihilator_frees_many_boxes_by_the_list, exits(0).out("5000 dropped\n")) {
    static int dropped;
    annihilate_by([] {
        while (rust_opaque_box *first = boxes()) {
            rust_call_tydesc_glue(first + 1, reinterpret_cast<size_t *>(first->td), 3);
            rust_upcall_free(first);
        }
    });
    CHECK(start(TASK {
              static type_desc counted = {8, 8, nullptr, GLUE { dropped++; }, nullptr, nullptr, nullptr, nullptr};
              for (int i = 0; i < 5000; i++) upcall_malloc(&counted, i % 100);
              rust_get_task();
          }) == 0);
    print("%d dropped\n", dropped);
}

START(an_annihilator_frees_what_a_failed_task_left, exits(0).out("101\n")) {
    annihilate_by([] {
        while (rust_opaque_box *first = boxes()) rust_upcall_free(first);
    });
    print("%d\n", start(TASK {
        for (int i = 0; i < 10; i++) box(8);
        fail_quietly();
    }));
}

START(an_annihilator_that_catches_its_failure_goes_on, exits(0).out("caught\n0\n")) {
    annihilate_by([] {
        try {
            fail_quietly();
        } catch (...) {
            print("caught\n");
        }
    });
    print("%d\n", start(TASK {}));
}

START(boxes_that_the_annihilator_makes_are_leaks, aborts("leaked memory in rust main loop (1 objects)")) {
    annihilate_by([] { box(8); });
    start(TASK {});
}

START(a_failure_in_glue_that_the_annihilator_calls_aborts, exits(134).err("'in glue', g.rs:1")) {
    annihilate_by([] {
        rust_opaque_box *first = boxes();
        rust_call_tydesc_glue(first + 1, reinterpret_cast<size_t *>(first->td), 3);
    });
    start(TASK {
        static type_desc failing = {8, 8, nullptr, GLUE { upcall_fail("in glue", "g.rs", 1); }, nullptr, nullptr, nullptr, nullptr};
        upcall_malloc(&failing, 8);
    });
}

START(every_task_is_annihilated, exits(0).out("12\n")) {
    static std::atomic<int> annihilated;
    annihilate_by([] { annihilated++; });
    start(TASK {
        enrol(TASK {});
        for (int i = 0; i < 10; i++) spawn(TASK { if (get_task_id() % 2) fail_quietly(); });
    });
    print("%d\n", annihilated.load());
}

START(an_old_map_crashes_when_the_first_task_ends, crashes().out("main\n")) {
    static const mod_entry none[] = {{nullptr, nullptr}};
    static const void *old_map[] = {none, nullptr};
    char *arguments[] = {nullptr};
    rust_start(reinterpret_cast<uintptr_t>(static_cast<spawn_fn>(TASK { print("main\n"); })), 0, arguments, old_map);
}

START(an_annihilator_of_null_crashes, crashes().out("main\n")) {
    annihilate_by(nullptr);
    start(TASK { print("main\n"); });
}

// ---- exit functions

CASE(a_thousand_exit_functions_keep_their_order, exits(0).out("1000 in order 1\n")) {
    static fn_env_pair pairs[1000];
    spawn_fn runner = [](void *, rust_opaque_box *, void *argument) {
        auto *functions = static_cast<exit_functions *>(argument);
        bool in_order = true;
        for (size_t i = 0; i < functions->count; i++) in_order &= functions->start[i] == &pairs[i];
        print("%zu in order %d\n", functions->count, in_order);
    };
    for (fn_env_pair &each : pairs) enrol(runner, &each);
}

CASE(a_null_function_is_listed, exits(0).out("1 null 1\n")) {
    enrol([](void *, rust_opaque_box *, void *argument) {
        auto *functions = static_cast<exit_functions *>(argument);
        print("%zu null %d\n", functions->count, !functions->start[0]);
    }, nullptr);
}

CASE(a_null_runner_alone_is_none, exits(0).out("")) {
    enrol(nullptr);
}

CASE(a_null_runner_after_another_aborts, aborts("there can be only one at_exit_runner")) {
    enrol(TASK {});
    enrol(nullptr);
}

CASE(another_runner_of_a_child_aborts, aborts("there can be only one at_exit_runner")) {
    enrol(TASK {});
    spawn(TASK { enrol(TASK {}); });
}

CASE(tasks_of_all_schedulers_register, exits(0).out("3\n")) {
    static spawn_fn runner = [](void *, rust_opaque_box *, void *argument) { print("%zu\n", static_cast<exit_functions *>(argument)->count); };
    static std::atomic<int> registered;
    rust_sched_id fresh = 0;
    on_c([&] { fresh = rust_new_sched(1); });
    for (rust_sched_id each : {rust_sched_id(1), rust_sched_id(2), fresh})
        spawn_in(each, TASK {
            enrol(runner);
            registered++;
        });
    while (registered < 3) yield();
}

START(the_last_chance_to_register_is_an_annihilator, exits(0).out("exit functions: 1\n")) {
    annihilate_by([] {
        if (get_task_id() == 1)
            enrol([](void *, rust_opaque_box *, void *argument) {
                print("exit functions: %zu\n", static_cast<exit_functions *>(argument)->count);
            });
    });
    start(TASK {});
}

CASE(a_child_of_the_runner_registers_too_late, aborts("registering at_exit function after exit")) {
    static spawn_fn runner = TASK { spawn(TASK { enrol(runner); }); };
    enrol(runner);
}

CASE(a_weak_task_registers_too_late, aborts("registering at_exit function after exit")) {
    static spawn_fn runner = TASK { flag = 1; };
    enrol(runner);
    on_c([] { rust_dec_kernel_live_count(); });
    await(flag);
    enrol(runner);
}

CASE(too_late_even_when_nothing_was_registered, aborts("registering at_exit function after exit").out("")) {
    on_c([] { rust_dec_kernel_live_count(); });
    enrol(TASK { print("ran\n"); });
}

CASE(a_runner_that_fails_says_why, exits(5).err("'in the runner', r.rs:1").no_err("root task failed")) {
    on_c([] { rust_set_exit_status(5); });
    enrol(TASK { upcall_fail("in the runner", "r.rs", 1); });
}

CASE(a_runner_that_throws_terminates, exits(134).err("terminate called")) {
    enrol(TASK { throw 1; });
}

CASE(a_runner_may_kill_all, exits(101).err("root task failed").out("killed 1\n")) {
    enrol(TASK {
        on_c([] { rust_task_kill_all(rust_get_task()); });
        print("killed %d\n", yield());
    });
}

CASE(a_runner_may_park_and_make_schedulers, exits(0).out("signalled 8\nin scheduler 3\n")) {
    enrol(TASK {
        print("signalled %d\n", wait_for_a_child());
        rust_sched_id fresh = 0;
        on_c([&] { fresh = rust_new_sched(1); });
        spawn_in(fresh, TASK {
            rust_sched_id here = 0;
            on_c([&] { here = rust_get_sched_id(); });
            print("in scheduler %ld\n", here);
        });
    });
}

CASE(a_runner_has_a_cleanup_of_its_own, exits(0).out("runner\ncleanup\n")) {
    enrol(TASK {
        cleanup([](void *) { print("cleanup\n"); });
        print("runner\n");
    });
}

CASE(a_runner_that_leaks_a_box_aborts, aborts("leaked memory in rust main loop (1 objects)")) {
    enrol(TASK { box(8); });
}

CASE(a_runner_that_leaks_an_exchange_block_aborts, exits(134).err("1 dangling allocations")) {
    enrol(TASK { on_c([] { rust_uv_current_kernel_malloc(8); }); });
}

CASE(a_runner_has_the_next_number_and_its_name, exits(0).out("4 at_exit in 2\n")) {
    enrol(TASK {
        const char *name;
        memcpy(&name, reinterpret_cast<char *>(rust_get_task()) + 248, sizeof name);
        rust_sched_id here = 0;
        on_c([&] { here = rust_get_sched_id(); });
        print("%ld %s in %ld\n", get_task_id(), name, here);
    });
    spawn(TASK {});
    spawn(TASK {});
}

CASE(a_runner_that_blocks_for_ever_hangs, hangs()) {
    enrol(TASK { wait_for_event(); });
}

CASE(runners_of_a_failed_main_run_in_a_killed_task, exits(101).out("wait 1\nyield 1\n")) {
    enrol(TASK {
        void *event;
        print("wait %d\n", wait(&event));
        print("yield %d\n", yield());
    });
    fail_quietly();
}

START(each_start_has_a_list_of_its_own, exits(0).out("1\n1\n")) {
    auto body = TASK {
        enrol([](void *, rust_opaque_box *, void *argument) { print("%zu\n", static_cast<exit_functions *>(argument)->count); });
    };
    start(body);
    start(body);
}

START(each_start_may_have_another_runner, exits(0).out("first\nsecond\n")) {
    start(TASK { enrol(TASK { print("first\n"); }); });
    start(TASK { enrol(TASK { print("second\n"); }); });
}

// ---- weak tasks

CASE(a_weak_task_that_the_runner_wakes_ends, exits(0).out("runner\nweak woken by 4\n")) {
    enrol(TASK {
        print("runner\n");
        signal(second, reinterpret_cast<void *>(4));
    });
    second = spawn(TASK {
        on_c([] { rust_dec_kernel_live_count(); });
        ready = 1;
        int event = wait_for_event();
        on_c([] { rust_inc_kernel_live_count(); });
        print("weak woken by %d\n", event);
    });
    await(ready);
}

CASE(a_weak_task_that_fails_ends_too, exits(0).out("runner\n")) {
    enrol(TASK {
        print("runner\n");
        flag = 1;
    });
    spawn(TASK {
        on_c([] { rust_dec_kernel_live_count(); });
        ready = 1;
        await(flag);
        on_c([] { rust_inc_kernel_live_count(); });
        fail_quietly();
    });
    await(ready);
}

CASE(a_weak_main_that_fails_exits_101, exits(101).out("runner\n").err("root task failed")) {
    enrol(TASK {
        print("runner\n");
        flag = 1;
    });
    on_c([] { rust_dec_kernel_live_count(); });
    await(flag);
    on_c([] { rust_inc_kernel_live_count(); });
    fail_quietly();
}

CASE(a_failing_main_kills_a_weak_task, exits(101).out("weak killed 1\n")) {
    spawn(TASK {
        on_c([] { rust_dec_kernel_live_count(); });
        ready = 1;
        void *event;
        print("weak killed %d\n", wait(&event));
    });
    await(ready);
    fail_quietly();
}

CASE(a_decrement_of_a_dying_main_is_harmless, exits(4)) {
    on_c([] { rust_set_exit_status(4); });
    cleanup([](void *) { rust_dec_kernel_live_count(); });
}

CASE(shutdown_by_a_decrement_takes_the_next_number, exits(0).out("child 3\n")) {
    enrol(TASK {});
    on_c([] { rust_dec_kernel_live_count(); });
    static long child;
    spawn(TASK { child = get_task_id(); flag = 1; });
    await(flag);
    print("child %ld\n", child);
}

CASE(an_increment_in_the_runner_comes_too_late_to_matter, exits(0).out("runner\n")) {
    enrol(TASK {
        print("runner\n");
        on_c([] { rust_inc_kernel_live_count(); });
    });
}

CASE(counts_need_a_task, aborts("no current task")) {
    on_c([] {
        pthread_t thread;
        pthread_create(&thread, nullptr, [](void *) -> void * { rust_dec_kernel_live_count(); return nullptr; }, nullptr);
        pthread_join(thread, nullptr);
    });
}

CASE(exit_functions_need_a_task, aborts("no current task")) {
    on_c([] {
        pthread_t thread;
        pthread_create(&thread, nullptr, [](void *) -> void * { rust_register_exit_function(nullptr, nullptr); return nullptr; }, nullptr);
        pthread_join(thread, nullptr);
    });
}

// ---- the global word

START(the_word_is_zero_in_every_start, exits(0).out("0\n0\n0\n")) {
    for (int i = 0; i < 3; i++)
        start(TASK {
            auto *global = static_cast<long *>(rust_get_global_data_ptr());
            print("%ld\n", *global);
            *global = -1;
        });
}

CASE(the_runner_finds_the_word_as_it_was_left, exits(0).out("17\n")) {
    enrol(TASK { print("%ld\n", *static_cast<long *>(rust_get_global_data_ptr())); });
    *static_cast<long *>(rust_get_global_data_ptr()) = 17;
}

CASE(the_word_can_be_swapped_atomically, exits(0).out("100\n")) {
    static std::atomic<int> done;
    for (int i = 0; i < 10; i++)
        spawn(TASK {
            auto *global = static_cast<long *>(rust_get_global_data_ptr());
            for (int i = 0; i < 10; i++) {
                __atomic_fetch_add(global, 1, __ATOMIC_SEQ_CST);
                yield();
            }
            done++;
        });
    while (done < 10) yield();
    print("%ld\n", *static_cast<long *>(rust_get_global_data_ptr()));
}

START(the_word_needs_a_task, aborts("no current task")) {
    rust_get_global_data_ptr();
}

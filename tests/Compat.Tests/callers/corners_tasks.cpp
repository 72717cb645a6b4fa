// Corner cases (corners.h): the lives of tasks, schedulers, and their order.
#include "corners.h"
#include <climits>
#include <string>
#include <unistd.h>

namespace {

std::string trace;
int live;

// Names the task in the trace at each of six turns.
void six_turns(char name) {
    for (int i = 0; i < 6; i++) {
        trace += name;
        yield();
    }
    live--;
}

rust_task *child_in(rust_sched_id id, spawn_fn body) {
    rust_task *task = nullptr;
    on_c([&] {
        task = rust_new_task_in_sched(id);
        fn_env_pair closure = {body, nullptr};
        start_task(task, &closure);
    });
    return task;
}

// The recorded order of RUST_SEED=42, of three children made by a task that is alone on its loop.
void recorded_order(rust_sched_id where) {
    trace.clear();
    live = 3;
    child_in(where, TASK { six_turns('a'); });
    child_in(where, TASK { six_turns('b'); });
    child_in(where, TASK { six_turns('c'); });
    while (live) {
        trace += 'm';
        yield();
    }
    print("%s\n", trace.c_str());
}

#define RECORDED "mmbmmbbaambmbmmaacbacamcmcccmm\n"

} // namespace

// ---- section 4: tasks

CASE(failed_look_ups_use_up_no_ids, exits(0).out("2\n")) {
    on_c([] {
        rust_new_task_in_sched(99);
        rust_new_task_in_sched(0);
        rust_new_task_in_sched(-7);
        rust_new_task_in_sched(0x100000002);
    });
    spawn(TASK { print("%ld\n", get_task_id()); });
}

CASE(one_counter_of_ids_for_all_schedulers, exits(0).out("2\n3\n4\n5\n").any_order()) {
    on_c([] { fresh = rust_new_sched(1); });
    spawn(TASK { print("%ld\n", get_task_id()); });
    spawn_in(fresh, TASK { print("%ld\n", get_task_id()); });
    spawn_in(1, TASK { print("%ld\n", get_task_id()); });
    spawn(TASK { print("%ld\n", get_task_id()); });
}

CASE(starting_a_dead_task_aborts_or_crashes, crashes()) {
    static rust_task *child;
    child = spawn(TASK { flag = 1; }, true);
    await(flag);
    on_c([] { pause_ms(100); });
    yields(10);
    on_c([] {
        fn_env_pair closure = {TASK {}, nullptr};
        start_task(child, &closure);
    });
}

CASE(a_child_with_everything_set_before_its_start, exits(0).out("yield 0\nyield 1\nwait 1 of 9\ncleanup 4\n")) {
    on_c([] {
        rust_task *child = new_task();
        rust_task_inhibit_kill(child);
        rust_task_kill_other(child);
        task_signal_event(child, word(9));
        rust_set_task_local_data(child, word(4));
        rust_task_local_data_atexit(child, [](void *data) { print("cleanup %ld\n", reinterpret_cast<long>(data)); });
        fn_env_pair closure = {TASK {
            rust_task *self = rust_get_task();
            print("yield %d\n", yield());
            rust_task_allow_kill(self);
            print("yield %d\n", yield());
            void *event = nullptr;
            bool killed = wait(&event);
            print("wait %d of %ld\n", killed, reinterpret_cast<long>(event));
        }, nullptr};
        start_task(child, &closure);
    });
}

CASE(an_unyieldable_newborn_fails_at_its_first_yield, exits(0).out("unwound\n").err("yielded in an atomic section")) {
    on_c([] {
        rust_task *child = new_task();
        rust_task_inhibit_yield(child);
        fn_env_pair closure = {TASK {
            Unwound unwound{"unwound"};
            yield();
        }, nullptr};
        start_task(child, &closure);
    });
}

CASE(an_environment_without_a_descriptor_crashes, crashes()) {
    on_c([] {
        auto *env = static_cast<rust_opaque_box *>(rust_uv_current_kernel_malloc(sizeof(rust_opaque_box) + 8));
        fn_env_pair closure = {TASK {}, env};
        start_task(new_task(), &closure);
    });
}

CASE(drop_glue_may_yield_and_call_c, exits(0).out("dropped\n")) {
    static type_desc description = {8, 8, nullptr, [](void *, void *, const type_desc **, void *) {
        yield();
        on_c([] { on_rust([] { yield(); }); });
        print("dropped\n");
    }, nullptr, nullptr, nullptr, nullptr};
    on_c([] {
        auto *env = static_cast<rust_opaque_box *>(rust_uv_current_kernel_malloc(sizeof(rust_opaque_box) + 8));
        env->td = &description;
        fn_env_pair closure = {TASK {}, env};
        start_task(new_task(), &closure);
    });
}

CASE(drop_glue_of_the_killed_sees_the_kill, exits(0).out("1\n")) {
    static type_desc description = {8, 8, nullptr, [](void *, void *, const type_desc **, void *) { print("%d\n", yield()); }, nullptr, nullptr, nullptr, nullptr};
    on_c([] {
        auto *env = static_cast<rust_opaque_box *>(rust_uv_current_kernel_malloc(sizeof(rust_opaque_box) + 8));
        env->td = &description;
        rust_task *child = new_task();
        rust_task_kill_other(child);
        fn_env_pair closure = {TASK {}, env};
        start_task(child, &closure);
    });
}

CASE(failing_drop_glue_aborts, exits(134)) {
    static type_desc description = {8, 8, nullptr, [](void *, void *, const type_desc **, void *) { fail_quietly(); }, nullptr, nullptr, nullptr, nullptr};
    on_c([] {
        auto *env = static_cast<rust_opaque_box *>(rust_uv_current_kernel_malloc(sizeof(rust_opaque_box) + 8));
        env->td = &description;
        fn_env_pair closure = {TASK {}, env};
        start_task(new_task(), &closure);
    });
}

START(the_annihilator_of_the_killed_is_unkillable, exits(0).out("1: 0 0\n2: 0 1\n").any_order()) {
    annihilate_by([] {
        bool killed = yield();
        print("%ld: %d %d\n", get_task_id(), killed, rust_task_is_unwinding(rust_get_task()));
    });
    start(TASK { spawn(TASK { rust_task_kill_other(rust_get_task()); yield(); fail_quietly(); }); });
}

START(the_annihilator_may_wait, exits(0).out("event 6\n")) {
    annihilate_by([] {
        if (get_task_id() != 2) return;
        void *event = nullptr;
        first = rust_get_task();
        ready = 1;
        task_wait_event(first, &event);
        print("event %ld\n", reinterpret_cast<long>(event));
        flag = 1;
    });
    start(TASK {
        spawn(TASK {});
        await(ready);
        yields(10);
        signal(first, word(6));
        await(flag);
    });
}

CASE(the_annihilator_is_that_of_the_map_as_it_is_now, exits(0).out("child\nannihilator of 2\nannihilator of 1\n")) {
    annihilate_by([] {
        print("annihilator of %ld\n", get_task_id());
        flag = 1;
    });
    spawn(TASK { print("child\n"); });
    await(flag);
}

START(the_annihilator_may_do_what_a_body_may, exits(0).out("child\n5\n").any_order()) {
    annihilate_by([] {
        if (get_task_id() != 1) return;
        on_c([] { rust_set_exit_status(5); });
        spawn(TASK { print("child\n"); });
    });
    print("%d\n", start(TASK {}));
}

CASE(a_kill_in_the_cleanup_or_the_annihilator_of_main_comes_too_late, exits(0).no_err("root task failed")) {
    rust_task_local_data_atexit(rust_get_task(), [](void *) { rust_task_kill_other(rust_get_task()); });
}

CASE(a_newborn_that_is_let_go_leaks_its_stack, aborts("leaked memory in rust main loop (1 objects)")) {
    on_c([] { rust_task_deref(new_task()); });
    print("not reached\n");
}

CASE(a_reference_taken_in_the_cleanup_keeps_the_task, exits(0).out("unwinding 0\n")) {
    spawn(TASK {
        rust_task_local_data_atexit(rust_get_task(), [](void *) {
            first = rust_get_task();
            rust_task_ref(first);
            flag = 1;
        });
    });
    await(flag);
    on_c([] { pause_ms(50); });
    yields(50);
    print("unwinding %d\n", rust_task_is_unwinding(first));
    drop(first);
}

CASE(data_without_a_cleanup_outlive_the_task_and_with_one_do_not, exits(0).out("1\n0\n")) {
    for (rust_tld_cleanup cleanup : {rust_tld_cleanup(nullptr), rust_tld_cleanup([](void *) {})}) {
        static rust_tld_cleanup chosen;
        chosen = cleanup;
        flag = 0;
        first = spawn(TASK {
            rust_set_task_local_data(rust_get_task(), &flag);
            rust_task_local_data_atexit(rust_get_task(), chosen);
            flag = 1;
        }, true);
        await(flag);
        on_c([] { pause_ms(50); });
        yields(50);
        print("%d\n", rust_get_task_local_data(first) == &flag);
        drop(first);
    }
}

CASE(process_exit_does_not_wait_for_tasks, exits(9).out("exiting\n")) {
    spawn(TASK { void *event; wait(&event); });
    spawn_in(1, TASK { void *event; wait(&event); });
    yields(10);
    print("exiting\n");
    on_c([] { exit(9); });
}

CASE(exit_runs_the_process_handlers, exits(3).out("handler\n")) {
    on_c([] {
        atexit([] { print("handler\n"); });
        exit(3);
    });
}

// ---- section 5: scheduling and schedulers

CASE(a_seed_orders_a_new_scheduler_alike, exits(0).env("RUST_SEED", "42").out(RECORDED)) {
    on_c([] { fresh = rust_new_sched(1); });
    spawn_in(fresh, TASK { recorded_order(fresh); flag = 1; });
    while (!flag) on_c([] { pause_ms(1); });
}

CASE(a_seed_orders_the_platform_scheduler_alike, exits(0).env("RUST_SEED", "42").out(RECORDED)) {
    spawn_in(1, TASK { recorded_order(1); flag = 1; });
    while (!flag) on_c([] { pause_ms(1); });
}

CASE(a_seed_orders_each_of_two_schedulers_alike, exits(0).env("RUST_SEED", "42").out(RECORDED RECORDED)) {
    for (int i = 0; i < 2; i++) {
        on_c([] { fresh = rust_new_sched(1); });
        flag = 0;
        spawn_in(fresh, TASK { recorded_order(fresh); flag = 1; });
        while (!flag) on_c([] { pause_ms(1); });
    }
}

START(a_seed_orders_the_next_start_alike, exits(0).env("RUST_SEED", "42").threads("1").out(RECORDED RECORDED)) {
    auto body = TASK { recorded_order(2); };
    start(body);
    start(body);
}

CASE(a_referenced_dead_task_keeps_its_scheduler, exits(0).out("second\nalive 1\ngone 1\n")) {
    on_c([] { fresh = rust_new_sched(1); });
    on_c([] {
        first = rust_new_task_in_sched(fresh);
        rust_task_ref(first);
        fn_env_pair closure = {TASK { flag = 1; }, nullptr};
        start_task(first, &closure);
    });
    await(flag);
    on_c([] { pause_ms(100); });
    rust_task *child = spawn_in(fresh, TASK { print("second\n"); flag = 2; });
    while (child && flag != 2) yield();
    print("alive %d\n", !!child);
    drop(first);
    on_c([] {
        pause_ms(300);
        print("gone %d\n", !rust_new_task_in_sched(fresh));
    });
}

CASE(threads_of_a_new_scheduler_come_with_its_tasks, exits(0).out("1 of 3\n2 of 3\n3 of 3\n3 of 3\n")) {
    on_c([] { fresh = rust_new_sched(3); });
    spawn_in(fresh, TASK {
        for (int i = 0; i < 4; i++) {
            on_c([] { print("%zu of %zu\n", rust_sched_current_nonlazy_threads(), rust_sched_threads()); });
            spawn_in(fresh, TASK {});
        }
    });
}

CASE(two_billion_threads_are_only_a_maximum, exits(0).out("2147483647 1\n")) {
    on_c([] { fresh = rust_new_sched(INT_MAX); });
    spawn_in(fresh, TASK { on_c([] { print("%zu %zu\n", rust_sched_threads(), rust_sched_current_nonlazy_threads()); }); });
}

CASE(schedulers_make_schedulers, exits(0).out("made 10\n")) {
    struct Maker {
        static void body(void *, rust_opaque_box *, void *) {
            static std::atomic<int> made;
            if (++made == 10) {
                print("made 10\n");
                return;
            }
            rust_sched_id next = 0;
            on_c([&] { next = rust_new_sched(2); });
            CHECK(next == made + 2);
            spawn_in(next, body);
        }
    };
    Maker::body(nullptr, nullptr, nullptr);
}

CASE(a_platform_task_holds_the_end_back, exits(0).out("main ends\nplatform ends\n")) {
    spawn_in(1, TASK {
        ready = 1;
        on_c([] { pause_ms(200); });
        print("platform ends\n");
    });
    await(ready);
    print("main ends\n");
}

CASE(a_platform_task_that_waits_for_ever_hangs, hangs().out("main ends\n")) {
    spawn_in(1, TASK { void *event; wait(&event); });
    print("main ends\n");
}

CASE(a_platform_task_may_end_the_process, exits(4)) {
    spawn_in(1, TASK { on_c([] { exit(4); }); });
    void *event;
    wait(&event);
}

CASE(the_main_and_platform_schedulers_outlive_their_tasks, exits(0).out("platform\nplatform again\nmain\nmain again\n")) {
    on_c([] { fresh = rust_new_sched(1); });
    on_c([] { rust_inc_kernel_live_count(); });
    spawn_in(fresh, TASK {
        // Task 1 ends meanwhile.
        auto one_after_the_other = [](rust_sched_id id, spawn_fn body) {
            flag = 0;
            CHECK(spawn_in(id, body));
            while (!flag) yield();
            on_c([] { pause_ms(20); });
        };
        on_c([] { pause_ms(50); });
        one_after_the_other(1, TASK { print("platform\n"); flag = 1; });
        one_after_the_other(1, TASK { print("platform again\n"); flag = 1; });
        one_after_the_other(2, TASK { print("main\n"); flag = 1; });
        one_after_the_other(2, TASK { print("main again\n"); flag = 1; });
        on_c([] { rust_dec_kernel_live_count(); });
    });
}

CASE(a_platform_task_fails_like_any_other, exits(0).out("unwound\nmain\n").err("'p', p.rs:1")) {
    spawn_in(1, TASK {
        struct Done {
            ~Done() { print("unwound\n"); flag = 1; }
        } done;
        upcall_fail("p", "p.rs", 1);
    });
    await(flag);
    print("main\n");
}

CASE(events_cross_all_schedulers, exits(0).out("30\n")) {
    on_c([] { fresh = rust_new_sched(1); });
    first = rust_get_task();
    static std::atomic<long> sum;
    auto body = TASK {
        for (int i = 0; i < 10; i++) {
            sum++;
            signal(first, nullptr);
            yield();
        }
        flag++;
    };
    spawn_in(1, body);
    spawn_in(fresh, body);
    spawn(body);
    while (flag < 3) {
        void *event;
        if (sum < 30) wait(&event);
        else yield();
    }
    print("%ld\n", sum.load());
}

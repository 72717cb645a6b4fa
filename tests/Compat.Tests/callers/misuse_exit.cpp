// Misuse (misuse.h): the end of the runtime: exit functions, weak tasks and the live count, the global word.
#include "misuse_endings.h"
#include <cstring>

// ---- exit functions

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

// ---- weak tasks and the live count

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

CASE(global_data_is_one_word_for_all_schedulers, exits(0).out("21\n")) {
    on_c([] { *static_cast<long *>(rust_get_global_data_ptr()) = 21; });
    spawn_in(1, TASK { on_c([] { print("%ld\n", *static_cast<long *>(rust_get_global_data_ptr())); }); });
}

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

// Misuse (misuse.h): the steps of a task's end, and the drop glue of its environment, which yields, waits, spawns, fails.
#include "misuse_endings.h"

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

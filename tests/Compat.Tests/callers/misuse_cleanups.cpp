// Misuse (misuse.h): task-local data and their cleanups, which yield, wait, spawn, fail.
#include "misuse_endings.h"

// ---- task-local data

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

// ---- cleanups

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

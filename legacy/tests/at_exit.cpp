#include "harness.h"
using namespace harness;

static fn_env_pair a, b;

static void runner(void *ret, rust_opaque_box *env, void *argument) {
    auto *functions = static_cast<exit_functions *>(argument);
    CHECK(!ret && !env);
    print("runner of task %ld in scheduler %ld: %zu\n", get_task_id(), rust_get_sched_id(), functions->count);
    for (size_t i = 0; i < functions->count; i++) print(functions->start[i] == &a ? "a\n" : "b\n");
}

static void enrol(spawn_fn with, fn_env_pair *fn) {
    on_c([&] { rust_register_exit_function(with, fn); });
}

CASE(runner_gets_the_registered_pointers_in_order,
     exits(0).out("runner of task 2 in scheduler 2: 2\nb\na\n")) {
    enrol(runner, &b);
    enrol(runner, &a);
}

CASE(nothing_registered_makes_no_task, exits(0).out("")) {}

CASE(runner_comes_after_the_last_task, exits(0).out("child\nrunner of task 3 in scheduler 2: 1\na\n")) {
    enrol(runner, &a);
    spawn(TASK {
        for (int i = 0; i < 100; i++) yield();
        print("child\n");
    });
}

CASE(runner_runs_after_a_failure_and_is_killed, exits(101).out("killed 1\n")) {
    enrol(
        TASK { print("killed %d\n", yield()); }, &a);
    fail_quietly();
}

CASE(runner_may_spawn_and_set_the_status, exits(7).out("spawned\n")) {
    enrol(
        TASK {
            on_c([] { rust_set_exit_status(7); });
            spawn(TASK { print("spawned\n"); });
        },
        &a);
}

CASE(a_failing_runner_does_not_change_the_status, exits(0)) {
    enrol(
        TASK { fail_quietly(); }, &a);
}

CASE(a_second_runner_aborts, aborts("there can be only one at_exit_runner")) {
    enrol(runner, &a);
    enrol(TASK{}, &a);
}

CASE(a_null_runner_is_replaced, exits(0).out("runner of task 2 in scheduler 2: 2\nb\na\n")) {
    enrol(nullptr, &b);
    enrol(runner, &a);
}

CASE(registering_after_the_end_began_aborts, aborts("registering at_exit function after exit")) {
    enrol(
        TASK { on_c([] { rust_register_exit_function(runner, &a); }); }, &a);
}

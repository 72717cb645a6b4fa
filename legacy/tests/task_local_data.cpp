#include "harness.h"
using namespace harness;

static std::atomic<int> flag;
static int data;

CASE(one_pointer_per_task_on_any_task, exits(0)) {
    rust_task *self = rust_get_task();
    CHECK(!rust_get_task_local_data(self));
    rust_set_task_local_data(self, &data);
    CHECK(rust_get_task_local_data(self) == &data);
    static rust_task *child;
    child = spawn(
        TASK {
            await(flag);
            CHECK(rust_get_task_local_data(rust_get_task()) == &flag);
        },
        true);
    rust_set_task_local_data(child, &flag);
    flag = 1;
    CHECK(rust_get_task_local_data(self) == &data);
    drop(child);
}

CASE(a_new_task_does_not_see_what_an_ended_one_left, exits(0).threads("1")) {
    for (int i = 0; i < 50; i++) {
        static std::atomic<int> ended;
        ended = 0;
        spawn(TASK {
            CHECK(!rust_get_task_local_data(rust_get_task()));
            rust_set_task_local_data(rust_get_task(), &data);
            ended = 1;
        });
        await(ended);
    }
}

CASE(cleanup_runs_on_the_c_stack_with_the_data_still_set, exits(0).out("cleanup\n")) {
    rust_task *self = rust_get_task();
    rust_set_task_local_data(self, &data);
    rust_task_local_data_atexit(self, [](void *p) {
        CHECK(p == &data && stack_limit() == 0);
        CHECK(get_task_id() == 1);
        CHECK(rust_get_task_local_data(rust_get_task()) == &data);
        print("cleanup\n");
    });
}

CASE(cleanup_may_yield_reenter_and_spawn, exits(0).out("reentered\nchild\n").threads("1")) {
    rust_task_local_data_atexit(rust_get_task(), [](void *p) {
        CHECK(!p);
        yield();
        on_rust([] {
            CHECK(stack_limit() != 0);
            print("reentered\n");
            spawn(TASK { print("child\n"); });
        });
    });
}

CASE(the_last_cleanup_wins_and_null_removes_it, exits(0).out("second\n")) {
    rust_task_local_data_atexit(rust_get_task(), [](void *) { print("first\n"); });
    rust_task_local_data_atexit(rust_get_task(), [](void *) { print("second\n"); });
    spawn(TASK {
        rust_task_local_data_atexit(rust_get_task(), [](void *) { print("removed\n"); });
        rust_task_local_data_atexit(rust_get_task(), nullptr);
    });
}

CASE(cleanup_runs_after_a_failure_and_takes_over_the_main_tasks_duty,
     exits(0).out("cleanup, unwinding 1\n").no_err("root task failed")) {
    rust_task_local_data_atexit(rust_get_task(), [](void *) {
        print("cleanup, unwinding %d\n", rust_task_is_unwinding(rust_get_task()));
    });
    fail_quietly();
}

CASE(cleanup_may_kill_all, exits(101).err("root task failed")) {
    rust_task_local_data_atexit(rust_get_task(), [](void *) { rust_task_kill_all(rust_get_task()); });
    fail_quietly();
}

CASE(a_failing_cleanup_aborts, exits(134)) {
    rust_task_local_data_atexit(rust_get_task(), [](void *) { fail_quietly(); });
}

START(cleanup_comes_before_the_annihilator, exits(0).out("cleanup\nannihilator\n")) {
    annihilate_by([] {
        CHECK(stack_limit() != 0);
        CHECK(!rust_get_task_local_data(rust_get_task()));
        print("annihilator\n");
    });
    start(TASK {
        rust_set_task_local_data(rust_get_task(), &data);
        rust_task_local_data_atexit(rust_get_task(), [](void *) { print("cleanup\n"); });
    });
}

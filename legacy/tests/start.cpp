#include "harness.h"
#include <pthread.h>
using namespace harness;

static pthread_t starter;

CASE(status_is_zero_by_default, exits(0)) {}

CASE(the_last_status_wins, exits(2)) {
    on_c([] {
        rust_set_exit_status(1);
        rust_set_exit_status(2);
    });
}

CASE(status_101_stays, exits(101)) {
    on_c([] {
        rust_set_exit_status(101);
        rust_set_exit_status(5);
    });
}

CASE(status_is_cut_to_an_int, exits(7)) {
    on_c([] { rust_set_exit_status(0x100000007); });
}

START(status_is_not_masked, exits(0)) {
    CHECK(start(TASK { on_c([] { rust_set_exit_status(-3); }); }) == -3);
}

START(main_runs_on_a_thread_of_its_own, exits(0)) {
    starter = pthread_self();
    start([](void *ret, rust_opaque_box *env, void *argument) {
        CHECK(!ret && !env && !argument);
        CHECK(get_task_id() == 1 && rust_get_sched_id() == 2 && rust_osmain_sched_id() == 1);
        CHECK(!pthread_equal(starter, pthread_self()));
    });
}

START(can_be_started_again_with_fresh_ids, exits(0)) {
    for (int i = 0; i < 3; i++)
        CHECK(start(TASK {
                  CHECK(get_task_id() == 1 && rust_get_sched_id() == 2);
                  spawn(TASK { on_c([] { CHECK(get_task_id() == 2); }); });
              }) == 0);
}

START(a_null_map_crashes, crashes()) {
    rust_start(reinterpret_cast<uintptr_t>(+TASK{}), 0, nullptr, nullptr);
}

START(a_version_0_map_crashes_when_a_task_ends, crashes().out("body\n")) {
    static const struct {
        const mod_entry *entries;
        const void *children[2];
        mod_entry none;
    } old = {&old.none, {nullptr, nullptr}, {nullptr, nullptr}};
    rust_start(reinterpret_cast<uintptr_t>(+TASK { print("body\n"); }), 0, nullptr,
               const_cast<void *>(static_cast<const void *>(&old)));
}

START(the_annihilator_runs_for_every_task, exits(0).out("annihilator 1\nannihilator 2\n").any_order()) {
    annihilate_by([] { print("annihilator %ld\n", get_task_id()); });
    start(TASK { spawn(TASK{}); });
}

START(a_failing_annihilator_aborts, exits(134)) {
    annihilate_by([] { fail_quietly(); });
    start(TASK{});
}

START(after_a_start_without_platform_tasks_calls_are_plain, exits(0).out("plain\n")) {
    start(TASK{});
    CHECK(stack_limit() == 0);
    on_c([] { print("plain\n"); });
}

START(after_a_platform_task_the_first_c_call_asserts, aborts("cached_c_stack")) {
    start(TASK { spawn_in(1, TASK{}); });
    CHECK(stack_limit() != 0);
    on_c([] {});
}

START(a_start_after_platform_tasks_works, exits(0)) {
    for (int i = 0; i < 3; i++)
        CHECK(start(TASK {
                  spawn_in(
                      1, TASK { on_c([] {}); });
              }) == 0);
}

// Spawning: schedulers, closures, builders, results.
#include "task_case.h"

namespace {

std::atomic<int> over{0}, step{0};

size_t threads_of_scheduler() {
    size_t threads = 0;
    harness::on_c([&] { threads = rust_sched_threads(); });
    return threads;
}

} // namespace

CASE(a_body_runs_in_a_task_of_its_own, exits(0)) {
    static std::atomic<rust_task_id> child{0};
    spawn([] { child = task_id(); });
    while (!child) yield();
    CHECK(task_id() == 1 && child == 2);
}

CASE(the_closure_is_dropped_after_the_body, exits(0)) {
    spawn([e = ending(over)] {
        for (int i = 0; i < 10; i++) yield();
        step = over == 0 ? 1 : 2;
    });
    await(over);
    CHECK(step == 1 && over == 1);
}

CASE(the_closure_is_dropped_once_when_the_body_fails, exits(0)) {
    spawn_unlinked([e = ending(over)] { give_up("gone"); });
    await(over);
    for (int i = 0; i < 10; i++) yield();
    CHECK(over == 1);
}

CASE(default_mode_means_the_default_scheduler_whatever_the_parents, exits(0)) {
    spawn_sched(RUSTCORE_SINGLE_THREADED, 0, [] {
        CHECK(scheduler_id() == 3);
        spawn([e = ending(over)] { CHECK(scheduler_id() == 2); });
        builder().scheduler(RUSTCORE_CURRENT_SCHEDULER).spawn([e = ending(over)] {
            CHECK(scheduler_id() == 3);
        });
    });
    await(over, 2);
}

CASE(an_existing_scheduler_is_named_by_its_id, exits(0)) {
    spawn_sched(RUSTCORE_SINGLE_THREADED, 0, [] {
        rust_sched_id mine = scheduler_id();
        spawn([mine] {
            spawn_sched(RUSTCORE_EXISTING_SCHEDULER, mine,
                        [mine, e = ending(over)] { CHECK(scheduler_id() == mine); });
        });
        await(over);
    });
    await(over);
}

CASE(the_platform_thread_is_scheduler_1, exits(0)) {
    spawn_sched(RUSTCORE_PLATFORM_THREAD, 0, [e = ending(over)] { CHECK(scheduler_id() == 1); });
    await(over);
}

CASE(schedulers_get_the_threads_they_are_asked_for, exits(0)) {
    size_t per_core = 0;
    harness::on_c([&] { per_core = rust_num_threads(); });
    spawn_sched(RUSTCORE_SINGLE_THREADED, 0, [e = ending(over)] { CHECK(threads_of_scheduler() == 1); });
    spawn_sched(RUSTCORE_MANUAL_THREADS, 3, [e = ending(over)] { CHECK(threads_of_scheduler() == 3); });
    spawn_sched(RUSTCORE_THREAD_PER_CORE, 0,
                [=, e = ending(over)] { CHECK(threads_of_scheduler() == per_core); });
    await(over, 3);
}

CASE(no_threads_fail_the_spawner,
     exits(0).err("task failed at 'a scheduler needs a thread', core/src/tasks/")) {
    CHECK(!attempt([] { spawn_sched(RUSTCORE_MANUAL_THREADS, 0, [e = ending(over)] { step = 1; }); }));
    CHECK(step == 0 && over == 1);
}

CASE(a_thread_per_task_fails_the_spawner, exits(0).err("'a thread per task is not implemented'")) {
    CHECK(!attempt([] { spawn_sched(RUSTCORE_THREAD_PER_TASK, 0, [e = ending(over)] { step = 1; }); }));
    CHECK(step == 0 && over == 1);
}

CASE(a_scheduler_that_is_not_there_fails_the_spawner, exits(0).err("'there is no scheduler with this id'")) {
    CHECK(!attempt([] { spawn_sched(RUSTCORE_EXISTING_SCHEDULER, 77, [e = ending(over)] { step = 1; }); }));
    CHECK(step == 0 && over == 1);
}

CASE(a_failed_spawn_closes_the_result, exits(0)) {
    auto [results, chan] = stream<port<rustcore_task_result>>();
    CHECK(!attempt([chan = std::move(chan)]() mutable {
        builder b;
        chan.send(b.scheduler(RUSTCORE_EXISTING_SCHEDULER, 77).future_result());
        b.spawn([] {});
    }));
    CHECK(!results.recv().try_recv());
}

CASE(a_failed_spawn_leaves_the_spawner_killable, aborts("already killable")) {
    struct looks {
        ~looks() {
            rust_task_allow_kill(rust_get_task());
        }
    } l;
    spawn_sched(RUSTCORE_EXISTING_SCHEDULER, 77, [] {});
}

// ---- builders

CASE(a_builder_spawns_once, exits(0).err("'this builder has spawned its task'")) {
    CHECK(!attempt([] {
        builder b;
        b.spawn([e = ending(over)] {});
        await(over);
        b.spawn([e = ending(over)] { step = 1; });
    }));
    CHECK(over == 2 && step == 0);
}

CASE(a_builder_that_spawned_takes_no_options, exits(0).err("'this builder has spawned its task'")) {
    for (int option = 0; option < 3; option++)
        CHECK(!attempt([=] {
            builder b;
            b.spawn([] {});
            if (option == 0) b.linkage(RUSTCORE_UNLINKED);
            if (option == 1) b.scheduler(RUSTCORE_SINGLE_THREADED);
            if (option == 2) b.future_result();
        }));
}

CASE(a_builder_has_one_result, exits(0).err("'this builder has a result port already'")) {
    CHECK(!attempt([] {
        builder b;
        auto first = b.future_result();
        auto second = b.future_result();
    }));
}

CASE(a_builder_dropped_unspawned_closes_its_result, exits(0)) {
    std::optional<builder> b(std::in_place);
    auto result = b->future_result();
    b.reset();
    CHECK(!result.try_recv());
}

CASE(a_builder_that_is_not_dropped_is_a_leak, exits(134)) {
    rustcore_builder_new();
}

CASE(results_tell_success_and_failure_once, exits(0)) {
    for (bool failing : {false, true}) {
        builder b;
        auto result = b.linkage(RUSTCORE_UNLINKED).future_result();
        b.spawn([=] {
            if (failing) give_up("gone");
        });
        CHECK(result.recv() == (failing ? RUSTCORE_FAILURE : RUSTCORE_SUCCESS));
        CHECK(!result.try_recv());
    }
}

CASE(nobody_needs_to_receive_the_result, exits(0)) {
    builder b;
    b.future_result();
    b.spawn([e = ending(over)] {});
    await(over);
}

// The news comes from the block of the task's groups, which goes first when the task's local data ends.
CASE(the_result_comes_after_the_body_and_before_the_other_local_data, exits(0)) {
    struct waits {
        ~waits() {
            await(step);
        }
    };
    static const local_key<waits> key;
    builder b;
    auto result = b.future_result();
    b.spawn([e = ending(over)] { key.set(managed<waits>::make()); });
    CHECK(result.recv() == RUSTCORE_SUCCESS);
    CHECK(over == 1);
    step = 1;
}

// ---- try

CASE(attempts_hand_back_the_bodys_result, exits(0)) {
    CHECK(attempt([] { return std::string("a string that is longer than it can hold in place"); }) ==
          "a string that is longer than it can hold in place");
    CHECK(attempt([] {}));
    CHECK(!attempt([]() -> int { give_up("gone"); }));
    CHECK(!attempt([] { give_up("gone"); }));
}

CASE(an_attempt_that_is_killed_ends_its_body, exits(0)) {
    CHECK(!attempt([] {
        spawn([] {
            await(step);
            give_up("pulls its group down");
        });
        attempt([e = ending(over)] {
            step = 1;
            wait_to_be_killed();
        });
    }));
    await(over);
}

CASE(attempts_nest, exits(0)) {
    CHECK(attempt([] {
        CHECK(!attempt([] {
            CHECK(attempt([] {}));
            give_up("gone");
        }));
    }));
}

CASE(many_tasks_come_and_go, exits(0)) {
    constexpr int n = 2000;
    for (int i = 0; i < n; i++) spawn([e = ending(over)] { yield(); });
    await(over, n);
}

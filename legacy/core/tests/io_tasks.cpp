// I/O tasks and the global loop (legacy-runtime.md section 11, Off-thread I/O).
#include "io_case.h"
#include <vector>

namespace {
std::atomic<int> over{0}, ran{0};
} // namespace

CASE(an_interaction_runs_on_a_thread_of_the_loops_own, exits(0)) {
    own_loop own;
    rust_sched_id here = scheduler_id();
    rust_task *me = rust_get_task();
    struct place {
        rust_sched_id scheduler;
        size_t threads;
        bool rust_stack, another_task, has_loop;
    };
    place there = ask(own.io, [me](uv_loop_t *loop) {
        place found = {scheduler_id(), 0, harness::stack_limit() != 0, rust_get_task() != me,
                       loop != nullptr};
        harness::on_c([&] { found.threads = rust_sched_threads(); });
        return found;
    });
    CHECK(there.scheduler != here && there.threads == 1);
    CHECK(there.rust_stack && there.another_task && there.has_loop);
}

CASE(interactions_of_a_task_run_in_their_order_each_once, exits(0)) {
    own_loop own;
    static std::vector<int> order;
    for (int i = 0; i < 500; i++) own.io.interact([i](uv_loop_t *) { order.push_back(i); });
    size_t count = ask(own.io, [](uv_loop_t *) { return order.size(); });
    CHECK(count == 500);
    for (int i = 0; i < 500; i++) CHECK(order[i] == i);
}

CASE(several_tasks_and_schedulers_interact_with_one_loop, exits(0)) {
    own_loop own;
    static int unlocked = 0; // only the loop's thread touches it
    auto work = [io = own.io, end = ending(over)] {
        for (int i = 0; i < 100; i++) ask(io, [](uv_loop_t *) { return ++unlocked; });
    };
    for (int i = 0; i < 6; i++)
        if (i % 2)
            spawn([io = own.io, end = ending(over)] {
                for (int i = 0; i < 100; i++) ask(io, [](uv_loop_t *) { return ++unlocked; });
            });
        else
            spawn_sched(RUSTCORE_SINGLE_THREADED, 0, [io = own.io, end = ending(over)] {
                for (int i = 0; i < 100; i++) ask(io, [](uv_loop_t *) { return ++unlocked; });
            });
    await(over, 6);
    CHECK(unlocked == 600);
}

CASE(an_interaction_may_interact, exits(0)) {
    own_loop own;
    auto [port, chan] = oneshot<int>();
    own.io.interact([io = own.io, chan = std::move(chan)](uv_loop_t *) mutable {
        io.interact([chan = std::move(chan)](uv_loop_t *) mutable { chan.send(2); });
    });
    CHECK(port.recv() == 2);
}

CASE(clones_outlive_the_reference_they_came_from, exits(0)) {
    std::optional<io_task> first = io_task::spawn();
    io_task second = *first;
    first.reset();
    CHECK(ask(second, [](uv_loop_t *) { return 1; }) == 1);
    second.exit();
}

CASE(what_was_asked_before_exit_is_done, exits(0)) {
    io_task io = io_task::spawn();
    for (int i = 0; i < 100; i++) io.interact([](uv_loop_t *) { ran++; });
    io.exit();
    await(ran, 100);
}

CASE(what_is_asked_after_exit_is_dropped, exits(0)) {
    io_task io = io_task::spawn();
    io.exit();
    io.interact([end = ending(over)](uv_loop_t *) { ran++; });
    await(over);
    for (int i = 0; i < 50; i++) io.interact([end = ending(over)](uv_loop_t *) { ran++; });
    await(over, 51);
    CHECK(ran == 0);
    io.exit();
}

CASE(what_is_dropped_after_exit_may_ask_the_loop_again, exits(0)) {
    io_task io = io_task::spawn();
    io.exit();
    io.interact([end = ending(over)](uv_loop_t *) {});
    await(over);
    struct asks_when_it_goes {
        io_task io;
        ending end{over};
        asks_when_it_goes(const io_task &io) : io(io) {}
        asks_when_it_goes(asks_when_it_goes &&) = default;
        ~asks_when_it_goes() {
            if (io) io.interact([](uv_loop_t *) { ran++; });
        }
    };
    for (int i = 0; i < 20; i++) io.interact([asks = asks_when_it_goes(io)](uv_loop_t *) {});
    await(over, 21);
}

CASE(an_environment_is_dropped_once_after_its_function_or_instead_of_it, exits(0)) {
    static std::atomic<int> called, dropped_after, dropped_instead;
    rustcore_iotask *io = rustcore_iotask_spawn();
    auto call = [](void *, void *) { called++; };
    rustcore_iotask_interact(io, call, nullptr, [](void *) { dropped_after += called == 1; });
    rustcore_iotask_interact(io, call, nullptr, nullptr);
    await(called, 2);
    rustcore_iotask_exit(io);
    rustcore_iotask_interact(io, call, nullptr, [](void *) { dropped_instead++; });
    await(dropped_instead);
    rustcore_iotask_drop(io);
    CHECK(called == 2 && dropped_after == 1 && dropped_instead == 1);
}

CASE(an_answer_of_a_loop_that_has_ended_is_closed, exits(0)) {
    io_task io = io_task::spawn();
    io.exit();
    auto [port, chan] = oneshot<int>();
    io.interact([chan = std::move(chan)](uv_loop_t *) mutable { chan.send(1); });
    CHECK(!port.try_recv());
}

CASE(a_loop_that_nobody_tells_to_exit_keeps_the_runtime_alive, hangs()) {
    io_task::spawn();
}

CASE(exit_with_an_open_handle_aborts,
     aborts("an I/O task was told to exit while handles were open on its loop")) {
    io_task io = io_task::spawn();
    io.interact([](uv_loop_t *loop) {
        static unsigned char storage[120];
        auto *timer = reinterpret_cast<uv_timer_t *>(storage);
        harness::on_c([=] { rust_uv_timer_init(loop, timer); });
    });
    io.exit();
}

CASE(a_handle_whose_closing_was_asked_for_before_exit_is_no_obstacle, exits(0)) {
    for (int i = 0; i < 20; i++) {
        io_task io = io_task::spawn();
        io.interact([](uv_loop_t *loop) {
            auto *timer = static_cast<uv_timer_t *>(malloc(120));
            harness::on_c([=] {
                rust_uv_timer_init(loop, timer);
                rust_uv_close(reinterpret_cast<uv_handle_t *>(timer),
                              [](uv_handle_t *closed) { free(closed); });
            });
        });
        io.exit();
    }
}

CASE(a_failing_interaction_aborts, aborts("'on the loop', case:1")) {
    own_loop own;
    own.io.interact([](uv_loop_t *) { give_up("on the loop"); });
    wait_to_be_killed();
}

CASE(a_spawner_in_a_failing_group_gets_no_loop, exits(0)) {
    bool succeeded = attempt([] {
        spawn([] { give_up("gone"); });
        while (!killed()) {
        }
        io_task::spawn().exit();
    });
    CHECK(!succeeded);
}

// ---- the global loop

CASE(the_global_loop_is_one_for_all_tasks_and_schedulers, exits(0)) {
    auto [port, chan] = stream<uv_loop_t *>();
    shared_chan<uv_loop_t *> loops(std::move(chan));
    for (int i = 0; i < 8; i++) {
        auto look = [loops] { loops.send(ask(io_task::global(), [](uv_loop_t *loop) { return loop; })); };
        if (i % 2) spawn(look);
        else spawn_sched(RUSTCORE_SINGLE_THREADED, 0, look);
    }
    uv_loop_t *first = port.recv();
    for (int i = 1; i < 8; i++) CHECK(port.recv() == first);
    CHECK(ask(io_task::global(), [](uv_loop_t *loop) { return loop; }) == first);
}

CASE(the_global_loop_does_not_keep_the_runtime_alive, exits(0)) {
    io_task::global();
}

CASE(the_global_loop_lives_as_long_as_anybody_uses_it, exits(0).out("slept\n")) {
    spawn([] {
        sleep(io_task::global(), 30);
        print("slept\n");
    });
}

CASE(the_global_loop_outlives_the_task_that_asked_first, exits(0)) {
    CHECK(!attempt([] {
        io_task::global();
        give_up("after the first use");
    }));
    CHECK(ask(io_task::global(), [](uv_loop_t *) { return 1; }) == 1);
}

CASE(an_exit_handle_left_open_on_the_global_loop_aborts, aborts("while handles were open on its loop")) {
    ask(io_task::global(), [](uv_loop_t *loop) {
        static unsigned char storage[120];
        harness::on_c([=] { rust_uv_timer_init(loop, reinterpret_cast<uv_timer_t *>(storage)); });
        return 0;
    });
}

CASE(a_failing_main_ends_the_global_loop_too,
     exits(101).err("root task failed").no_err("handles were open")) {
    io_task io = io_task::global();
    for (int i = 0; i < 4; i++)
        spawn([io] {
            ran++;
            sleep(io, 1000 * 1000);
        });
    await(ran, 4);
    give_up("main");
}

START(each_start_has_a_global_loop_of_its_own, exits(0)) {
    for (int i = 0; i < 2; i++) CHECK(start(0, nullptr, [] { sleep(io_task::global(), 1); }) == 0);
}

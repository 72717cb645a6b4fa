// Weak tasks and their service.
#include "task_case.h"

namespace {

std::atomic<int> over{0}, step{0}, told{0};

} // namespace

START(a_weak_task_does_not_keep_the_runtime_and_hears_of_its_end, exits(0)) {
    CHECK(start(0, nullptr, [] {
              for (int i = 0; i < 10; i++)
                  spawn([] {
                      weaken([](shutdown_port &shutdown) {
                          step++;
                          shutdown.wait();
                          CHECK(shutdown.requested());
                          told++;
                      });
                      over++;
                  });
              await(step, 10);
              CHECK(told == 0);
          }) == 0);
    CHECK(told == 10 && over == 10);
}

CASE(main_can_be_weak, exits(0)) {
    weaken([](shutdown_port &shutdown) { shutdown.wait(); });
}

CASE(a_weak_task_keeps_the_runtime_again_afterwards, exits(0).out("alive\n")) {
    spawn_unlinked([] {
        weaken([](shutdown_port &shutdown) {
            step = 1;
            CHECK(!shutdown.requested());
        });
        over = 1;
        for (int i = 0; i < 50; i++) yield();
        print("alive\n");
    });
    await(over);
}

CASE(weak_tasks_come_and_go, exits(0)) {
    constexpr int n = 100;
    for (int i = 0; i < n; i++)
        spawn([e = ending(over)] {
            for (int j = 0; j < 3; j++) {
                weaken([](shutdown_port &shutdown) { CHECK(!shutdown.requested()); });
                yield();
            }
        });
    await(over, n);
}

CASE(a_weak_task_that_does_not_listen_hangs_the_exit, hangs()) {
    spawn([] {
        weaken([](shutdown_port &) {
            step = 1;
            for (;;) yield();
        });
    });
    await(step);
}

CASE(a_shutdown_port_is_selected_beside_others, exits(0).out("5\nshutdown\n")) {
    auto [port, chan] = stream<int>();
    spawn([port = std::move(port)]() mutable {
        weaken([&](shutdown_port &shutdown) {
            CHECK(select(port, shutdown) == 0);
            print("%d\n", port.recv());
            step = 1;
            CHECK(select(port, shutdown) == 1);
            print("shutdown\n");
            told = 1;
        });
    });
    chan.send(5);
    await(step);
    // The chan outlives main, lest the port be closed.
    static std::optional<rustcore::chan<int>> kept;
    kept.emplace(std::move(chan));
    at_exit([] {
        await(told);
        kept.reset();
    });
}

CASE(a_task_that_fails_while_weak_is_unregistered, exits(0).err("'weak', case:1")) {
    for (int i = 0; i < 3; i++) CHECK(!attempt([] { weaken([](shutdown_port &) { give_up("weak"); }); }));
}

CASE(weak_twice_fails_the_service, exits(0).err("'a task is weak twice'")) {
    weaken([](shutdown_port &outer) {
        weaken(
            [](shutdown_port &inner) { inner.wait(); }); // the service goes down with the chans that it has
        outer.wait();
    });
}

CASE(a_failing_main_ends_weak_tasks, exits(101)) {
    spawn([e = ending(over)] {
        weaken([](shutdown_port &shutdown) {
            step = 1;
            shutdown.wait();
        });
    });
    await(step);
    give_up("main");
}

CASE(an_unkillable_weak_task_hears_of_a_failing_mains_shutdown_and_not_before_the_last_task_ends,
     exits(101)) {
    spawn_unlinked([] {
        unkillable([] {
            weaken([](shutdown_port &shutdown) {
                step++;
                shutdown.wait();
                CHECK(shutdown.requested());
                CHECK(over == 1);
            });
        });
    });
    spawn([e = ending(over)] {
        struct takes_its_time {
            ~takes_its_time() {
                for (int i = 0; i < 200; i++) harness::yield();
            }
        } slow;
        step++;
        wait_to_be_killed();
    });
    await(step, 2);
    give_up("main");
}

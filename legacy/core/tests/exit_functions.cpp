// Exit functions.
#include "task_case.h"
#include <algorithm>

namespace {

std::atomic<int> over{0}, step{0};

void say(int number) {
    print("%d\n", number);
}

} // namespace

CASE(all_run_after_the_last_task_in_tasks_of_their_own, exits(0).any_order().out("1\n2\n3\n")) {
    rust_task_id main = task_id();
    for (int i = 1; i <= 3; i++)
        at_exit([=] {
            CHECK(over == 5 && task_id() != main);
            say(i);
        });
    for (int i = 0; i < 5; i++)
        spawn([e = ending(over)] {
            for (int j = 0; j < 20; j++) yield();
        });
}

// Tasks take turns at random anyway; ids tell in which order they were spawned.
CASE(the_order_is_not_that_of_registration, exits(0).threads("1")) {
    constexpr int n = 20;
    static rust_task_id ids[n];
    for (int i = 0; i < n; i++)
        at_exit([=] {
            ids[i] = task_id();
            if (++over == n) CHECK(!std::is_sorted(ids, ids + n));
        });
}

START(closures_are_dropped_and_nothing_is_left, exits(0)) {
    for (int run = 0; run < 3; run++) {
        over = 0;
        CHECK(start(0, nullptr, [] {
                  for (int i = 0; i < 10; i++) at_exit([e = ending(over)] {});
              }) == 0);
        CHECK(over == 10);
    }
}

CASE(a_failing_one_changes_nothing,
     exits(0).any_order().out("1\n2\n").err("'exit', case:1").no_err("root task failed")) {
    at_exit([] { say(1); });
    at_exit([] { give_up("exit"); });
    at_exit([] { say(2); });
}

CASE(they_run_after_a_failure_too, exits(101).out("1\n")) {
    at_exit([] { say(1); });
    spawn([] {});
    give_up("main");
}

CASE(they_may_spawn_and_wait, exits(0).out("1\n")) {
    at_exit([] {
        CHECK(attempt([] { return 1; }) == 1);
        spawn([] { say(1); });
    });
}

CASE(registering_at_exit_aborts, aborts("registering at_exit function after exit")) {
    at_exit([] { at_exit([] {}); });
}

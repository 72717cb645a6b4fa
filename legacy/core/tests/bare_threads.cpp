// Threads outside of tasks.
#include "task_case.h"
#include <pthread.h>

namespace {

std::atomic<int> over{0}, step{0}, go_on{0};

} // namespace

CASE(the_block_runs_on_a_thread_of_its_own_outside_of_tasks, exits(0)) {
    pthread_t mine = pthread_self();
    CHECK(run_in_bare_thread([=] {
              CHECK(harness::stack_limit() == 0);
              return pthread_equal(mine, pthread_self()) ? 1 : 2;
          }) == 2);
}

CASE(others_run_while_a_task_waits_for_its_thread, exits(0)) {
    spawn([e = ending(over)] {
        run_in_bare_thread([] {
            step = 1;
            while (!go_on) sched_yield();
        });
    });
    await(step);
    for (int i = 0; i < 20; i++) yield();
    CHECK(over == 0);
    go_on = 1;
    await(over);
}

CASE(a_killed_task_waits_for_what_its_thread_borrowed, exits(0)) {
    static std::atomic<int> thread_ended{0};
    struct borrowed {
        ~borrowed() {
            CHECK(thread_ended == 1);
        }
    };
    CHECK(!attempt([] {
        spawn([e = ending(over)] {
            borrowed b;
            run_in_bare_thread([] {
                step = 1;
                while (!go_on) sched_yield();
                thread_ended = 1;
            });
            yield();
        });
        await(step);
        give_up("kill it");
    }));
    for (int i = 0; i < 20; i++) yield();
    CHECK(over == 0);
    go_on = 1;
    await(over);
}

CASE(many_threads_end, exits(0)) {
    for (int i = 0; i < 20; i++) CHECK(run_in_bare_thread([=] { return i; }) == i);
}

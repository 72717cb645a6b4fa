#include "harness.h"
#include <ctime>
#include <pthread.h>
using namespace harness;

static std::atomic<int> flag;
static rust_sched_id fresh;

CASE(new_schedulers_count_from_3, exits(0)) {
    on_c([] { fresh = rust_new_sched(1); });
    CHECK(fresh == 3);
    CHECK(spawn_in(
        fresh, TASK { on_c([] { CHECK(rust_get_sched_id() == 3 && rust_sched_threads() == 1); }); }));
}

CASE(no_threads_aborts, aborts("Can't create a scheduler with no threads, silly!")) {
    on_c([] { rust_new_sched(0); });
}

CASE(a_scheduler_without_tasks_hangs, hangs()) {
    on_c([] { rust_new_sched(1); });
}

CASE(unknown_ids_give_no_task, exits(0)) {
    on_c([] {
        CHECK(!rust_new_task_in_sched(0));
        CHECK(!rust_new_task_in_sched(-1));
        CHECK(!rust_new_task_in_sched(99));
    });
}

CASE(an_id_becomes_invalid_after_the_last_task, exits(0)) {
    on_c([] { fresh = rust_new_sched(1); });
    spawn_in(
        fresh, TASK { flag = 1; });
    await(flag);
    // Nothing else tells when the scheduler has gone; a look-up while it goes is a race of the runtime
    // itself.
    on_c([] {
        timespec pause = {0, 300000000};
        nanosleep(&pause, nullptr);
        CHECK(!rust_new_task_in_sched(fresh));
    });
}

CASE(new_task_always_goes_to_the_main_scheduler, exits(0)) {
    on_c([] { fresh = rust_new_sched(1); });
    spawn_in(
        fresh, TASK {
            spawn(TASK {
                on_c([] { CHECK(rust_get_sched_id() == 2); });
                flag = 1;
            });
            await(flag);
        });
}

CASE(schedulers_run_in_parallel, exits(0)) {
    static pthread_t home;
    home = pthread_self();
    on_c([] { fresh = rust_new_sched(1); });
    spawn_in(
        fresh, TASK {
            CHECK(!pthread_equal(home, pthread_self()));
            flag = 1;
        });
    // Without a yield: only another thread can set it.
    while (!flag) {
    }
}

static pthread_t starter;

START(platform_tasks_run_on_the_starting_thread, exits(0)) {
    starter = pthread_self();
    start(TASK {
        spawn_in(
            1, TASK {
                CHECK(pthread_equal(starter, pthread_self()));
                on_c([] { CHECK(rust_get_sched_id() == 1 && rust_sched_threads() == 1); });
                flag = 1;
            });
        await(flag);
    });
}

CASE(threads_are_made_as_tasks_arrive, exits(0)) {
    on_c([] {
        size_t most = rust_sched_threads();
        CHECK(rust_sched_current_nonlazy_threads() == 1);
        for (size_t made = 2; made < 6; made++) {
            fn_env_pair closure = {TASK{}, nullptr};
            start_task(new_task(), &closure);
            CHECK(rust_sched_current_nonlazy_threads() == (made < most ? made : most));
        }
    });
}

CASE(task_k_runs_on_thread_k_modulo_n_and_stays, exits(0)) {
    static pthread_t threads[9];
    static int next = 1, ended;
    threads[0] = pthread_self();
    size_t count = rust_sched_threads();
    for (int i = 1; i < 9; i++) {
        rust_task *child = nullptr;
        on_c([&] {
            child = new_task();
            rust_set_task_local_data(child, &threads[next++]);
            fn_env_pair closure = {
                TASK{auto *mine = static_cast<pthread_t *>(rust_get_task_local_data(rust_get_task()));
            *mine = pthread_self();
            for (int k = 0; k < 10; k++) {
                yield();
                CHECK(pthread_equal(*mine, pthread_self()));
            }
            __atomic_add_fetch(&ended, 1, __ATOMIC_SEQ_CST);
                                   },
                                   nullptr
    };
    start_task(child, &closure);
});
}
while (__atomic_load_n(&ended, __ATOMIC_SEQ_CST) < 8) yield();
for (size_t i = 0; i < 9; i++)
    for (size_t j = 0; j < 9; j++) CHECK((i % count == j % count) == !!pthread_equal(threads[i], threads[j]));
}

CASE(many_schedulers_come_and_go, exits(0)) {
    static int ended;
    for (int i = 0; i < 50; i++) {
        on_c([] { fresh = rust_new_sched(2); });
        // Both tasks before either can be the last.
        on_c([] {
            rust_task *pair[] = {rust_new_task_in_sched(fresh), rust_new_task_in_sched(fresh)};
            fn_env_pair closure = {TASK{__atomic_add_fetch(&ended, 1, __ATOMIC_SEQ_CST); }, nullptr
    };
    for (rust_task *task : pair) start_task(task, &closure);
});
}
while (__atomic_load_n(&ended, __ATOMIC_SEQ_CST) < 100) yield();
}

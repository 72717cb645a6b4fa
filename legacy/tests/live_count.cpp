#include "harness.h"
using namespace harness;

static fn_env_pair a;
static std::atomic<int> flag;

static void enrol(spawn_fn with) {
    on_c([&] { rust_register_exit_function(with, &a); });
}

CASE(an_unmatched_increment_hangs, hangs()) {
    on_c([] { rust_inc_kernel_live_count(); });
}

CASE(decrement_to_zero_begins_shutdown_while_the_caller_runs, exits(0).out("exit functions\nmain ends\n")) {
    enrol(TASK {
        print("exit functions\n");
        flag = 1;
    });
    on_c([] { rust_dec_kernel_live_count(); });
    await(flag);
    print("main ends\n");
}

CASE(shutdown_begins_only_once, exits(0).out("exit functions\n")) {
    enrol(TASK { print("exit functions\n"); });
    for (int i = 0; i < 5; i++)
        on_c([] {
            rust_dec_kernel_live_count();
            rust_inc_kernel_live_count();
        });
}

CASE(a_weak_task_does_not_keep_the_end_from_beginning, exits(0).out("exit functions\nweak ends\n")) {
    static std::atomic<int> weak;
    enrol(TASK {
        print("exit functions\n");
        flag = 1;
    });
    spawn(TASK {
        on_c([] { rust_dec_kernel_live_count(); });
        weak = 1;
        await(flag);
        on_c([] { rust_inc_kernel_live_count(); });
        print("weak ends\n");
    });
    await(weak);
}

CASE(a_weak_task_that_never_ends_hangs, hangs()) {
    spawn(TASK {
        on_c([] { rust_dec_kernel_live_count(); });
        void *event;
        wait(&event);
    });
}

CASE(a_task_that_dies_weak_counts_twice_harmlessly, exits(0)) {
    static std::atomic<int> gone;
    spawn(TASK {
        on_c([] { rust_dec_kernel_live_count(); });
        gone = 1;
    });
    await(gone);
    for (int i = 0; i < 100; i++) yield();
}

CASE(global_data_is_one_word_of_the_kernel, exits(0)) {
    auto *word = static_cast<uintptr_t *>(rust_get_global_data_ptr());
    CHECK(*word == 0);
    *word = 5;
    static uintptr_t *seen;
    seen = word;
    spawn(TASK { CHECK(rust_get_global_data_ptr() == seen && *seen == 5); });
}

START(global_data_begins_anew_with_each_kernel, exits(0)) {
    for (int i = 0; i < 2; i++)
        start(TASK {
            auto *word = static_cast<uintptr_t *>(rust_get_global_data_ptr());
            CHECK(*word == 0);
            *word = 9;
        });
}

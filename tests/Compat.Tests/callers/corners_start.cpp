// Corner cases (corners.h): start, variables, exit status, and the process around the runtime.
#include "corners.h"
#include <cerrno>
#include <csignal>
#include <cstring>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

// ---- section 3: start, exit status, environment

START(the_annihilator_is_called_with_null, exits(0).out("null 1\n")) {
    map().annihilate = reinterpret_cast<void *>(+[](void *argument) { print("null %d\n", !argument); });
    start(TASK {});
}

CASE(the_last_task_of_another_scheduler_holds_the_end_back, exits(0).out("main ends\nlast\nrunner\n")) {
    register_runner(TASK { print("runner\n"); });
    on_c([] { fresh = rust_new_sched(1); });
    spawn_in(fresh, TASK {
        on_c([] { pause_ms(100); });
        print("last\n");
    });
    print("main ends\n");
}

CASE(a_status_that_is_101_only_when_cut_stays, exits(101)) {
    on_c([] {
        rust_set_exit_status(0x7000000065);
        rust_set_exit_status(5);
    });
}

START(the_status_is_an_int, exits(0).out("-1\n2147483647\n-2147483648\n0\n256\n")) {
    print("%d\n", start(TASK { on_c([] { rust_set_exit_status(-1); }); }));
    print("%d\n", start(TASK { on_c([] { rust_set_exit_status(0x7fffffff); }); }));
    print("%d\n", start(TASK { on_c([] { rust_set_exit_status(0x80000000); }); }));
    print("%d\n", start(TASK { on_c([] { rust_set_exit_status(0x100000000); }); }));
    print("%d\n", start(TASK { on_c([] { rust_set_exit_status(256); }); }));
}

START(a_failed_start_leaves_the_next_one_alone, exits(0).out("101\n0\nkilled 0\n3\n")) {
    print("%d\n", start(TASK { fail_quietly(); }));
    print("%d\n", start(TASK { rust_task_local_data_atexit(rust_get_task(), [](void *) {}); fail_quietly(); }));
    int status = start(TASK {
        on_c([] { rust_set_exit_status(3); });
        spawn(TASK { print("killed %d\n", yield()); });
    });
    print("%d\n", status);
}

START(exit_functions_are_those_of_each_start, exits(0).out("one\ntwo\n0\n0\n0\n")) {
    int a = start(TASK { register_runner(TASK { print("one\n"); }); });
    int b = start(TASK { register_runner(TASK { print("two\n"); }); });
    int c = start(TASK {});
    print("%d\n%d\n%d\n", a, b, c);
}

START(forty_starts_are_alike, exits(0).out("same\n")) {
    for (int i = 0; i < 40; i++)
        CHECK(start(TASK {
            on_c([] { fresh = rust_new_sched(2); });
            CHECK(fresh == 3);
            flag = 0;
            for (int k = 0; k < 3; k++) spawn(TASK { flag++; });
            spawn_in(fresh, TASK { flag++; });
            while (flag < 4) yield();
        }) == 0);
    print("same\n");
}

START(the_starting_thread_may_be_any, exits(0).out("platform on it 1\n4\n")) {
    static pthread_t starter;
    pthread_create(&starter, nullptr, [](void *) -> void * {
        return word(start(TASK {
            spawn_in(1, TASK { print("platform on it %d\n", !!pthread_equal(starter, pthread_self())); });
            on_c([] { rust_set_exit_status(4); });
        }));
    }, nullptr);
    void *status;
    pthread_join(starter, &status);
    print("%ld\n", reinterpret_cast<long>(status));
}

START(a_null_main_crashes, crashes()) { start(nullptr); }

CASE(threads_in_hex_are_none, exits(0).env("RUST_THREADS", "0x4").out("online\n")) {
    if (rust_num_threads() == static_cast<uintptr_t>(sysconf(_SC_NPROCESSORS_ONLN))) print("online\n");
}
CASE(negative_threads_are_none, exits(0).env("RUST_THREADS", "-3").out("online\n")) {
    if (rust_num_threads() == static_cast<uintptr_t>(sysconf(_SC_NPROCESSORS_ONLN))) print("online\n");
}
CASE(empty_threads_are_none, exits(0).env("RUST_THREADS", "").out("online\n")) {
    if (rust_num_threads() == static_cast<uintptr_t>(sysconf(_SC_NPROCESSORS_ONLN))) print("online\n");
}
CASE(unset_threads_are_online, exits(0).env("RUST_THREADS", nullptr).out("online\n")) {
    if (rust_num_threads() == static_cast<uintptr_t>(sysconf(_SC_NPROCESSORS_ONLN))) print("online\n");
}
CASE(threads_end_at_the_first_other_character, exits(0).env("RUST_THREADS", " +5x7").out("5 5 1\n")) {
    print("%zu %zu %zu\n", rust_num_threads(), rust_sched_threads(), rust_sched_current_nonlazy_threads());
}
CASE(a_million_threads_are_only_a_maximum, exits(0).env("RUST_THREADS", "1000000").out("1000000 1000000 1\n2\n")) {
    print("%zu %zu %zu\n", rust_num_threads(), rust_sched_threads(), rust_sched_current_nonlazy_threads());
    spawn(TASK {});
    print("%zu\n", rust_sched_current_nonlazy_threads());
}
CASE(variables_are_read_at_the_start_only, exits(0).out("same\n")) {
    on_c([] {
        uintptr_t before = rust_num_threads();
        setenv("RUST_THREADS", "7", 1);
        if (rust_num_threads() == before && rust_sched_threads() == before) print("same\n");
    });
}
START(variables_are_read_again_at_the_next_start, exits(0).out("3\n5\n")) {
    auto body = TASK { print("%zu\n", rust_num_threads()); };
    setenv("RUST_THREADS", "3", 1);
    start(body);
    setenv("RUST_THREADS", "5", 1);
    start(body);
}

CASE(no_stack_at_all_aborts, aborts("Stack size must be greater than LIMIT_OFFSET").env("RUST_MIN_STACK", "0")) {}
CASE(text_for_a_stack_aborts, aborts("Stack size must be greater than LIMIT_OFFSET").env("RUST_MIN_STACK", "big")) {}
CASE(an_empty_stack_size_aborts, aborts("Stack size must be greater than LIMIT_OFFSET").env("RUST_MIN_STACK", "")) {}
CASE(a_negative_stack_runs_out, aborts("ran out of stack").env("RUST_MIN_STACK", "-1")) {}
CASE(a_stack_size_in_octal, exits(0).env("RUST_MIN_STACK", "01000000").out("ran\n")) { print("ran\n"); }
CASE(a_maximum_of_text_runs_out, aborts("ran out of stack").env("RUST_MAX_STACK", "big")) {}
CASE(an_empty_maximum_runs_out, aborts("ran out of stack").env("RUST_MAX_STACK", "")) {}
CASE(a_negative_maximum_is_none, exits(0).env("RUST_MAX_STACK", "-1").out("ran\n")) { print("ran\n"); }
CASE(a_maximum_equal_to_the_minimum_is_enough, exits(0).env("RUST_MAX_STACK", "262144").out("ran\n")) { print("ran\n"); }
CASE(a_maximum_one_byte_below_runs_out, aborts("ran out of stack").env("RUST_MAX_STACK", "262143")) {}

CASE(a_stack_may_be_larger_than_a_gigabyte, exits(0).env("RUST_MIN_STACK", "0x60000000").env("RUST_MAX_STACK", "0x70000000").out("child\n")) {
    spawn(TASK { print("child\n"); });
}

START(every_start_may_have_another_stack_size, exits(0).out("20\n")) {
    int ran = 0;
    for (int i = 0; i < 20; i++) {
        setenv("RUST_MIN_STACK", std::to_string(262144 + i * 65536).c_str(), 1);
        ran += start(TASK { spawn(TASK { on_c([] { rust_set_exit_status(1); }); }); });
    }
    print("%d\n", ran);
}

START(every_start_keeps_the_argument_vector, exits(0).out("3 same 1 7\n")) {
    static char program[] = "p", *arguments[] = {program, program, program, nullptr};
    int status = rust_start(reinterpret_cast<uintptr_t>(+TASK {
        on_c([] {
            print("%d same %d ", rust_get_argc(), rust_get_argv() == arguments);
            rust_set_exit_status(7);
        });
    }), 3, arguments, &map());
    print("%d\n", status);
}

START(arguments_are_not_looked_at, exits(0).out("-5 1\n")) {
    rust_start(reinterpret_cast<uintptr_t>(+TASK { print("%d %d\n", rust_get_argc(), !rust_get_argv()); }), -5, nullptr, &map());
}

CASE(environment_pairs_are_those_of_now, exits(0).out("new 1\n")) {
    on_c([] {
        setenv("RUSTRT_NOW", "new", 1);
        rust_vec_box *pairs = rust_env_pairs();
        auto **strings = reinterpret_cast<rust_str **>(pairs->data);
        int found = 0;
        for (size_t i = 0; i < pairs->fill / 8; i++) {
            found += !strcmp(reinterpret_cast<char *>(strings[i]->data), "RUSTRT_NOW=new");
            rust_uv_current_kernel_free(strings[i]);
        }
        rust_uv_current_kernel_free(pairs);
        print("new %d\n", found);
    });
}

CASE(a_start_inside_a_task_ends_with_the_count_of_both, aborts("exchange heap not empty on on exit").out("inner\n")) {
    on_c([] { start(TASK { print("inner\n"); }); });
}

// ---- the process around the runtime: what signals do is the program's to say

START(a_broken_pipe_ends_the_process, exits(128 + SIGPIPE).out("writing\n")) {
    signal(SIGPIPE, SIG_DFL); // whoever runs the tests may ignore it, and that is inherited
    start(TASK {
        on_c([] {
            int ends[2];
            if (pipe(ends)) return;
            close(ends[0]);
            print("writing\n");
            if (write(ends[1], "x", 1) < 0) print("told by errno %d\n", errno);
        });
    });
}

START(a_handler_of_broken_pipes_stays, exits(0).out("handler\ntask\n")) {
    signal(SIGPIPE, [](int) { print("handler\n"); });
    start(TASK {
        raise(SIGPIPE);
        print("task\n");
    });
}

START(ignored_signals_stay_ignored, exits(0).out("alive\n")) {
    for (int number : {SIGTERM, SIGINT, SIGQUIT, SIGHUP, SIGPIPE}) signal(number, SIG_IGN);
    start(TASK {
        for (int number : {SIGTERM, SIGINT, SIGQUIT, SIGHUP, SIGPIPE}) raise(number);
        print("alive\n");
    });
}

START(a_handler_of_segmentation_faults_is_called, exits(7)) {
    signal(SIGSEGV, [](int) { _exit(7); });
    start(TASK { on_c([] { *const_cast<volatile int *>(static_cast<int *>(nullptr)) = 1; }); });
}

CASE(a_task_may_fork_and_its_child_may_leave, exits(0).out("child\nparent 7\n")) {
    on_c([] {
        pid_t child = fork();
        if (child == 0) {
            print("child\n");
            _exit(7);
        }
        int status = 0;
        waitpid(child, &status, 0);
        print("parent %d\n", WEXITSTATUS(status));
    });
}

CASE(a_signal_handler_finds_the_task_that_it_interrupts, exits(0).out("task 1\n")) {
    on_c([] {
        signal(SIGUSR1, [](int) { print("task %ld\n", get_task_id()); });
        raise(SIGUSR1);
    });
}

CASE(a_division_by_zero_ends_the_process, exits(128 + SIGFPE)) {
    on_c([] {
        volatile int zero = 0;
        print("%d\n", 5 / zero);
    });
}

CASE(an_illegal_instruction_ends_the_process, exits(128 + SIGILL)) { __builtin_trap(); }
CASE(a_termination_ends_the_process, exits(128 + SIGTERM)) { raise(SIGTERM); }
CASE(an_interrupt_ends_the_process, exits(128 + SIGINT)) {
    signal(SIGINT, SIG_DFL); // whoever runs the tests in the background of a shell has had it ignored
    raise(SIGINT);
}

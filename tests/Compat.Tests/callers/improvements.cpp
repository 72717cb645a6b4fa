// strict-env, exit-deadline, async-log and taskless-calls, as improvements.h says; collect-cycles has improvements_cycles.cpp.
#include "improvements.h"
#include <cerrno>
#include <netinet/in.h>
#include <pthread.h>
#include <sys/wait.h>

// ---- the variable itself

CASE(nothing_asked_for_is_nothing_changed, exits(0).out("body\n").IMPROVE("")) {
    print("body\n");
}

CASE(an_improvement_that_there_is_not_is_refused, exits(120).out("").IMPROVE("collect-cycle")
         .err("rustrt: RUSTRT_IMPROVE: unknown improvement 'collect-cycle'; valid are taskless-calls, strict-env, collect-cycles, "
              "async-log and exit-deadline=TIME\n")) {
    print("body\n");
}

CASE(where_all_is_new_nothing_is_asked_for_in_vain, exits(0).out("body\n").no_err("RUSTRT_IMPROVE")
         .IMPROVE("taskless-calls, strict-env,collect-cycles,async-log,exit-deadline=60s")) {
    print("body\n");
}

// ---- strict-env

CASE(a_bad_number_is_read_as_ever_without_strict_env, exits(0).out("body\n").env("RUST_SEED", "12x")) {
    print("body\n");
}

CASE(a_bad_number_is_refused_with_strict_env, exits(120).out("").IMPROVE("strict-env").env("RUST_SEED", "12x")
         .err("rustrt: RUST_SEED=12x: not a seed; valid is -2147483648 to 2147483647\n")) {
    print("body\n");
}

CASE(good_values_pass_strict_env, exits(0).out("body\n").IMPROVE("strict-env").env("RUST_SEED", "-12").env("RUST_MIN_STACK", "0x40000")
         .env("RUST_LOG", "a::b=4,::rt::task")) {
    print("body\n");
}

// ---- exit-deadline

CASE(a_weak_task_that_does_not_listen_hangs_without_a_deadline, hangs().out("weak\n")) {
    spawn(TASK {
        rust_dec_kernel_live_count();
        print("weak\n");
        void *event;
        wait(&event);
    });
}

CASE(with_a_deadline_it_is_named_and_the_process_ends, exits(7).out("weak\n").IMPROVE("exit-deadline=100ms")
         .err("not ended 0.1 s after its last ordinary task (exit-deadline); exiting with status 7")
         .err("waits for an event")) {
    on_c([] { rust_set_exit_status(7); });
    spawn(TASK {
        rust_dec_kernel_live_count();
        print("weak\n");
        void *event;
        wait(&event);
    });
}

CASE(a_scheduler_without_a_task_is_named, exits(0).out("body\n").IMPROVE("exit-deadline=100ms")
         .err("scheduler 3, which never got a task")) {
    on_c([] { rust_new_sched(1); });
    print("body\n");
}

CASE(a_run_that_ends_in_time_does_not_notice, exits(0).out("body\n").IMPROVE("exit-deadline=60s").no_err("exit-deadline")) {
    print("body\n");
}

// ---- async-log

static void log_lines(int lines, const char *last) {
    on_c([=] {
        for (int i = 0; i < lines; i++) {
            std::string text = i == lines - 1 ? last : "line";
            rust_log_str(1, text.c_str(), text.size());
        }
    });
}

CASE(lines_are_all_there_when_the_run_has_ended, exits(0).IMPROVE("async-log").err("rust: line\nrust: the last\n")) {
    log_lines(10000, "the last");
}

CASE(lines_are_all_there_when_a_task_exits_the_process, exits(3).IMPROVE("async-log").err("rust: line\nrust: the last\n")) {
    log_lines(10000, "the last");
    exit(3);
}

CASE(lines_come_before_the_words_of_an_assertion, exits(134).IMPROVE("async-log").err("rust: line\nrust: the last\n")
         .err("rust: the last\nprogram: ").err("next_rust_sp")) {
    static char name[] = "program";
    program_invocation_short_name = name; // what an assertion begins with
    log_lines(10000, "the last");
    on_rust([] {});
}

CASE(lines_come_before_the_words_of_a_leak, aborts("the last\nleaked memory in rust main loop (1 objects)\n").IMPROVE("async-log")) {
    log_lines(10000, "the last");
    upcall_malloc(&word_type, 8);
}

CASE(lines_of_a_failure_keep_their_place, exits(101).IMPROVE("async-log").err("rust: the last\nrust: task failed at 'x', y:1\n")) {
    log_lines(10, "the last");
    upcall_fail("x", "y", 1);
}

CASE(a_line_at_a_time_keeps_the_order, exits(0).IMPROVE("async-log").err("rust: one\nrust: two\nrust: three\n")) {
    log_lines(1, "one");
    log_lines(1, "two");
    log_lines(1, "three");
}

CASE(a_program_that_cannot_be_started_does_not_write_them_again, exits(0).out("1\n").IMPROVE("async-log")
         .err("rust: line\nrust: the last\n")) {
    on_c([] {
        const char *argv[] = {"/no/such/program", nullptr};
        for (int i = 0; i < 100; i++) rust_log_str(1, "line", 4);
        int pid = rust_run_program(argv, nullptr, nullptr, 0, 0, 0), status;
        waitpid(pid, &status, 0);
        print("%d\n", WEXITSTATUS(status));
    });
    log_lines(100, "the last");
}

// ---- taskless-calls

static std::atomic<int> outside_done;
// What the thread does, while the main task waits for it.
static void outside(void *(*what)(void *)) {
    pthread_t thread;
    pthread_create(&thread, nullptr, what, nullptr);
    await(outside_done);
    pthread_join(thread, nullptr);
}

CASE(a_thread_of_the_programs_own_cannot_ask_without_it, aborts("no current task")) {
    outside([](void *) -> void * { return rust_get_argc(), nullptr; });
}

CASE(with_it_a_thread_can_ask_log_and_allocate, exits(0).out("asked\n").IMPROVE("taskless-calls").err("rust: from outside\n")) {
    outside([](void *) -> void * {
        rust_get_argc();
        rust_num_threads();
        rust_log_str(1, "from outside", 12);
        rust_uv_current_kernel_free(rust_uv_current_kernel_malloc(8));
        print("asked\n");
        outside_done = 1;
        return nullptr;
    });
}

CASE(with_it_a_thread_can_spawn, exits(0).out("spawned\n").IMPROVE("taskless-calls")) {
    outside([](void *) -> void * {
        static fn_env_pair body = {TASK {
            print("spawned\n");
            outside_done = 1;
        }, nullptr};
        start_task(new_task(), &body);
        return nullptr;
    });
}

START(with_it_a_thread_can_do_io_without_a_run, exits(0).out("operation high-level closed\n").IMPROVE("taskless-calls")) {
    static uint8_t id[16];
    static void *handle;
    auto *loop = static_cast<uv_loop_t *>(rust_uv_loop_new());
    uv_buf_t buffer = {};
    rust_uv_buf_init(&buffer, rust_uv_malloc_buf_base_of(8), 8);
    rust_uv_free_base_of_buf(buffer);
    sockaddr_in address = rust_uv_ip4_addr("127.0.0.1", 80);
    if (rust_uv_ip4_port(&address) != 80) print("port ");
    handle = rust_uv_hilvl_async_init(loop, [](uint8_t *, void *) {
        print("high-level ");
        rust_uv_hilvl_close(static_cast<uv_handle_t *>(handle), [](uint8_t *, void *closed, void *) {
            rust_uv_hilvl_close_async(static_cast<uv_async_t *>(closed));
            print("closed\n");
        });
    }, id);
    void *operation = rust_uv_bind_op_cb(loop, [](uv_loop_t *, void *, uv_async_t *mine) {
        print("operation ");
        rust_uv_stop_op_cb(reinterpret_cast<uv_handle_t *>(mine));
        rust_uv_async_send(static_cast<uv_async_t *>(handle));
    });
    rust_uv_async_send(static_cast<uv_async_t *>(operation));
    rust_uv_run(loop);
    rust_uv_loop_delete(loop);
    if (*rust_get_exchange_count_ptr() != 0) print("left\n");
}

CASE(what_belongs_to_a_task_still_needs_one, aborts("no current task").IMPROVE("taskless-calls")) {
    outside([](void *) -> void * { return reinterpret_cast<void *>(upcall_malloc(&word_type, 8)); });
}

START(without_a_run_there_is_nothing_to_spawn_into, aborts("no current task").IMPROVE("taskless-calls")) {
    new_task();
}

START(a_run_that_has_ended_takes_no_more_tasks, aborts("no current task").IMPROVE("taskless-calls").out("body\n")) {
    start(TASK { print("body\n"); });
    new_task();
}

// ---- where environment and local heap are new, and the core is the old one

CASE(on_the_old_core_a_thread_can_ask, exits(0).out("1 1 1\n").IMPROVE("taskless-calls")) {
    static int argc;
    static char **argv;
    static uintptr_t threads;
    on_c([] { argc = rust_get_argc(), argv = rust_get_argv(), threads = rust_num_threads(); });
    outside([](void *) -> void * {
        print("%d %d %d\n", rust_get_argc() == argc, rust_get_argv() == argv, rust_num_threads() == threads);
        outside_done = 1;
        return nullptr;
    });
}

START(on_the_old_core_there_is_nothing_to_ask_after_a_run, aborts("no current task").IMPROVE("taskless-calls").out("body\n")) {
    start(TASK { print("body\n"); });
    rust_get_argc();
}

CASE(on_the_old_core_a_thread_cannot_ask_without_it, aborts("no current task")) {
    outside([](void *) -> void * { return rust_get_argv(); });
}

CASE(on_the_old_core_a_bad_number_is_refused, exits(120).out("").IMPROVE("strict-env").env("RUST_SEED", "12x").err("RUST_SEED=12x")) {
    print("body\n");
}

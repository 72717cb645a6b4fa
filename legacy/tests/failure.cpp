#include "compiled_frame.h"
#include "harness.h"
#include <pthread.h>
using namespace harness;

// Complete, so that a failure can be caught; what is in it is the runtime's.
struct rust_task {};

static std::atomic<int> flag;

struct unwound {
    const char *what;
    ~unwound() {
        print("%s\n", what);
    }
};

CASE(failing_main_unwinds_and_exits_101, exits(101)
                                             .out("inner\nouter\n")
                                             .err("rust: task failed at 'some reason', file.rs:7\n")
                                             .err("root task failed")) {
    unwound outer = {"outer"};
    [] {
        unwound inner = {"inner"};
        upcall_fail("some reason", "file.rs", 7);
        }();
}

CASE(the_alias_fails_too, exits(101).err("rust: task failed at 'x', y:1\n")) {
    rust_upcall_fail("x", "y", 1);
}

CASE(null_reason_prints_nothing, exits(101).no_err("task failed at")) {
    fail_quietly();
}

CASE(log_level_0_of_rt_task_silences_the_message,
     exits(101).env("RUST_LOG", "::rt::task=0").no_err("task failed at").err("root task failed")) {
    upcall_fail("x", "y", 1);
}

CASE(console_off_silences_both_messages, exits(101).no_err("rust:")) {
    on_c([] { rust_log_console_off(); });
    upcall_fail("x", "y", 1);
}

CASE(backtrace_level_prints_frames, exits(101).env("RUST_LOG", "::rt::backtrace=2").err("librustrt")) {
    upcall_fail("x", "y", 1);
}

CASE(failing_child_changes_nothing_else,
     exits(0).out("child\nmain\n").err("'child', c.rs:2").no_err("root task failed")) {
    spawn(TASK {
        struct done {
            ~done() {
                flag = 1;
            }
        } d;
        print("child\n");
        upcall_fail("child", "c.rs", 2);
    });
    await(flag);
    for (int i = 0; i < 100; i++) yield();
    print("main\n");
}

CASE(failure_overrides_an_exit_status, exits(101)) {
    on_c([] { rust_set_exit_status(3); });
    fail_quietly();
}

CASE(is_unwinding_from_the_first_destructor_on, exits(0)) {
    spawn(TASK {
        struct look {
            ~look() {
                CHECK(rust_task_is_unwinding(rust_get_task()));
            }
        } l;
        CHECK(!rust_task_is_unwinding(rust_get_task()));
        fail_quietly();
    });
}

CASE(destructors_may_call_c_yield_and_allocate, exits(0).out("done\n")) {
    spawn(TASK {
        struct busy {
            ~busy() {
                static type_desc td = {8, 8, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};
                on_c([] { on_rust([] { yield(); }); });
                upcall_free(reinterpret_cast<void *>(upcall_malloc(&td, 8)));
                yield();
                print("done\n");
            }
        } b;
        fail_quietly();
    });
}

CASE(failures_of_interleaved_tasks_do_not_mix, exits(0)) {
    static int ended;
    for (int i = 0; i < 20; i++)
        spawn(TASK {
            struct slow {
                long id;
                ~slow() {
                    for (int i = 0; i < 20; i++) yield();
                    CHECK(get_task_id() == id);
                    __atomic_add_fetch(&ended, 1, __ATOMIC_SEQ_CST);
                }
            } s = {get_task_id()};
            for (int i = 0; i < 5; i++) yield();
            fail_quietly();
        });
    while (__atomic_load_n(&ended, __ATOMIC_SEQ_CST) < 20) yield();
}

CASE(exceptions_caught_by_interleaved_tasks_do_not_mix, exits(0)) {
    static int ended;
    for (int i = 0; i < 10; i++)
        spawn(TASK {
            long id = get_task_id();
            try {
                throw id;
            } catch (long &caught) {
                for (int i = 0; i < 20; i++) yield();
                CHECK(caught == id);
            }
            __atomic_add_fetch(&ended, 1, __ATOMIC_SEQ_CST);
        });
    while (__atomic_load_n(&ended, __ATOMIC_SEQ_CST) < 10) yield();
}

CASE(the_exception_is_the_task_itself, aborts("task->c_stack == NULL")) {
    // A body that catches its failure and returns still holds the C stack that it failed on.
    try {
        fail_quietly();
    } catch (rust_task *caught) {
        CHECK(caught == rust_get_task());
    }
}

CASE(failing_inside_a_c_call_aborts, aborts("Foreign code threw an exception")) {
    on_c([] { fail_quietly(); });
}

CASE(foreign_exception_out_of_a_c_call_aborts, aborts("Foreign code threw an exception")) {
    on_c([] { throw 1; });
}

CASE(failing_below_a_reentered_rust_stack_aborts,
     aborts("Rust task failed after reentering the Rust stack")) {
    on_c([] { on_rust([] { fail_quietly(); }); });
}

CASE(foreign_exception_out_of_a_body_terminates, aborts("terminate called")) {
    throw 1;
}

CASE(failing_in_a_destructor_while_unwinding_terminates, exits(134)) {
    struct twice {
        ~twice() {
            fail_quietly();
        }
    } t;
    fail_quietly();
}

CASE(pthread_exit_in_a_c_call_aborts, exits(134).not_under_tsan()) {
    on_c([] { pthread_exit(nullptr); });
}

CASE(pthread_exit_in_a_body_aborts, exits(134).not_under_tsan()) {
    pthread_exit(nullptr);
}

CASE(exit_in_a_task_ends_the_process, exits(5)) {
    on_c([] { exit(5); });
}

START(a_second_root_failure_in_a_process_aborts, aborts("root task failed")) {
    CHECK(start(TASK { fail_quietly(); }) == 101);
    start(TASK { fail_quietly(); });
    CHECK(!"survived");
}

// ---- frames of compiled code, whose unwind tables name upcall_rust_personality

static void say(void *text) {
    print("%s\n", static_cast<const char *>(text));
}

static char inner[] = "inner", outer[] = "outer";

static void fail_in_two_compiled_frames() {
    compiled_frame([](void *) { compiled_frame([](void *) { fail_quietly(); }, inner, say); }, outer, say);
}

CASE(a_failure_unwinds_compiled_frames, exits(101).out("inner\nouter\n")) {
    fail_in_two_compiled_frames();
}

CASE(a_compiled_frame_that_is_not_unwound_only_calls, exits(0).out("called\n")) {
    static char called[] = "called";
    compiled_frame(say, called, [](void *) { print("unwound\n"); });
}

CASE(a_landing_pad_may_call_c_yield_and_allocate, exits(0).out("unwound\n")) {
    spawn(TASK {
        compiled_frame([](void *) { fail_quietly(); }, nullptr,
                       [](void *) {
            static type_desc td = {8, 8, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};
            on_c([] { on_rust([] { yield(); }); });
            yield();
            upcall_free(reinterpret_cast<void *>(upcall_malloc(&td, 8)));
            print("unwound\n");
        });
    });
}

CASE(compiled_frames_of_interleaved_tasks_do_not_mix, exits(0)) {
    static int ended;
    for (int i = 0; i < 20; i++)
        spawn(TASK {
            compiled_frame(
                [](void *) {
                for (int i = 0; i < 5; i++) yield();
                fail_quietly();
                },
                reinterpret_cast<void *>(get_task_id()),
                [](void *id) {
                for (int i = 0; i < 20; i++) yield();
                CHECK(reinterpret_cast<long>(id) == get_task_id());
                __atomic_add_fetch(&ended, 1, __ATOMIC_SEQ_CST);
            });
        });
    while (__atomic_load_n(&ended, __ATOMIC_SEQ_CST) < 20) yield();
}

CASE(an_exception_of_the_callers_passes_compiled_frames, exits(0).out("inner\ncaught 3\n")) {
    try {
        compiled_frame([](void *) { throw 3; }, inner, say);
    } catch (int number) {
        print("caught %d\n", number);
    }
}

CASE(compiled_frames_below_a_shim_are_unwound_before_it_aborts,
     aborts("Foreign code threw an exception").out("inner\n")) {
    on_c([] { compiled_frame([](void *) { throw 3; }, inner, say); });
}

// Only version 1 of the protocol is spoken: 3 says so to the unwinder.
CASE(the_personality_can_be_called_on_both_stacks, exits(0)) {
    CHECK(upcall_rust_personality(2, 1, 0, nullptr, nullptr) == 3);
    on_c([] { CHECK(upcall_rust_personality(2, 1, 0, nullptr, nullptr) == 3); });
}

START(the_personality_needs_no_task, exits(0)) {
    CHECK(upcall_rust_personality(2, 1, 0, nullptr, nullptr) == 3);
}

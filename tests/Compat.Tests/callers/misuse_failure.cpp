// Misuse (misuse.h): failing and unwinding where callers are unusual, what their destructors, handlers and noexcept functions do
// while a task fails, and the messages.
#include "misuse.h"
#include <cstring>
#include <string>

namespace {

template <class F> struct AtUnwind {
    F f;
    ~AtUnwind() { f(); }
};
template <class F> AtUnwind(F) -> AtUnwind<F>;

void say_unwinding(const char *where) {
    print("%s: unwinding %d\n", where, rust_task_is_unwinding(rust_get_task()));
}

const std::string long_text(5000, 'y');
const std::string long_message = "rust: task failed at '" + long_text.substr(0, 2042 - strlen("task failed at '")) + "[...]\n";

} // namespace

// ---- a task that fails

CASE(the_failure_of_a_child_is_nobody_elses_business, exits(0).out("main goes on\n").err("'a', c.rs:1").err("'b', c.rs:2")) {
    spawn(TASK { upcall_fail("a", "c.rs", 1); });
    spawn(TASK { flag = 1; upcall_fail("b", "c.rs", 2); });
    await(flag);
    print("main goes on\n");
}

CASE(a_child_that_fails_after_main_ended_changes_nothing, exits(0)) {
    spawn(TASK {
        for (int i = 0; i < 50; i++) yield();
        upcall_fail("late", "c.rs", 1);
    });
}

CASE(unwinding_stays_true_to_the_end, exits(101).out("destructor: unwinding 1\ncleanup: unwinding 1\n")) {
    struct Teller {
        ~Teller() { say_unwinding("destructor"); }
    } teller;
    rust_task_local_data_atexit(rust_get_task(), [](void *) {
        say_unwinding("cleanup");
        rust_task_kill_all(rust_get_task());
    });
    fail_quietly();
}

CASE(a_task_fails_across_many_frames, exits(101).out("innermost\ninner\nouter\n")) {
    Unwound outer{"outer"};
    auto inner = [] {
        Unwound unwound{"inner"};
        auto innermost = [] {
            Unwound unwound{"innermost"};
            fail_quietly();
        };
        innermost();
    };
    inner();
}

// ---- handlers in bodies

CASE(a_failure_that_reentered_rust_code_catches_is_over, exits(0).out("caught 1\nback in c\nbody ends, unwinding 1\n")) {
    on_c([] {
        on_rust([] {
            try {
                fail_quietly();
            } catch (rust_task *task) {
                print("caught %d\n", task == rust_get_task());
            }
        });
        print("back in c\n");
    });
    print("body ends, unwinding %d\n", rust_task_is_unwinding(rust_get_task()));
}

CASE(a_failure_that_is_swallowed_aborts_at_the_end, aborts("task->c_stack == NULL").out("swallowed\nfreed\nyielded 0\n")) {
    try {
        fail_quietly();
    } catch (...) {
        print("swallowed\n");
    }
    static type_desc td = {8, 8, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};
    upcall_free(reinterpret_cast<void *>(upcall_malloc(&td, 8)));
    print("freed\n");
    print("yielded %d\n", yield());
}

CASE(a_child_that_swallows_its_failure_aborts_too, aborts("task->c_stack == NULL")) {
    spawn(TASK {
        try {
            upcall_fail("swallowed", "c.rs", 1);
        } catch (...) {
        }
    });
}

CASE(a_swallowed_failure_may_be_followed_by_another, exits(101).out("swallowed\nunwound\n").err("'second', c.rs:2")) {
    try {
        upcall_fail("first", "c.rs", 1);
    } catch (rust_task *) {
        print("swallowed\n");
    }
    Unwound unwound{"unwound"};
    upcall_fail("second", "c.rs", 2);
}

CASE(a_failure_may_be_rethrown, exits(101).out("caught\nouter\n")) {
    Unwound outer{"outer"};
    try {
        fail_quietly();
    } catch (...) {
        print("caught\n");
        throw;
    }
}

CASE(a_handler_may_fail_anew, exits(101).out("caught\n").err("'anew', c.rs:2")) {
    try {
        upcall_fail("first", "c.rs", 1);
    } catch (rust_task *) {
        print("caught\n");
        upcall_fail("anew", "c.rs", 2);
    }
}

CASE(a_handler_of_another_type_lets_it_pass, exits(101).out("")) {
    try {
        fail_quietly();
    } catch (int) {
        print("int\n");
    } catch (const char *) {
        print("text\n");
    }
}

CASE(a_noexcept_frame_terminates, exits(134).err("terminate called").out("")) {
    Unwound outer{"outer"};
    [&]() noexcept { fail_quietly(); }();
}

CASE(an_exception_that_turns_a_failure_into_another_terminates, exits(134).err("terminate called").out("")) {
    spawn(TASK {
        try {
            fail_quietly();
        } catch (rust_task *) {
            throw 1;
        }
    });
}

CASE(a_thrown_task_pointer_is_a_failure, exits(101).out("unwinding 0\n").err("root task failed")) {
    struct Teller {
        ~Teller() { print("unwinding %d\n", rust_task_is_unwinding(rust_get_task())); }
    } teller;
    throw rust_get_task();
}

CASE(another_tasks_pointer_is_not, exits(134)) {
    second = rust_get_task();
    spawn(TASK { throw second; });
    while (true) yield();
}

// ---- destructors

CASE(a_destructor_that_parks_is_woken, exits(101).out("woken in a destructor by 8\n")) {
    struct Waiter {
        ~Waiter() {
            void *event = nullptr;
            ready = 1;
            wait(&event);
            print("woken in a destructor by %ld\n", reinterpret_cast<long>(event));
        }
    };
    second = rust_get_task();
    spawn(TASK {
        await(ready);
        signal(second, reinterpret_cast<void *>(8));
    });
    Waiter waiter;
    fail_quietly();
}

CASE(a_destructor_may_fail_and_catch_it, exits(101).out("caught in a destructor\nouter\n").err("'inner', d.rs:2")) {
    Unwound outer{"outer"};
    AtUnwind inner{[] {
        try {
            upcall_fail("inner", "d.rs", 2);
        } catch (rust_task *) {
            print("caught in a destructor\n");
        }
    }};
    fail_quietly();
}

CASE(a_destructor_may_spawn_and_wait, exits(0).out("signalled 6\n")) {
    spawn(TASK {
        AtUnwind waits{[] {
            static rust_task *self;
            self = rust_get_task();
            spawn(TASK { signal(self, reinterpret_cast<void *>(6)); });
            void *event = nullptr;
            wait(&event);
            print("signalled %ld\n", reinterpret_cast<long>(event));
        }};
        fail_quietly();
    });
}

CASE(a_destructor_may_set_the_status, exits(3)) {
    spawn(TASK {
        AtUnwind sets{[] { on_c([] { rust_set_exit_status(3); }); }};
        fail_quietly();
    });
}

CASE(a_destructor_may_exit_the_process, exits(9).out("")) {
    AtUnwind leaves{[] { on_c([] { exit(9); }); }};
    fail_quietly();
}

CASE(a_destructor_may_kill_all, exits(101).err("root task failed")) {
    spawn(TASK {
        AtUnwind kills{[] { on_c([] { rust_task_kill_all(rust_get_task()); }); }};
        fail_quietly();
    });
}

CASE(a_destructor_may_log_through_the_shim, exits(0).err("rust: from a destructor\n")) {
    spawn(TASK {
        AtUnwind logs{[] { on_c([] { rust_log_str(1, "from a destructor", 17); }); }};
        fail_quietly();
    });
}

CASE(a_destructor_that_logs_on_the_rust_stack_aborts, aborts("logging on rust stack")) {
    spawn(TASK {
        AtUnwind logs{[] { rust_log_str(1, "x", 1); }};
        fail_quietly();
    });
}

CASE(a_destructor_that_yields_in_an_atomic_section_terminates, exits(134).err("yielded in an atomic section").err("terminate called")) {
    rust_task_inhibit_yield(rust_get_task());
    AtUnwind yields{[] { yield(); }};
    fail_quietly();
}

CASE(a_destructor_that_throws_terminates, exits(134).err("terminate called")) {
    struct Throws {
        ~Throws() noexcept(false) { throw 1; }
    } throws;
    fail_quietly();
}

CASE(a_destructor_of_a_killed_task_is_told, exits(0).out("yield 1\nwait 1\n")) {
    spawn(TASK {
        AtUnwind asks{[] {
            print("yield %d\n", yield());
            void *event;
            print("wait %d\n", wait(&event));
        }};
        rust_task_kill_other(rust_get_task());
        fail_quietly();
    });
}

CASE(a_destructor_may_leave_the_thread_to_many, exits(0).out("unwound 7\n")) {
    for (int i = 0; i < 3; i++) spawn(TASK { for (int i = 0; i < 100; i++) yield(); });
    spawn(TASK {
        AtUnwind busy{[] {
            int n = 7;
            on_c([&] { on_rust([&] { for (int i = 0; i < 50; i++) yield(); }); });
            print("unwound %d\n", n);
        }};
        upcall_fail("busy", "c.rs", 1);
    });
}

// ---- messages

CASE(a_failure_without_file_prints_its_reason, exits(101).err("rust: task failed at 'why', <none>:0\n")) {
    upcall_fail("why", "<none>", 0);
}

CASE(a_failure_without_a_file_name, exits(101).err("rust: task failed at 'x', (null):3\n")) {
    upcall_fail("x", nullptr, 3);
}

CASE(an_empty_reason_is_a_reason, exits(101).err("rust: task failed at '', f:1\n")) {
    upcall_fail("", "f", 1);
}

CASE(a_reason_is_only_text, exits(101).err("rust: task failed at '100%s %n', %d:1\n")) {
    upcall_fail("100%s %n", "%d", 1);
}

CASE(a_long_reason_is_cut, exits(101).err(long_message.c_str())) {
    upcall_fail(long_text.c_str(), "f", 1);
}

CASE(a_prefix_silences_the_message_too, exits(101).env("RUST_LOG", "::rt=0").no_err("task failed at").err("root task failed")) {
    upcall_fail("x", "y", 1);
}

CASE(a_level_of_1_is_enough, exits(101).env("RUST_LOG", "::rt::task=1").err("rust: task failed at 'x', y:1\n")) {
    upcall_fail("x", "y", 1);
}

CASE(a_backtrace_needs_more_than_1, exits(101).env("RUST_LOG", "::rt::backtrace=1").no_err("librustrt")) {
    upcall_fail("x", "y", 1);
}

CASE(a_quiet_failure_has_its_backtrace, exits(101).env("RUST_LOG", "::rt::backtrace=2").no_err("task failed at").err("librustrt")) {
    fail_quietly();
}

CASE(the_console_silences_kill_all, exits(101).no_err("rust:")) {
    on_c([] {
        rust_log_console_off();
        rust_task_kill_all(rust_get_task());
    });
}

CASE(the_console_off_is_refused_to_failures_too, exits(101).env("RUST_LOG", "").err("'x', y:1").err("root task failed")) {
    on_c([] { rust_log_console_off(); });
    upcall_fail("x", "y", 1);
}

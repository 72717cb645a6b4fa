// Failing, unwinding and killing where callers are unusual: what their destructors, handlers, C frames and noexcept
// functions do while a task fails. Like misuse.cpp: the same outcome on the legacy library, all-legacy and all-new.
#include "harness.h"
#include <atomic>
#include <cstring>
#include <pthread.h>
#include <string>

using namespace harness;

// Complete, so that a failure can be caught; what is in it is the runtime's.
struct rust_task {};

namespace {

rust_task *second;
std::atomic<int> flag, ready;

struct Unwound {
    const char *text;
    ~Unwound() { print("%s\n", text); }
};

template <class F> struct AtUnwind {
    F f;
    ~AtUnwind() { f(); }
};
template <class F> AtUnwind(F) -> AtUnwind<F>;

const std::string long_text(5000, 'y');
const std::string long_message = "rust: task failed at '" + long_text.substr(0, 2042 - strlen("task failed at '")) + "[...]\n";

} // namespace

// ---- exceptions that meet the shims

CASE(a_c_frame_is_unwound_before_its_exception_aborts, aborts("Foreign code threw an exception").out("c frame\n")) {
    on_c([] {
        Unwound unwound{"c frame"};
        throw 1;
    });
}

CASE(a_reentered_rust_frame_is_unwound_before_its_failure_aborts,
     aborts("Rust task failed after reentering the Rust stack").out("rust frame\n")) {
    on_c([] {
        Unwound not_reached{"c frame"};
        on_rust([] {
            Unwound unwound{"rust frame"};
            fail_quietly();
        });
    });
}

CASE(an_exception_out_of_reentered_rust_code_is_not_the_c_codes_to_catch,
     aborts("Rust task failed after reentering the Rust stack").out("rust frame\n")) {
    on_c([] {
        try {
            on_rust([] {
                Unwound unwound{"rust frame"};
                throw 1;
            });
        } catch (...) {
            print("caught\n");
        }
    });
}

CASE(an_exception_out_of_a_c_call_is_not_the_bodys_to_catch, aborts("Foreign code threw an exception").out("")) {
    try {
        on_c([] { throw 1; });
    } catch (...) {
        print("caught\n");
    }
}

CASE(an_exception_inside_of_a_c_call_may_be_caught_there, exits(0).out("caught 4\nafter\n")) {
    on_c([] {
        try {
            throw 4;
        } catch (int number) {
            print("caught %d\n", number);
        }
    });
    print("after\n");
}

CASE(each_level_of_a_deep_nest_catches_its_own, exits(0).out("40 caught\n")) {
    static int caught;
    struct Nest {
        static void down(int depth) {
            if (!depth) return;
            on_c([=] {
                on_rust([=] {
                    try {
                        down(depth - 1);
                        yield();
                        throw depth;
                    } catch (int number) {
                        caught += number == depth;
                    }
                });
            });
        }
    };
    Nest::down(40);
    print("%d caught\n", caught);
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

// ---- kills

CASE(kill_all_from_two_tasks_aborts, aborts("!main_taskgroup_failed")) {
    spawn(TASK { on_c([] { rust_task_kill_all(rust_get_task()); }); flag = 1; });
    await(flag);
    on_c([] { rust_task_kill_all(rust_get_task()); });
}

CASE(kill_all_and_the_end_of_main_say_it_twice, exits(101).err(" root task failed\nrust: domain main @0x")) {
    spawn(TASK { on_c([] { rust_task_kill_all(rust_get_task()); }); flag = 1; });
    await(flag);
}

CASE(kill_all_on_another_tasks_pointer_is_the_same, exits(101).out("killed 1\n")) {
    second = spawn(TASK { await(flag); }, true);
    on_c([] { rust_task_kill_all(second); });
    print("killed %d\n", yield());
    flag = 1;
    drop(second);
}

CASE(kill_all_works_from_a_thread_without_a_task, exits(101).out("killed 1\n")) {
    second = rust_get_task();
    on_c([] {
        pthread_t thread;
        pthread_create(&thread, nullptr, [](void *) -> void * { rust_task_kill_all(second); return nullptr; }, nullptr);
        pthread_join(thread, nullptr);
    });
    print("killed %d\n", yield());
}

START(the_next_start_is_not_killed, exits(0).out("101\nkilled 0\n0\n")) {
    print("%d\n", start(TASK { on_c([] { rust_task_kill_all(rust_get_task()); }); }));
    print("%d\n", start(TASK { print("killed %d\n", yield()); }));
}

START(kill_all_in_two_starts_aborts, aborts("!main_taskgroup_failed").out("101\n")) {
    auto kills = TASK { on_c([] { rust_task_kill_all(rust_get_task()); }); };
    print("%d\n", start(kills));
    start(kills);
}

START(a_failed_root_and_kill_all_in_two_starts_do_not_meet, exits(0).out("101\n101\n")) {
    print("%d\n", start(TASK { fail_quietly(); }));
    print("%d\n", start(TASK {
        spawn(TASK { on_c([] { rust_task_kill_all(rust_get_task()); }); });
        rust_task_local_data_atexit(rust_get_task(), [](void *) {});
    }));
}

CASE(a_kill_that_is_never_allowed_is_never_seen, exits(101).out("0 0\n")) {
    rust_task *self = rust_get_task();
    rust_task_inhibit_kill(self);
    rust_task_kill_other(self);
    bool first = yield(), then = yield();
    print("%d %d\n", first, then);
}

CASE(one_allow_too_many_aborts_after_the_others, aborts("Illegal allow_kill(): already killable!").out("2\n")) {
    rust_task *self = rust_get_task();
    rust_task_inhibit_kill(self);
    rust_task_inhibit_kill(self);
    rust_task_allow_kill(self);
    rust_task_allow_kill(self);
    print("2\n");
    rust_task_allow_kill(self);
}

CASE(one_allow_yield_too_many_aborts_after_the_others, aborts("Illegal allow_yield(): already yieldable!").out("1\n")) {
    rust_task *self = rust_get_task();
    rust_task_inhibit_yield(self);
    rust_task_allow_yield(self);
    print("1\n");
    rust_task_allow_yield(self);
}

CASE(a_wait_in_reentered_rust_code_blocks_through_a_kill, exits(0).out("wait 0, event 4\nyield in c 1\n")) {
    second = spawn(TASK {
        on_c([] {
            on_rust([] {
                ready = 1;
                void *event = nullptr;
                bool killed = wait(&event);
                print("wait %d, event %ld\n", killed, reinterpret_cast<long>(event));
            });
            print("yield in c %d\n", yield());
        });
        flag = 1;
    }, true);
    await(ready);
    for (int i = 0; i < 50; i++) yield();
    on_c([] { rust_task_kill_other(second); });
    for (int i = 0; i < 50; i++) yield();
    signal(second, reinterpret_cast<void *>(4));
    await(flag);
    drop(second);
}

CASE(a_killed_main_that_fails_itself_says_why, exits(101).err("'killed', m.rs:1").err("root task failed")) {
    second = rust_get_task();
    spawn(TASK { on_c([] { rust_task_kill_other(second); }); });
    while (!yield()) {
    }
    upcall_fail("killed", "m.rs", 1);
}

CASE(a_child_kills_its_waiting_parent, exits(101).out("wait 1\n")) {
    second = rust_get_task();
    spawn(TASK { on_c([] { rust_task_kill_other(second); }); });
    void *event;
    print("wait %d\n", wait(&event));
}

CASE(a_newborn_that_is_killed_and_never_started_hangs, hangs()) {
    on_c([] { rust_task_kill_other(new_task()); });
}

CASE(a_blocking_wait_in_an_atomic_section_unwinds_nothing, aborts("yielded in an atomic section").out("")) {
    Unwound unwound{"unwound"};
    rust_task_inhibit_yield(rust_get_task());
    void *event;
    task_wait_event(rust_get_task(), &event);
}

CASE(kill_all_over_and_over_among_many_tasks, exits(101).out("all 200 saw it\n")) {
    static std::atomic<int> waiting, seen;
    for (int i = 0; i < 200; i++)
        spawn(TASK {
            void *event;
            bool waits = get_task_id() % 2;
            waiting++;
            if (waits) seen += wait(&event);
            else {
                while (!yield()) {
                }
                seen++;
            }
            fail_quietly();
        });
    while (waiting < 200) yield();
    on_c([] { rust_task_kill_all(rust_get_task()); });
    while (seen < 200) yield();
    print("all %d saw it\n", seen.load());
}

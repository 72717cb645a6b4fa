// Corner cases (corners.h): failure and kill.
#include "corners.h"
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace {

std::string trace;

void say_unwinding() {
    print("unwinding %d\n", rust_task_is_unwinding(rust_get_task()));
}

// Everything that the process says on standard error while body runs in a child of its own; how it ended comes on top.
std::string said_by(void (*body)()) {
    int ends[2];
    if (pipe(ends)) abort();
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        close(ends[0]);
        close(ends[1]);
        body();
        _exit(0);
    }
    close(ends[1]);
    std::string said;
    char buffer[512];
    for (ssize_t n; (n = read(ends[0], buffer, sizeof buffer)) > 0;) said.append(buffer, n);
    int status = 0;
    waitpid(child, &status, 0);
    print("ended with %d\n", WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status));
    return said;
}

int count_of(const char *what, const std::string &in) {
    int count = 0;
    for (size_t at = in.find(what); at != std::string::npos; at = in.find(what, at + 1)) count++;
    return count;
}

} // namespace

// ---- section 7: failure and kill

CASE(a_killed_blocking_wait_in_an_atomic_section_aborts_before_any_destructor, aborts("yielded in an atomic section").out("")) {
    rust_task *self = rust_get_task();
    rust_task_kill_other(self);
    rust_task_inhibit_yield(self);
    Unwound unwound{"unwound"};
    void *event;
    task_wait_event(self, &event);
}

CASE(a_blocking_wait_in_an_atomic_section_aborts_before_any_destructor, aborts("yielded in an atomic section").out("")) {
    rust_task_inhibit_yield(rust_get_task());
    Unwound unwound{"unwound"};
    void *event;
    task_wait_event(rust_get_task(), &event);
}

CASE(a_silenced_blocking_wait_in_an_atomic_section_aborts_too, exits(134).env("RUST_LOG", "::rt::task=0").no_err("atomic section").out("")) {
    rust_task_inhibit_yield(rust_get_task());
    void *event;
    task_wait_event(rust_get_task(), &event);
}

CASE(an_atomic_section_in_a_callback_aborts_as_a_failure_below_it, aborts("Rust task failed after reentering the Rust stack")) {
    rust_task_inhibit_yield(rust_get_task());
    on_c([] { on_rust([] { yield(); }); });
}

CASE(a_failed_section_stays_closed, exits(0).out("destructor\n").err("yielded in an atomic section")) {
    spawn(TASK {
        struct Guard {
            ~Guard() {
                rust_task_allow_yield(rust_get_task());
                yield();
                print("destructor\n");
            }
        } guard;
        rust_task_inhibit_yield(rust_get_task());
        yield();
    });
}

CASE(a_main_that_fails_while_others_wait_kills_them_all, exits(101).out("1\n1\n1\n").err("'m', m.rs:1").err("root task failed")) {
    for (int i = 0; i < 3; i++)
        spawn(TASK {
            ready++;
            void *event;
            print("%d\n", wait(&event));
        });
    while (ready < 3) yield();
    upcall_fail("m", "m.rs", 1);
}

CASE(a_main_that_fails_leaves_the_shielded_waiting, hangs().err("root task failed").out("")) {
    spawn(TASK {
        rust_task_inhibit_kill(rust_get_task());
        ready = 1;
        void *event;
        wait(&event);
        print("woken\n");
    });
    await(ready);
    yields(20);
    fail_quietly();
}

CASE(a_newborn_of_before_the_failure_is_killed_at_its_start, exits(101).out("1\n")) {
    static rust_task *child;
    on_c([] {
        child = new_task();
        rust_task_kill_all(rust_get_task());
        fn_env_pair closure = {TASK { print("%d\n", yield()); }, nullptr};
        start_task(child, &closure);
    });
}

// Blocked tasks are woken in the order of the list that they wait in: the last one fills a hole.
CASE(a_seed_orders_those_that_kill_all_wakes, exits(101).env("RUST_SEED", "42").threads("1").out("adcadcdbbcaebee\n")) {
    static rust_task *waiters[5];
    static int count;
    for (int i = 0; i < 5; i++) {
        waiters[i] = spawn(TASK {
            char name = static_cast<char>('a' + count++);
            void *event;
            wait(&event);
            if (name == 'b') wait(&event);
            for (int k = 0; k < 3; k++) {
                trace += name;
                yield();
            }
            if (trace.size() == 15) print("%s\n", trace.c_str());
        });
        while (count == i) yield();
    }
    yields(20);
    signal(waiters[1], nullptr);
    yields(20);
    on_c([] { rust_task_kill_all(rust_get_task()); });
}

CASE(kill_all_by_a_platform_task_reaches_main, exits(101).out("main killed\n")) {
    spawn_in(1, TASK { on_c([] { rust_task_kill_all(rust_get_task()); }); });
    while (!yield()) {
    }
    print("main killed\n");
}

CASE(five_hundred_waiting_tasks_are_killed, exits(101).out("500\n")) {
    for (int i = 0; i < 500; i++)
        spawn(TASK {
            ready++;
            void *event;
            if (wait(&event) && ++flag == 500) print("500\n");
        });
    while (ready < 500) yield();
    on_c([] { rust_task_kill_all(rust_get_task()); });
}

CASE(what_starts_in_a_killed_kernel_does_not_wait, exits(101).out("1 nil 1\n")) {
    on_c([] { rust_task_kill_all(rust_get_task()); });
    spawn(TASK {
        void *event = &flag;
        bool killed = wait(&event);
        print("%d nil %d\n", killed, !event);
    });
}

// Main is still there: its end would kill the child as well.
CASE(what_starts_in_a_killed_kernel_is_killed_at_its_start, exits(101).threads("1").out("1\n")) {
    on_c([] { rust_task_kill_all(rust_get_task()); });
    spawn(TASK {
        print("%d\n", yield());
        flag = 1;
    });
    while (!flag) yield();
}

CASE(what_starts_in_a_killed_kernel_may_shield_itself, exits(101).out("0\n1\n")) {
    on_c([] { rust_task_kill_all(rust_get_task()); });
    spawn(TASK {
        rust_task_inhibit_kill(rust_get_task());
        print("%d\n", yield());
        rust_task_allow_kill(rust_get_task());
        print("%d\n", yield());
    });
}

CASE(a_shielded_main_that_ends_killed_fails_the_kernel, exits(101).err("root task failed")) {
    rust_task_inhibit_kill(rust_get_task());
    rust_task_kill_other(rust_get_task());
}

CASE(a_child_cannot_take_the_failure_of_main_back, exits(101)) {
    spawn(TASK { on_c([] { pause_ms(50); rust_set_exit_status(0); }); });
    fail_quietly();
}

CASE(a_killed_kernel_still_runs_bodies_that_ignore_it, exits(101).out("body\nrunner killed 1\n")) {
    register_runner(TASK { print("runner killed %d\n", yield()); });
    on_c([] { rust_task_kill_all(rust_get_task()); });
    spawn(TASK { print("body\n"); });
}

CASE(kill_all_by_a_child_makes_main_fail_the_kernel_again, exits(101).err("root task failed")) {
    spawn(TASK { on_c([] { rust_task_kill_all(rust_get_task()); }); flag = 1; });
    await(flag);
}

START(kill_all_and_a_normal_end_print_the_message_twice, exits(0).out("ended with 101\n2 messages\n")) {
    std::string said = said_by([] { _exit(start(TASK { on_c([] { rust_task_kill_all(rust_get_task()); }); })); });
    print("%d messages\n", count_of("root task failed\n", said));
}

START(kill_all_twice_prints_twice_before_it_aborts, exits(0).out("ended with 134\n2 messages\n")) {
    std::string said = said_by([] {
        start(TASK {
            on_c([] {
                rust_task_kill_all(rust_get_task());
                rust_task_kill_all(rust_get_task());
            });
        });
    });
    print("%d messages\n", count_of("root task failed\n", said));
}

START(a_failed_main_prints_each_message_once, exits(0).out("ended with 101\n1 1\n")) {
    std::string said = said_by([] { _exit(start(TASK { upcall_fail("m", "m.rs", 1); })); });
    print("%d %d\n", count_of("rust: task failed at 'm', m.rs:1\n", said), count_of("rust: domain main @0x", said));
}

START(kill_all_in_two_starts_aborts, aborts("!main_taskgroup_failed")) {
    auto body = TASK {
        rust_task_local_data_atexit(rust_get_task(), [](void *) {});
        on_c([] { rust_task_kill_all(rust_get_task()); });
    };
    CHECK(start(body) == 101);
    start(body);
    print("survived\n");
}

START(the_second_root_failure_prints_its_message_first, aborts("root task failed").out("101\n")) {
    // Only the second one may be heard.
    print("%d\n", start(TASK { on_c([] { rust_log_console_off(); }); fail_quietly(); }));
    start(TASK { on_c([] { rust_log_console_on(); }); fail_quietly(); });
    print("survived\n");
}

CASE(a_failure_may_be_caught_and_thrown_on, exits(101).out("caught\nouter\n").err("root task failed")) {
    Unwound outer{"outer"};
    try {
        fail_quietly();
    } catch (rust_task *task) {
        CHECK(task == rust_get_task());
        print("caught\n");
        throw;
    }
}

CASE(a_failure_may_be_caught_and_followed_by_another, exits(101).out("caught\nouter\n").err("'two', f.rs:2")) {
    Unwound outer{"outer"};
    try {
        upcall_fail("one", "f.rs", 1);
    } catch (rust_task *) {
        print("caught\n");
        upcall_fail("two", "f.rs", 2);
    }
}

CASE(throwing_another_task_aborts, exits(134)) {
    static rust_task other;
    throw &other;
}

CASE(a_failure_in_a_callback_of_a_callback_aborts, aborts("Rust task failed after reentering the Rust stack")) {
    on_c([] { on_rust([] { on_c([] { on_rust([] { fail_quietly(); }); }); }); });
}

CASE(a_failure_caught_inside_a_callback_passes_no_boundary, exits(0).out("caught\nunwinding 1\n")) {
    on_c([] {
        on_rust([] {
            try {
                fail_quietly();
            } catch (rust_task *) {
                print("caught\n");
            }
        });
    });
    say_unwinding();
}

CASE(a_failure_caught_in_a_cleanup_ends_there, exits(0).out("caught\n")) {
    rust_task_local_data_atexit(rust_get_task(), [](void *) {
        on_rust([] {
            try {
                fail_quietly();
            } catch (rust_task *) {
                print("caught\n");
            }
        });
    });
}

START(a_failure_caught_in_the_annihilator_ends_there, exits(0).out("caught\n")) {
    annihilate_by([] {
        try {
            fail_quietly();
        } catch (rust_task *) {
            print("caught\n");
        }
    });
    start(TASK {});
}

// As in a body, the C stack that it failed on stays with the task; here nothing looks.
CASE(a_failure_caught_in_drop_glue_leaks_a_c_stack, aborts("exchange heap not empty on on exit").out("caught\nends\n")) {
    static type_desc description = {8, 8, nullptr, [](void *, void *, const type_desc **, void *) {
        try {
            fail_quietly();
        } catch (rust_task *) {
            print("caught\n");
        }
    }, nullptr, nullptr, nullptr, nullptr};
    on_c([] {
        auto *env = static_cast<rust_opaque_box *>(rust_uv_current_kernel_malloc(sizeof(rust_opaque_box) + 8));
        env->td = &description;
        rust_task *child = new_task();
        rust_task_local_data_atexit(child, [](void *) { print("ends\n"); });
        fn_env_pair closure = {TASK {}, env};
        start_task(child, &closure);
    });
}

CASE(a_failed_body_may_be_followed_by_glue_that_fails_and_catches, aborts("exchange heap not empty on on exit").out("caught\n")) {
    static type_desc description = {8, 8, nullptr, [](void *, void *, const type_desc **, void *) {
        try {
            fail_quietly();
        } catch (rust_task *) {
            print("caught\n");
        }
    }, nullptr, nullptr, nullptr, nullptr};
    on_c([] {
        auto *env = static_cast<rust_opaque_box *>(rust_uv_current_kernel_malloc(sizeof(rust_opaque_box) + 8));
        env->td = &description;
        fn_env_pair closure = {TASK { fail_quietly(); }, env};
        start_task(new_task(), &closure);
    });
}

CASE(a_foreign_exception_out_of_a_callback_aborts, aborts("Rust task failed after reentering the Rust stack")) {
    on_c([] { on_rust([] { throw 1; }); });
}

CASE(a_foreign_exception_inside_a_c_call_stays_there, exits(0).out("caught 1\n")) {
    on_c([] {
        try {
            throw 1;
        } catch (int i) {
            print("caught %d\n", i);
        }
    });
}

CASE(a_foreign_exception_inside_a_body_stays_there, exits(0).out("caught 1\n")) {
    try {
        throw 1;
    } catch (int i) {
        yield();
        print("caught %d\n", i);
    }
}

CASE(a_child_ending_killed_after_main_is_nobodys_business, exits(5).no_err("root task failed")) {
    on_c([] { rust_set_exit_status(5); });
    spawn(TASK {
        on_c([] { pause_ms(50); });
        rust_task_kill_other(rust_get_task());
    });
}

CASE(unwinding_is_told_of_others_too, exits(0).out("0\n1\n1\n")) {
    struct Slow {
        ~Slow() {
            ready = 2;
            while (flag != 1) yield();
        }
    };
    second = spawn(TASK {
        Slow slow;
        ready = 1;
        while (flag != 2) yield();
        flag = 0;
        fail_quietly();
    }, true);
    while (ready != 1) yield();
    print("%d\n", rust_task_is_unwinding(second));
    flag = 2;
    while (ready != 2) yield();
    print("%d\n", rust_task_is_unwinding(second));
    flag = 1;
    on_c([] { pause_ms(50); });
    yields(20);
    print("%d\n", rust_task_is_unwinding(second));
    drop(second);
}

CASE(a_killed_task_that_fails_is_unwound_once, exits(0).out("unwound\n")) {
    spawn(TASK {
        Unwound unwound{"unwound"};
        rust_task_kill_other(rust_get_task());
        if (yield()) fail_quietly();
        print("not reached\n");
    });
}

// Misuse (misuse.h): which stack, which call; threads that are no tasks; exceptions that meet the two shims.
#include "misuse.h"

// ---- which stack, which call

CASE(a_thread_without_a_task_may_signal_kill_and_hold_tasks, exits(0).out("killed 1\n")) {
    second = spawn(TASK {
        void *event = nullptr;
        bool killed = wait(&event);
        while (!killed) killed = yield();
        print("killed %d\n", killed);
        flag = 1;
    }, true);
    on_a_foreign_thread([](void *) -> void * {
        rust_task_ref(second);
        task_signal_event(second, nullptr);
        rust_task_kill_other(second);
        rust_task_deref(second);
        return nullptr;
    });
    await(flag);
    drop(second);
}

CASE(the_current_task_of_a_foreign_thread_aborts, aborts("no current task")) {
    on_a_foreign_thread([](void *) -> void * { return rust_get_task(); });
}

CASE(the_id_of_a_foreign_thread_aborts, aborts("no current task")) {
    on_a_foreign_thread([](void *) -> void * { return reinterpret_cast<void *>(get_task_id()); });
}

CASE(a_task_made_by_a_foreign_thread_aborts, aborts("no current task")) {
    on_a_foreign_thread([](void *) -> void * { return new_task(); });
}

CASE(a_box_of_a_foreign_thread_aborts, aborts("no current task")) {
    on_a_foreign_thread([](void *) -> void * {
        static type_desc description = {8, 8, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};
        return reinterpret_cast<void *>(upcall_malloc(&description, 8));
    });
}

START(both_shims_are_plain_calls_before_the_start, exits(0).out("c\nrust\n")) {
    on_c([] { print("c\n"); });
    on_rust([] { print("rust\n"); });
}

CASE(both_shims_are_plain_calls_on_a_foreign_thread, exits(0).out("c in rust\n")) {
    on_a_foreign_thread([](void *) -> void * {
        on_rust([] { on_c([] { print("c in rust\n"); }); });
        return nullptr;
    });
}

CASE(a_failure_on_a_foreign_thread_aborts, exits(134)) {
    on_a_foreign_thread([](void *) -> void * {
        upcall_fail("foreign", "f.rs", 1);
        return nullptr;
    });
}

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

CASE(a_debug_call_calls_on_the_same_stack, exits(0).out("called with 4\nresult 5\n")) {
    on_c([] {
        void *result = rust_dbg_call([](void *data) -> void * {
            print("called with %ld\n", reinterpret_cast<long>(data));
            return reinterpret_cast<void *>(5);
        }, reinterpret_cast<void *>(4));
        print("result %ld\n", reinterpret_cast<long>(result));
        rust_dbg_do_nothing();
    });
}

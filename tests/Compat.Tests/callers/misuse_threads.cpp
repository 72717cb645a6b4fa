// Misuse (misuse.h) of raw threads.
#include "harness.h"

using namespace harness;

START(a_raw_thread_needs_no_runtime, exits(0).out("raw 1 1, env 5, limit 0\n")) {
    static long body[5] = {0, 0, 0, 0, 5};
    fn_env_pair closure = {[](void *ret, rust_opaque_box *env, void *arg) {
        print("raw %d %d, env %ld, limit %lu\n", !ret, !arg, *reinterpret_cast<long *>(env + 1), stack_limit());
    }, reinterpret_cast<rust_opaque_box *>(body)};
    rust_raw_thread_join_delete(rust_raw_thread_start(&closure));
}

CASE(a_raw_thread_may_start_another, exits(0).out("inner\nouter\n")) {
    on_c([] {
        fn_env_pair closure = {TASK {
            fn_env_pair closure = {TASK { print("inner\n"); }, nullptr};
            rust_raw_thread_join_delete(rust_raw_thread_start(&closure));
            print("outer\n");
        }, nullptr};
        rust_raw_thread_join_delete(rust_raw_thread_start(&closure));
    });
}

CASE(a_raw_thread_may_signal_a_task, exits(0).out("signalled 9\n")) {
    static rust_task *self;
    self = rust_get_task();
    static rust_raw_thread *thread;
    on_c([] {
        static fn_env_pair closure = {TASK { task_signal_event(self, reinterpret_cast<void *>(9)); }, nullptr};
        thread = rust_raw_thread_start(&closure);
    });
    void *event = nullptr;
    wait(&event);
    print("signalled %ld\n", reinterpret_cast<long>(event));
    on_c([] { rust_raw_thread_join_delete(thread); });
}

CASE(a_failure_in_a_raw_thread_aborts, exits(134)) {
    on_c([] {
        fn_env_pair closure = {TASK { upcall_fail("raw", "r.rs", 1); }, nullptr};
        rust_raw_thread_join_delete(rust_raw_thread_start(&closure));
    });
}

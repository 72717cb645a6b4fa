#include "harness.h"
#include <cstdlib>
#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>
using namespace harness;

CASE(a_raw_thread_runs_outside_any_task, exits(0).out("raw\njoined\n")) {
    static rust_opaque_box env;
    fn_env_pair fn = {[](void *ret, rust_opaque_box *e, void *argument) {
        CHECK(!ret && e == &env && !argument && stack_limit() == 0);
        // Both shims are plain calls here.
        on_c([] { on_rust([] { print("raw\n"); }); });
                      },
                      &env};
    on_c([&] {
        rust_raw_thread_join_delete(rust_raw_thread_start(&fn));
        print("joined\n");
    });
}

CASE(a_raw_thread_has_1_mib_of_stack, exits(0).not_under_tsan()) {
    fn_env_pair fn = {TASK{volatile char big[900 * 1024];
    for (size_t i = 0; i < sizeof big; i += 512) big[i] = 1;
}
, nullptr
}
;
on_c([&] { rust_raw_thread_join_delete(rust_raw_thread_start(&fn)); });
}

static size_t stack_size;

static void tell_stack_size(void *, rust_opaque_box *, void *) {
    pthread_attr_t attributes;
    void *lowest;
    CHECK(!pthread_getattr_np(pthread_self(), &attributes));
    CHECK(!pthread_attr_getstack(&attributes, &lowest, &stack_size));
    pthread_attr_destroy(&attributes);
}

START(its_stack_is_exactly_1_mib, exits(0).not_under_tsan()) {
    fn_env_pair fn = {tell_stack_size, nullptr};
    rust_raw_thread_join_delete(rust_raw_thread_start(&fn));
    CHECK(stack_size == 1024 * 1024);
}

CASE(a_thread_that_cannot_be_created_aborts,
     exits(134).err("Resource temporarily unavailable").not_under_sanitizers()) {
    on_c([] {
        fn_env_pair fn = {tell_stack_size, nullptr};
        rlimit none = {0, 0};
        // The message needs memory, which this thread's heap may not have yet.
        void *volatile room = malloc(1 << 16);
        free(room);
        CHECK(!setrlimit(RLIMIT_AS, &none));
        rust_raw_thread_start(&fn);
    });
}

CASE(task_functions_in_a_raw_thread_abort, aborts("no current task")) {
    fn_env_pair fn = {TASK{rust_get_task();
}
, nullptr
}
;
on_c([&] { rust_raw_thread_join_delete(rust_raw_thread_start(&fn)); });
}

START(starting_null_aborts, exits(134)) {
    rust_raw_thread_start(nullptr);
}

START(joining_null_aborts, exits(134)) {
    rust_raw_thread_join_delete(nullptr);
}

CASE(the_end_does_not_wait_for_a_raw_thread, exits(0)) {
    static fn_env_pair fn = {TASK{while (true) pause();
}
, nullptr
}
;
on_c([&] { rust_raw_thread_start(&fn); });
}

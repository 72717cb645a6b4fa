#include "harness.h"
using namespace harness;

static std::atomic<int> flag;

CASE(ids_are_given_at_creation, exits(0).out("second made 3\nfirst made 2\n").any_order()) {
    on_c([] {
        rust_task *first = new_task(), *second = new_task();
        fn_env_pair a = {TASK{on_c([] { print("first made %ld\n", get_task_id()); }); }, nullptr
};
fn_env_pair b = {TASK{on_c([] { print("second made %ld\n", get_task_id()); });
}
, nullptr
}
;
start_task(second, &b);
start_task(first, &a);
});
}

CASE(the_closure_is_copied_at_the_start, exits(0).out("right\n")) {
    on_c([] {
        fn_env_pair closure = {TASK{print("right\n"); }, nullptr
};
start_task(new_task(), &closure);
closure.f = TASK {
    print("wrong\n");
};
});
}

CASE(a_child_does_not_run_before_the_starter_gives_up_the_thread, exits(0).threads("1")) {
    spawn(TASK { flag = 1; });
    on_c([] { CHECK(!flag); });
    CHECK(!flag);
    await(flag);
}

CASE(a_task_never_started_hangs, hangs()) {
    on_c([] { new_task(); });
}

CASE(a_reference_never_dropped_hangs, hangs()) {
    rust_task_ref(rust_get_task());
}

CASE(a_reference_keeps_the_task_until_it_is_dropped, exits(0)) {
    static rust_task *child;
    child = spawn(
        TASK { flag = 1; }, true);
    await(flag);
    for (int i = 0; i < 100; i++) yield();
    CHECK(!rust_task_is_unwinding(child));
    drop(child);
}

CASE(starting_twice_aborts, aborts("get_state()").threads("1")) {
    on_c([] {
        rust_task *child = new_task();
        fn_env_pair closure = {TASK{}, nullptr};
        start_task(child, &closure);
        start_task(child, &closure);
    });
}

CASE(starting_null_crashes, crashes()) {
    on_c([] {
        fn_env_pair closure = {TASK{}, nullptr};
        start_task(nullptr, &closure);
    });
}

CASE(a_null_closure_crashes, crashes()) {
    on_c([] { start_task(new_task(), nullptr); });
}

CASE(a_null_function_crashes, crashes()) {
    on_c([] {
        fn_env_pair closure = {nullptr, nullptr};
        start_task(new_task(), &closure);
    });
}

CASE(yielding_null_crashes, crashes()) {
    rust_task_yield(nullptr, nullptr);
}

static rust_opaque_box *environment_box(type_desc *td) {
    auto *env = static_cast<rust_opaque_box *>(rust_uv_current_kernel_malloc(sizeof(rust_opaque_box) + 8));
    env->ref_count = 1;
    env->td = td;
    *reinterpret_cast<long *>(env + 1) = 77;
    return env;
}

static type_desc with_drop = {8,
                              8,
                              nullptr,
                              [](void *ret, void *env, const type_desc **tds, void *body) {
    CHECK(!ret && !env && !tds && *static_cast<long *>(body) == 77);
    CHECK(stack_limit() != 0);
    print("drop glue, unwinding %d\n", rust_task_is_unwinding(rust_get_task()));
                              },
                              nullptr,
                              nullptr,
                              nullptr,
                              nullptr};

static void start_with(type_desc *td, spawn_fn body) {
    on_c([&] {
        fn_env_pair closure = {body, environment_box(td)};
        start_task(new_task(), &closure);
    });
}

START(the_end_of_a_body_has_its_order,
      exits(0).out("destructor\ndrop glue, unwinding 0\ncleanup\nannihilator\n")) {
    annihilate_by([] {
        if (get_task_id() == 2) print("annihilator\n");
    });
    start(TASK {
        start_with(&with_drop, [](void *, rust_opaque_box *env, void *) {
            struct guard {
                ~guard() {
                    print("destructor\n");
                }
            } g;
            CHECK(*reinterpret_cast<long *>(env + 1) == 77);
            rust_task_local_data_atexit(rust_get_task(), [](void *) { print("cleanup\n"); });
        });
    });
}

CASE(the_environment_is_dropped_after_a_failure_too, exits(0).out("drop glue, unwinding 1\n")) {
    start_with(
        &with_drop, TASK { fail_quietly(); });
}

CASE(an_environment_without_drop_glue_crashes, crashes()) {
    static type_desc without = {8, 8, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};
    start_with(&without, TASK{});
}

CASE(ten_thousand_tasks_come_and_go, exits(0).not_under_tsan()) {
    static int ended;
    for (int i = 0; i < 10000; i++) {
        spawn(TASK { __atomic_add_fetch(&ended, 1, __ATOMIC_SEQ_CST); });
        if (i % 16 == 0) yield();
    }
    while (__atomic_load_n(&ended, __ATOMIC_SEQ_CST) < 10000) yield();
}

// Corner cases (corners.h): which stack, which call, which thread.
#include "corners.h"
#include <cerrno>
#include <cfenv>
#include <unistd.h>

namespace {

// Of the caller's frame: the ABI has it at 0 modulo 16.
bool aligned(void *frame) {
    return (reinterpret_cast<uintptr_t>(frame) & 15) == 0;
}

} // namespace

// ---- section 2: which stack, which call

CASE(a_foreign_thread_may_start_a_task, exits(0).out("child\n")) {
    static rust_task *child;
    on_c([] { child = new_task(); });
    on_a_foreign_thread([](void *) -> void * {
        fn_env_pair closure = {TASK { print("child\n"); }, nullptr};
        start_task(child, &closure);
        return nullptr;
    });
}

CASE(a_foreign_thread_may_be_the_last_to_let_go, exits(0).out("child\nexit functions\n")) {
    static std::atomic<int> gone;
    static pthread_t thread;
    register_runner(TASK { print("exit functions\n"); });
    first = rust_get_task();
    rust_task_ref(first);
    spawn(TASK { print("child\n"); gone = 1; });
    on_c([] {
        pthread_create(&thread, nullptr, [](void *) -> void * {
            while (!gone) pause_ms(1);
            pause_ms(50);
            rust_task_deref(first); // the end of everything begins here
            return nullptr;
        }, nullptr);
        pthread_detach(thread);
    });
}

CASE(a_foreign_thread_may_kill_all, exits(101).out("killed\n").err("root task failed")) {
    first = rust_get_task();
    on_a_foreign_thread([](void *) -> void * {
        rust_task_kill_all(first);
        return nullptr;
    });
    if (yield()) print("killed\n");
}

CASE(a_foreign_thread_may_use_a_tasks_data_and_depths, exits(0).out("data 5\n")) {
    first = rust_get_task();
    on_a_foreign_thread([](void *) -> void * {
        rust_set_task_local_data(first, word(5));
        rust_task_inhibit_kill(first);
        rust_task_allow_kill(first);
        rust_task_inhibit_yield(first);
        rust_task_allow_yield(first);
        task_clear_event_reject(first);
        return nullptr;
    });
    yield();
    print("data %ld\n", reinterpret_cast<long>(rust_get_task_local_data(first)));
}

// One a line, so that the list of cases can be read from this file.
CASE(new_task_in_sched_needs_a_task, aborts("no current task")) { on_a_foreign_thread([](void *) -> void * { return rust_new_task_in_sched(2); }); }
CASE(get_sched_id_needs_a_task, aborts("no current task")) { on_a_foreign_thread([](void *) -> void * { return word(rust_get_sched_id()); }); }
CASE(new_sched_needs_a_task, aborts("no current task")) { on_a_foreign_thread([](void *) -> void * { return word(rust_new_sched(1)); }); }
CASE(sched_threads_needs_a_task, aborts("no current task")) { on_a_foreign_thread([](void *) -> void * { return word(static_cast<long>(rust_sched_threads())); }); }
CASE(nonlazy_threads_needs_a_task, aborts("no current task")) { on_a_foreign_thread([](void *) -> void * { return word(static_cast<long>(rust_sched_current_nonlazy_threads())); }); }
CASE(osmain_sched_id_needs_a_task, aborts("no current task")) { on_a_foreign_thread([](void *) -> void * { return word(rust_osmain_sched_id()); }); }
CASE(inc_live_count_needs_a_task, aborts("no current task")) { on_a_foreign_thread([](void *p) -> void * { rust_inc_kernel_live_count(); return p; }); }
CASE(dec_live_count_needs_a_task, aborts("no current task")) { on_a_foreign_thread([](void *p) -> void * { rust_dec_kernel_live_count(); return p; }); }
CASE(registering_needs_a_task, aborts("no current task")) { on_a_foreign_thread([](void *p) -> void * { rust_register_exit_function(nullptr, nullptr); return p; }); }
CASE(global_data_needs_a_task, aborts("no current task")) { on_a_foreign_thread([](void *) -> void * { return rust_get_global_data_ptr(); }); }
CASE(exit_status_needs_a_task, aborts("no current task")) { on_a_foreign_thread([](void *p) -> void * { rust_set_exit_status(1); return p; }); }
CASE(argv_needs_a_task, aborts("no current task")) { on_a_foreign_thread([](void *) -> void * { return rust_get_argv(); }); }
CASE(num_threads_needs_a_task, aborts("no current task")) { on_a_foreign_thread([](void *) -> void * { return word(static_cast<long>(rust_num_threads())); }); }
CASE(env_pairs_needs_a_task, aborts("no current task")) { on_a_foreign_thread([](void *) -> void * { return rust_env_pairs(); }); }

CASE(a_null_function_on_the_c_stack_crashes, crashes()) { upcall_call_shim_on_c_stack(nullptr, nullptr); }

CASE(a_null_function_on_the_rust_stack_crashes, crashes()) {
    on_c([] { upcall_call_shim_on_rust_stack(nullptr, nullptr); });
}

CASE(null_tasks_crash_signal, crashes()) { on_c([] { task_signal_event(nullptr, nullptr); }); }
CASE(null_tasks_crash_wait, crashes()) { on_c([] { void *event; task_wait_event(nullptr, &event); }); }
CASE(null_tasks_crash_clear, crashes()) { task_clear_event_reject(nullptr); }
CASE(null_tasks_crash_kill, crashes()) { on_c([] { rust_task_kill_other(nullptr); }); }
CASE(null_tasks_crash_kill_all, crashes()) { on_c([] { rust_task_kill_all(nullptr); }); }
CASE(null_tasks_crash_ref, crashes()) { rust_task_ref(nullptr); }
CASE(null_tasks_crash_deref, crashes()) { on_c([] { rust_task_deref(nullptr); }); }
CASE(null_tasks_crash_data, crashes()) { rust_get_task_local_data(nullptr); }
CASE(null_tasks_crash_set_data, crashes()) { rust_set_task_local_data(nullptr, nullptr); }
CASE(null_tasks_crash_atexit, crashes()) { rust_task_local_data_atexit(nullptr, nullptr); }
CASE(null_tasks_crash_inhibit, crashes()) { rust_task_inhibit_kill(nullptr); }
CASE(null_tasks_crash_unwinding, crashes()) { rust_task_is_unwinding(nullptr); }

CASE(reentry_is_refused_again_after_a_c_call, aborts("Assertion `next_rust_sp' failed").out("inside\n")) {
    on_c([] { on_rust([] { print("inside\n"); }); });
    on_rust([] { print("not reached\n"); });
}

CASE(queries_work_on_every_stack, exits(0).out("1 2\n1 2\n1 2\n1 2\n")) {
    auto say = [] { print("%ld %ld\n", get_task_id(), rust_get_sched_id()); };
    static void (*said)();
    said = say;
    said();
    on_c([] {
        said();
        on_rust([] {
            said();
            on_c([] { said(); });
        });
    });
}

CASE(hops_nest_a_hundred_deep_with_yields_between, exits(0).out("bottom\nback\n")) {
    struct Hop {
        static void down(int depth) {
            long kept[4] = {depth, depth * 3L, depth * 5L, depth * 7L};
            yield();
            if (depth == 100) {
                print("bottom\n");
                return;
            }
            on_c([=] {
                yield();
                on_rust([=] { down(depth + 1); });
                yield();
            });
            asm volatile("" : "+m"(kept));
            CHECK(kept[0] == depth && kept[1] == depth * 3L && kept[2] == depth * 5L && kept[3] == depth * 7L);
        }
    };
    for (int i = 0; i < 3; i++) spawn(TASK { yields(100); });
    Hop::down(0);
    print("back\n");
}

CASE(a_wait_inside_a_callback_keeps_all_four_stacks, exits(0).out("7\n8\n9\n")) {
    first = rust_get_task();
    spawn(TASK {
        for (long i = 7; i < 10; i++) {
            while (ready < i) yield();
            yields(5);
            signal(first, word(i));
        }
    });
    on_c([] {
        void *event = nullptr;
        ready = 7;
        task_wait_event(first, &event);
        print("%ld\n", reinterpret_cast<long>(event));
        on_rust([] {
            void *event = nullptr;
            ready = 8;
            task_wait_event(first, &event);
            print("%ld\n", reinterpret_cast<long>(event));
            on_c([] {
                void *event = nullptr;
                ready = 9;
                task_wait_event(first, &event);
                print("%ld\n", reinterpret_cast<long>(event));
            });
        });
    });
}

CASE(errno_is_the_threads_and_survives_calls, exits(0).threads("1")) {
    first = rust_get_task();
    on_c([] {
        errno = 77;
        rust_task_yield(first, nullptr);
        CHECK(errno == 77);
        rust_task *child = new_task();
        CHECK(errno == 77);
        fn_env_pair closure = {TASK { on_c([] { CHECK(errno == 77); errno = 78; }); }, nullptr};
        start_task(child, &closure);
        CHECK(errno == 77);
        task_signal_event(first, nullptr);
        void *event;
        task_wait_event(first, &event);
        CHECK(errno == 77);
        while (errno == 77) rust_task_yield(first, nullptr);
        CHECK(errno == 78);
    });
}

CASE(a_task_keeps_its_rounding_over_yields, exits(0)) {
    fesetround(FE_UPWARD);
    for (int i = 0; i < 20; i++) {
        yield();
        on_c([] { CHECK(fegetround() == FE_UPWARD); });
    }
    volatile double one = 1, three = 3;
    CHECK(one / three * 3 > 1);
}

CASE(task_functions_work_on_the_rust_stack, exits(3).out("child in 2\nchild in 3, killed 1\nrunner\n").any_order()) {
    static fn_env_pair pair = {};
    rust_register_exit_function(TASK { print("runner\n"); }, &pair);
    rust_set_exit_status(3);
    rust_inc_kernel_live_count();
    rust_dec_kernel_live_count();
    fresh = rust_new_sched(1);
    rust_task *a = new_task(), *b = rust_new_task_in_sched(fresh);
    rust_task_ref(a);
    rust_task_kill_other(b);
    fn_env_pair body = {TASK { print("child in %ld\n", rust_get_sched_id()); flag = 1; }, nullptr};
    start_task(a, &body);
    body.f = TASK { print("child in %ld, killed %d\n", rust_get_sched_id(), yield()); };
    start_task(b, &body);
    await(flag);
    yields(20);
    task_signal_event(a, nullptr);
    rust_task_deref(a);
    CHECK(rust_osmain_sched_id() == 1 && rust_get_argc() == 2 && rust_sched_current_nonlazy_threads() >= 1);
    void *block = rust_uv_current_kernel_malloc(8);
    rust_uv_current_kernel_free(block);
}

CASE(kill_all_may_be_called_on_the_rust_stack, exits(101).err("root task failed").out("killed 1\n")) {
    rust_task_kill_all(rust_get_task());
    print("killed %d\n", yield());
}

START(every_call_is_aligned, exits(0).out("body\nc\nrust\nc again\nglue\ncleanup\nannihilator\nrunner\nthread\n")) {
#define SAY_ALIGNED(what) print("%s", aligned(__builtin_frame_address(0)) ? what "\n" : "not aligned: " what "\n")
    annihilate_by([] { if (get_task_id() == 2) SAY_ALIGNED("annihilator"); });
    start(TASK {
        static type_desc description = {8, 8, nullptr, [](void *, void *, const type_desc **, void *) { SAY_ALIGNED("glue"); }, nullptr, nullptr, nullptr, nullptr};
        static fn_env_pair pair = {};
        on_c([] {
            rust_register_exit_function(TASK {
                SAY_ALIGNED("runner");
                on_c([] {
                    fn_env_pair thread = {TASK { SAY_ALIGNED("thread"); }, nullptr};
                    rust_raw_thread_join_delete(rust_raw_thread_start(&thread));
                });
            }, &pair);
            auto *env = static_cast<rust_opaque_box *>(rust_uv_current_kernel_malloc(sizeof(rust_opaque_box) + 8));
            env->td = &description;
            rust_task *child = new_task();
            rust_task_local_data_atexit(child, [](void *) { SAY_ALIGNED("cleanup"); });
            fn_env_pair closure = {TASK {
                SAY_ALIGNED("body");
                on_c([] {
                    SAY_ALIGNED("c");
                    on_rust([] {
                        SAY_ALIGNED("rust");
                        on_c([] { SAY_ALIGNED("c again"); });
                    });
                });
            }, env};
            start_task(child, &closure);
        });
    });
}

START(the_limit_word_is_0_on_every_stack_but_the_rust_stack, exits(0).out("glue\ncleanup\nannihilator\nthread\n")) {
    static uintptr_t body_limit;
    annihilate_by([] {
        if (get_task_id() == 2 && stack_limit() == body_limit) print("annihilator\n");
    });
    start(TASK {
        static type_desc description = {8, 8, nullptr, [](void *, void *, const type_desc **, void *) {
            if (stack_limit() == body_limit) print("glue\n");
        }, nullptr, nullptr, nullptr, nullptr};
        rust_task *child = nullptr;
        on_c([&] {
            auto *env = static_cast<rust_opaque_box *>(rust_uv_current_kernel_malloc(sizeof(rust_opaque_box) + 8));
            env->td = &description;
            child = new_task();
            rust_task_local_data_atexit(child, [](void *) { if (!stack_limit()) print("cleanup\n"); });
            fn_env_pair closure = {TASK {
                body_limit = stack_limit();
                CHECK(body_limit);
                for (int i = 0; i < 3; i++) {
                    yield();
                    CHECK(stack_limit() == body_limit);
                    on_c([] {
                        CHECK(!stack_limit());
                        rust_task_yield(rust_get_task(), nullptr);
                        CHECK(!stack_limit());
                        on_rust([] {
                            CHECK(stack_limit() == body_limit);
                            void *event;
                            task_signal_event(rust_get_task(), nullptr);
                            task_wait_event(rust_get_task(), &event);
                            yield();
                            CHECK(stack_limit() == body_limit);
                            on_c([] { CHECK(!stack_limit()); });
                            CHECK(stack_limit() == body_limit);
                        });
                        CHECK(!stack_limit());
                    });
                    CHECK(stack_limit() == body_limit);
                }
                flag = 1;
            }, env};
            start_task(child, &closure);
        });
        await(flag);
        on_c([] { pause_ms(50); });
        yields(50);
        on_c([] {
            fn_env_pair thread = {TASK { if (!stack_limit()) print("thread\n"); }, nullptr};
            rust_raw_thread_join_delete(rust_raw_thread_start(&thread));
        });
    });
}

CASE(logging_in_a_destructor_on_the_rust_stack_aborts, aborts("logging on rust stack").out("destructor\n")) {
    struct Logger {
        ~Logger() {
            print("destructor\n");
            rust_log_str(1, "from rust", 9);
        }
    } logger;
    fail_quietly();
}

CASE(a_destructor_logs_on_the_c_stack, exits(101).err("rust: from c\n")) {
    struct Logger {
        ~Logger() { on_c([] { rust_log_str(1, "from c", 6); }); }
    } logger;
    fail_quietly();
}

CASE(logging_in_a_callback_aborts, aborts("logging on rust stack")) {
    on_c([] { on_rust([] { rust_log_str(1, "from rust", 9); }); });
}

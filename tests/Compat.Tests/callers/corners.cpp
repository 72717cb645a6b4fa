// Sentences of docs/legacy/observed-behaviour.md (sections 2 to 8) and legacy-runtime.md that no other case would miss:
// combinations of two rules, odd values of variables, and what is left after an end. The legacy library itself, the router
// with everything legacy and the router with everything new must all end like this. The harness is that of legacy/tests.
#include "harness.h"
#include <atomic>
#include <cerrno>
#include <cfenv>
#include <climits>
#include <csignal>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <pthread.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

using namespace harness;

// Complete, so that a failure can be caught; what is in it is the runtime's.
struct rust_task {};

namespace {

rust_task *first, *second;
std::atomic<int> flag, ready;
rust_sched_id fresh;
std::string trace;
int live;

void *word(long value) {
    return reinterpret_cast<void *>(value);
}

void on_a_foreign_thread(void *(*body)(void *)) {
    on_c([=] {
        pthread_t thread;
        pthread_create(&thread, nullptr, body, nullptr);
        pthread_join(thread, nullptr);
    });
}

void pause_ms(long ms) {
    timespec time = {ms / 1000, ms % 1000 * 1000000};
    nanosleep(&time, nullptr);
}

void yields(int n) {
    for (int i = 0; i < n; i++) yield();
}

struct Unwound {
    const char *text;
    ~Unwound() { print("%s\n", text); }
};

void say_unwinding() {
    print("unwinding %d\n", rust_task_is_unwinding(rust_get_task()));
}

// Names the task in the trace at each of six turns.
void six_turns(char name) {
    for (int i = 0; i < 6; i++) {
        trace += name;
        yield();
    }
    live--;
}

rust_task *child_in(rust_sched_id id, spawn_fn body) {
    rust_task *task = nullptr;
    on_c([&] {
        task = rust_new_task_in_sched(id);
        fn_env_pair closure = {body, nullptr};
        start_task(task, &closure);
    });
    return task;
}

// The recorded order of RUST_SEED=42, of three children made by a task that is alone on its loop.
void recorded_order(rust_sched_id where) {
    trace.clear();
    live = 3;
    child_in(where, TASK { six_turns('a'); });
    child_in(where, TASK { six_turns('b'); });
    child_in(where, TASK { six_turns('c'); });
    while (live) {
        trace += 'm';
        yield();
    }
    print("%s\n", trace.c_str());
}

#define RECORDED "mmbmmbbaambmbmmaacbacamcmcccmm\n"

void register_runner(spawn_fn runner) {
    static fn_env_pair pair = {};
    on_c([=] { rust_register_exit_function(runner, &pair); });
}

} // namespace

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

// Of the caller's frame: the ABI has it at 0 modulo 16.
bool aligned(void *frame) {
    return (reinterpret_cast<uintptr_t>(frame) & 15) == 0;
}

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

// ---- section 3: start, exit status, environment

START(the_annihilator_is_called_with_null, exits(0).out("null 1\n")) {
    map().annihilate = reinterpret_cast<void *>(+[](void *argument) { print("null %d\n", !argument); });
    start(TASK {});
}

CASE(the_last_task_of_another_scheduler_holds_the_end_back, exits(0).out("main ends\nlast\nrunner\n")) {
    register_runner(TASK { print("runner\n"); });
    on_c([] { fresh = rust_new_sched(1); });
    spawn_in(fresh, TASK {
        on_c([] { pause_ms(100); });
        print("last\n");
    });
    print("main ends\n");
}

CASE(a_status_that_is_101_only_when_cut_stays, exits(101)) {
    on_c([] {
        rust_set_exit_status(0x7000000065);
        rust_set_exit_status(5);
    });
}

START(the_status_is_an_int, exits(0).out("-1\n2147483647\n-2147483648\n0\n256\n")) {
    print("%d\n", start(TASK { on_c([] { rust_set_exit_status(-1); }); }));
    print("%d\n", start(TASK { on_c([] { rust_set_exit_status(0x7fffffff); }); }));
    print("%d\n", start(TASK { on_c([] { rust_set_exit_status(0x80000000); }); }));
    print("%d\n", start(TASK { on_c([] { rust_set_exit_status(0x100000000); }); }));
    print("%d\n", start(TASK { on_c([] { rust_set_exit_status(256); }); }));
}

START(a_failed_start_leaves_the_next_one_alone, exits(0).out("101\n0\nkilled 0\n3\n")) {
    print("%d\n", start(TASK { fail_quietly(); }));
    print("%d\n", start(TASK { rust_task_local_data_atexit(rust_get_task(), [](void *) {}); fail_quietly(); }));
    int status = start(TASK {
        on_c([] { rust_set_exit_status(3); });
        spawn(TASK { print("killed %d\n", yield()); });
    });
    print("%d\n", status);
}

START(exit_functions_are_those_of_each_start, exits(0).out("one\ntwo\n0\n0\n0\n")) {
    int a = start(TASK { register_runner(TASK { print("one\n"); }); });
    int b = start(TASK { register_runner(TASK { print("two\n"); }); });
    int c = start(TASK {});
    print("%d\n%d\n%d\n", a, b, c);
}

START(forty_starts_are_alike, exits(0).out("same\n")) {
    for (int i = 0; i < 40; i++)
        CHECK(start(TASK {
            on_c([] { fresh = rust_new_sched(2); });
            CHECK(fresh == 3);
            flag = 0;
            for (int k = 0; k < 3; k++) spawn(TASK { flag++; });
            spawn_in(fresh, TASK { flag++; });
            while (flag < 4) yield();
        }) == 0);
    print("same\n");
}

START(the_starting_thread_may_be_any, exits(0).out("platform on it 1\n4\n")) {
    static pthread_t starter;
    pthread_create(&starter, nullptr, [](void *) -> void * {
        return word(start(TASK {
            spawn_in(1, TASK { print("platform on it %d\n", !!pthread_equal(starter, pthread_self())); });
            on_c([] { rust_set_exit_status(4); });
        }));
    }, nullptr);
    void *status;
    pthread_join(starter, &status);
    print("%ld\n", reinterpret_cast<long>(status));
}

START(a_null_main_crashes, crashes()) { start(nullptr); }

CASE(threads_in_hex_are_none, exits(0).env("RUST_THREADS", "0x4").out("online\n")) {
    if (rust_num_threads() == static_cast<uintptr_t>(sysconf(_SC_NPROCESSORS_ONLN))) print("online\n");
}
CASE(negative_threads_are_none, exits(0).env("RUST_THREADS", "-3").out("online\n")) {
    if (rust_num_threads() == static_cast<uintptr_t>(sysconf(_SC_NPROCESSORS_ONLN))) print("online\n");
}
CASE(empty_threads_are_none, exits(0).env("RUST_THREADS", "").out("online\n")) {
    if (rust_num_threads() == static_cast<uintptr_t>(sysconf(_SC_NPROCESSORS_ONLN))) print("online\n");
}
CASE(unset_threads_are_online, exits(0).env("RUST_THREADS", nullptr).out("online\n")) {
    if (rust_num_threads() == static_cast<uintptr_t>(sysconf(_SC_NPROCESSORS_ONLN))) print("online\n");
}
CASE(threads_end_at_the_first_other_character, exits(0).env("RUST_THREADS", " +5x7").out("5 5 1\n")) {
    print("%zu %zu %zu\n", rust_num_threads(), rust_sched_threads(), rust_sched_current_nonlazy_threads());
}
CASE(a_million_threads_are_only_a_maximum, exits(0).env("RUST_THREADS", "1000000").out("1000000 1000000 1\n2\n")) {
    print("%zu %zu %zu\n", rust_num_threads(), rust_sched_threads(), rust_sched_current_nonlazy_threads());
    spawn(TASK {});
    print("%zu\n", rust_sched_current_nonlazy_threads());
}
CASE(variables_are_read_at_the_start_only, exits(0).out("same\n")) {
    on_c([] {
        uintptr_t before = rust_num_threads();
        setenv("RUST_THREADS", "7", 1);
        if (rust_num_threads() == before && rust_sched_threads() == before) print("same\n");
    });
}
START(variables_are_read_again_at_the_next_start, exits(0).out("3\n5\n")) {
    auto body = TASK { print("%zu\n", rust_num_threads()); };
    setenv("RUST_THREADS", "3", 1);
    start(body);
    setenv("RUST_THREADS", "5", 1);
    start(body);
}

CASE(no_stack_at_all_aborts, aborts("Stack size must be greater than LIMIT_OFFSET").env("RUST_MIN_STACK", "0")) {}
CASE(text_for_a_stack_aborts, aborts("Stack size must be greater than LIMIT_OFFSET").env("RUST_MIN_STACK", "big")) {}
CASE(an_empty_stack_size_aborts, aborts("Stack size must be greater than LIMIT_OFFSET").env("RUST_MIN_STACK", "")) {}
CASE(a_negative_stack_runs_out, aborts("ran out of stack").env("RUST_MIN_STACK", "-1")) {}
CASE(a_stack_size_in_octal, exits(0).env("RUST_MIN_STACK", "01000000").out("ran\n")) { print("ran\n"); }
CASE(a_maximum_of_text_runs_out, aborts("ran out of stack").env("RUST_MAX_STACK", "big")) {}
CASE(an_empty_maximum_runs_out, aborts("ran out of stack").env("RUST_MAX_STACK", "")) {}
CASE(a_negative_maximum_is_none, exits(0).env("RUST_MAX_STACK", "-1").out("ran\n")) { print("ran\n"); }
CASE(a_maximum_equal_to_the_minimum_is_enough, exits(0).env("RUST_MAX_STACK", "262144").out("ran\n")) { print("ran\n"); }
CASE(a_maximum_one_byte_below_runs_out, aborts("ran out of stack").env("RUST_MAX_STACK", "262143")) {}

CASE(a_stack_may_be_larger_than_a_gigabyte, exits(0).env("RUST_MIN_STACK", "0x60000000").env("RUST_MAX_STACK", "0x70000000").out("child\n")) {
    spawn(TASK { print("child\n"); });
}

START(every_start_may_have_another_stack_size, exits(0).out("20\n")) {
    int ran = 0;
    for (int i = 0; i < 20; i++) {
        setenv("RUST_MIN_STACK", std::to_string(262144 + i * 65536).c_str(), 1);
        ran += start(TASK { spawn(TASK { on_c([] { rust_set_exit_status(1); }); }); });
    }
    print("%d\n", ran);
}

START(every_start_keeps_the_argument_vector, exits(0).out("3 same 1 7\n")) {
    static char program[] = "p", *arguments[] = {program, program, program, nullptr};
    int status = rust_start(reinterpret_cast<uintptr_t>(+TASK {
        on_c([] {
            print("%d same %d ", rust_get_argc(), rust_get_argv() == arguments);
            rust_set_exit_status(7);
        });
    }), 3, arguments, &map());
    print("%d\n", status);
}

START(arguments_are_not_looked_at, exits(0).out("-5 1\n")) {
    rust_start(reinterpret_cast<uintptr_t>(+TASK { print("%d %d\n", rust_get_argc(), !rust_get_argv()); }), -5, nullptr, &map());
}

CASE(environment_pairs_are_those_of_now, exits(0).out("new 1\n")) {
    on_c([] {
        setenv("RUSTRT_NOW", "new", 1);
        rust_vec_box *pairs = rust_env_pairs();
        auto **strings = reinterpret_cast<rust_str **>(pairs->data);
        int found = 0;
        for (size_t i = 0; i < pairs->fill / 8; i++) {
            found += !strcmp(reinterpret_cast<char *>(strings[i]->data), "RUSTRT_NOW=new");
            rust_uv_current_kernel_free(strings[i]);
        }
        rust_uv_current_kernel_free(pairs);
        print("new %d\n", found);
    });
}

CASE(an_environment_that_was_cleared_crashes, crashes()) {
    on_c([] {
        clearenv();
        rust_env_pairs();
    });
}

CASE(a_start_inside_a_task_ends_with_the_count_of_both, aborts("exchange heap not empty on on exit").out("inner\n")) {
    on_c([] { start(TASK { print("inner\n"); }); });
}

// ---- section 4: tasks

CASE(failed_look_ups_use_up_no_ids, exits(0).out("2\n")) {
    on_c([] {
        rust_new_task_in_sched(99);
        rust_new_task_in_sched(0);
        rust_new_task_in_sched(-7);
        rust_new_task_in_sched(0x100000002);
    });
    spawn(TASK { print("%ld\n", get_task_id()); });
}

CASE(one_counter_of_ids_for_all_schedulers, exits(0).out("2\n3\n4\n5\n").any_order()) {
    on_c([] { fresh = rust_new_sched(1); });
    spawn(TASK { print("%ld\n", get_task_id()); });
    spawn_in(fresh, TASK { print("%ld\n", get_task_id()); });
    spawn_in(1, TASK { print("%ld\n", get_task_id()); });
    spawn(TASK { print("%ld\n", get_task_id()); });
}

CASE(starting_a_dead_task_aborts_or_crashes, crashes()) {
    static rust_task *child;
    child = spawn(TASK { flag = 1; }, true);
    await(flag);
    on_c([] { pause_ms(100); });
    yields(10);
    on_c([] {
        fn_env_pair closure = {TASK {}, nullptr};
        start_task(child, &closure);
    });
}

CASE(a_child_with_everything_set_before_its_start, exits(0).out("yield 0\nyield 1\nwait 1 of 9\ncleanup 4\n")) {
    on_c([] {
        rust_task *child = new_task();
        rust_task_inhibit_kill(child);
        rust_task_kill_other(child);
        task_signal_event(child, word(9));
        rust_set_task_local_data(child, word(4));
        rust_task_local_data_atexit(child, [](void *data) { print("cleanup %ld\n", reinterpret_cast<long>(data)); });
        fn_env_pair closure = {TASK {
            rust_task *self = rust_get_task();
            print("yield %d\n", yield());
            rust_task_allow_kill(self);
            print("yield %d\n", yield());
            void *event = nullptr;
            bool killed = wait(&event);
            print("wait %d of %ld\n", killed, reinterpret_cast<long>(event));
        }, nullptr};
        start_task(child, &closure);
    });
}

CASE(an_unyieldable_newborn_fails_at_its_first_yield, exits(0).out("unwound\n").err("yielded in an atomic section")) {
    on_c([] {
        rust_task *child = new_task();
        rust_task_inhibit_yield(child);
        fn_env_pair closure = {TASK {
            Unwound unwound{"unwound"};
            yield();
        }, nullptr};
        start_task(child, &closure);
    });
}

CASE(an_environment_without_a_descriptor_crashes, crashes()) {
    on_c([] {
        auto *env = static_cast<rust_opaque_box *>(rust_uv_current_kernel_malloc(sizeof(rust_opaque_box) + 8));
        fn_env_pair closure = {TASK {}, env};
        start_task(new_task(), &closure);
    });
}

CASE(drop_glue_may_yield_and_call_c, exits(0).out("dropped\n")) {
    static type_desc description = {8, 8, nullptr, [](void *, void *, const type_desc **, void *) {
        yield();
        on_c([] { on_rust([] { yield(); }); });
        print("dropped\n");
    }, nullptr, nullptr, nullptr, nullptr};
    on_c([] {
        auto *env = static_cast<rust_opaque_box *>(rust_uv_current_kernel_malloc(sizeof(rust_opaque_box) + 8));
        env->td = &description;
        fn_env_pair closure = {TASK {}, env};
        start_task(new_task(), &closure);
    });
}

CASE(drop_glue_of_the_killed_sees_the_kill, exits(0).out("1\n")) {
    static type_desc description = {8, 8, nullptr, [](void *, void *, const type_desc **, void *) { print("%d\n", yield()); }, nullptr, nullptr, nullptr, nullptr};
    on_c([] {
        auto *env = static_cast<rust_opaque_box *>(rust_uv_current_kernel_malloc(sizeof(rust_opaque_box) + 8));
        env->td = &description;
        rust_task *child = new_task();
        rust_task_kill_other(child);
        fn_env_pair closure = {TASK {}, env};
        start_task(child, &closure);
    });
}

CASE(failing_drop_glue_aborts, exits(134)) {
    static type_desc description = {8, 8, nullptr, [](void *, void *, const type_desc **, void *) { fail_quietly(); }, nullptr, nullptr, nullptr, nullptr};
    on_c([] {
        auto *env = static_cast<rust_opaque_box *>(rust_uv_current_kernel_malloc(sizeof(rust_opaque_box) + 8));
        env->td = &description;
        fn_env_pair closure = {TASK {}, env};
        start_task(new_task(), &closure);
    });
}

START(the_annihilator_of_the_killed_is_unkillable, exits(0).out("1: 0 0\n2: 0 1\n").any_order()) {
    annihilate_by([] {
        bool killed = yield();
        print("%ld: %d %d\n", get_task_id(), killed, rust_task_is_unwinding(rust_get_task()));
    });
    start(TASK { spawn(TASK { rust_task_kill_other(rust_get_task()); yield(); fail_quietly(); }); });
}

START(the_annihilator_may_wait, exits(0).out("event 6\n")) {
    annihilate_by([] {
        if (get_task_id() != 2) return;
        void *event = nullptr;
        first = rust_get_task();
        ready = 1;
        task_wait_event(first, &event);
        print("event %ld\n", reinterpret_cast<long>(event));
        flag = 1;
    });
    start(TASK {
        spawn(TASK {});
        await(ready);
        yields(10);
        signal(first, word(6));
        await(flag);
    });
}

CASE(the_annihilator_is_that_of_the_map_as_it_is_now, exits(0).out("child\nannihilator of 2\nannihilator of 1\n")) {
    annihilate_by([] {
        print("annihilator of %ld\n", get_task_id());
        flag = 1;
    });
    spawn(TASK { print("child\n"); });
    await(flag);
}

START(the_annihilator_may_do_what_a_body_may, exits(0).out("child\n5\n").any_order()) {
    annihilate_by([] {
        if (get_task_id() != 1) return;
        on_c([] { rust_set_exit_status(5); });
        spawn(TASK { print("child\n"); });
    });
    print("%d\n", start(TASK {}));
}

CASE(a_kill_in_the_cleanup_or_the_annihilator_of_main_comes_too_late, exits(0).no_err("root task failed")) {
    rust_task_local_data_atexit(rust_get_task(), [](void *) { rust_task_kill_other(rust_get_task()); });
}

CASE(a_newborn_that_is_let_go_leaks_its_stack, aborts("leaked memory in rust main loop (1 objects)")) {
    on_c([] { rust_task_deref(new_task()); });
    print("not reached\n");
}

CASE(a_reference_taken_in_the_cleanup_keeps_the_task, exits(0).out("unwinding 0\n")) {
    spawn(TASK {
        rust_task_local_data_atexit(rust_get_task(), [](void *) {
            first = rust_get_task();
            rust_task_ref(first);
            flag = 1;
        });
    });
    await(flag);
    on_c([] { pause_ms(50); });
    yields(50);
    print("unwinding %d\n", rust_task_is_unwinding(first));
    drop(first);
}

CASE(data_without_a_cleanup_outlive_the_task_and_with_one_do_not, exits(0).out("1\n0\n")) {
    for (rust_tld_cleanup cleanup : {rust_tld_cleanup(nullptr), rust_tld_cleanup([](void *) {})}) {
        static rust_tld_cleanup chosen;
        chosen = cleanup;
        flag = 0;
        first = spawn(TASK {
            rust_set_task_local_data(rust_get_task(), &flag);
            rust_task_local_data_atexit(rust_get_task(), chosen);
            flag = 1;
        }, true);
        await(flag);
        on_c([] { pause_ms(50); });
        yields(50);
        print("%d\n", rust_get_task_local_data(first) == &flag);
        drop(first);
    }
}

CASE(process_exit_does_not_wait_for_tasks, exits(9).out("exiting\n")) {
    spawn(TASK { void *event; wait(&event); });
    spawn_in(1, TASK { void *event; wait(&event); });
    yields(10);
    print("exiting\n");
    on_c([] { exit(9); });
}

CASE(exit_runs_the_process_handlers, exits(3).out("handler\n")) {
    on_c([] {
        atexit([] { print("handler\n"); });
        exit(3);
    });
}

// ---- section 5: scheduling and schedulers

CASE(a_seed_orders_a_new_scheduler_alike, exits(0).env("RUST_SEED", "42").out(RECORDED)) {
    on_c([] { fresh = rust_new_sched(1); });
    spawn_in(fresh, TASK { recorded_order(fresh); flag = 1; });
    while (!flag) on_c([] { pause_ms(1); });
}

CASE(a_seed_orders_the_platform_scheduler_alike, exits(0).env("RUST_SEED", "42").out(RECORDED)) {
    spawn_in(1, TASK { recorded_order(1); flag = 1; });
    while (!flag) on_c([] { pause_ms(1); });
}

CASE(a_seed_orders_each_of_two_schedulers_alike, exits(0).env("RUST_SEED", "42").out(RECORDED RECORDED)) {
    for (int i = 0; i < 2; i++) {
        on_c([] { fresh = rust_new_sched(1); });
        flag = 0;
        spawn_in(fresh, TASK { recorded_order(fresh); flag = 1; });
        while (!flag) on_c([] { pause_ms(1); });
    }
}

START(a_seed_orders_the_next_start_alike, exits(0).env("RUST_SEED", "42").threads("1").out(RECORDED RECORDED)) {
    auto body = TASK { recorded_order(2); };
    start(body);
    start(body);
}

CASE(a_referenced_dead_task_keeps_its_scheduler, exits(0).out("second\nalive 1\ngone 1\n")) {
    on_c([] { fresh = rust_new_sched(1); });
    on_c([] {
        first = rust_new_task_in_sched(fresh);
        rust_task_ref(first);
        fn_env_pair closure = {TASK { flag = 1; }, nullptr};
        start_task(first, &closure);
    });
    await(flag);
    on_c([] { pause_ms(100); });
    rust_task *child = spawn_in(fresh, TASK { print("second\n"); flag = 2; });
    while (child && flag != 2) yield();
    print("alive %d\n", !!child);
    drop(first);
    on_c([] {
        pause_ms(300);
        print("gone %d\n", !rust_new_task_in_sched(fresh));
    });
}

CASE(threads_of_a_new_scheduler_come_with_its_tasks, exits(0).out("1 of 3\n2 of 3\n3 of 3\n3 of 3\n")) {
    on_c([] { fresh = rust_new_sched(3); });
    spawn_in(fresh, TASK {
        for (int i = 0; i < 4; i++) {
            on_c([] { print("%zu of %zu\n", rust_sched_current_nonlazy_threads(), rust_sched_threads()); });
            spawn_in(fresh, TASK {});
        }
    });
}

CASE(two_billion_threads_are_only_a_maximum, exits(0).out("2147483647 1\n")) {
    on_c([] { fresh = rust_new_sched(INT_MAX); });
    spawn_in(fresh, TASK { on_c([] { print("%zu %zu\n", rust_sched_threads(), rust_sched_current_nonlazy_threads()); }); });
}

CASE(schedulers_make_schedulers, exits(0).out("made 10\n")) {
    struct Maker {
        static void body(void *, rust_opaque_box *, void *) {
            static std::atomic<int> made;
            if (++made == 10) {
                print("made 10\n");
                return;
            }
            rust_sched_id next = 0;
            on_c([&] { next = rust_new_sched(2); });
            CHECK(next == made + 2);
            spawn_in(next, body);
        }
    };
    Maker::body(nullptr, nullptr, nullptr);
}

CASE(a_platform_task_holds_the_end_back, exits(0).out("main ends\nplatform ends\n")) {
    spawn_in(1, TASK {
        ready = 1;
        on_c([] { pause_ms(200); });
        print("platform ends\n");
    });
    await(ready);
    print("main ends\n");
}

CASE(a_platform_task_that_waits_for_ever_hangs, hangs().out("main ends\n")) {
    spawn_in(1, TASK { void *event; wait(&event); });
    print("main ends\n");
}

CASE(a_platform_task_may_end_the_process, exits(4)) {
    spawn_in(1, TASK { on_c([] { exit(4); }); });
    void *event;
    wait(&event);
}

CASE(the_main_and_platform_schedulers_outlive_their_tasks, exits(0).out("platform\nplatform again\nmain\nmain again\n")) {
    on_c([] { fresh = rust_new_sched(1); });
    on_c([] { rust_inc_kernel_live_count(); });
    spawn_in(fresh, TASK {
        // Task 1 ends meanwhile.
        auto one_after_the_other = [](rust_sched_id id, spawn_fn body) {
            flag = 0;
            CHECK(spawn_in(id, body));
            while (!flag) yield();
            on_c([] { pause_ms(20); });
        };
        on_c([] { pause_ms(50); });
        one_after_the_other(1, TASK { print("platform\n"); flag = 1; });
        one_after_the_other(1, TASK { print("platform again\n"); flag = 1; });
        one_after_the_other(2, TASK { print("main\n"); flag = 1; });
        one_after_the_other(2, TASK { print("main again\n"); flag = 1; });
        on_c([] { rust_dec_kernel_live_count(); });
    });
}

CASE(a_platform_task_fails_like_any_other, exits(0).out("unwound\nmain\n").err("'p', p.rs:1")) {
    spawn_in(1, TASK {
        struct Done {
            ~Done() { print("unwound\n"); flag = 1; }
        } done;
        upcall_fail("p", "p.rs", 1);
    });
    await(flag);
    print("main\n");
}

CASE(events_cross_all_schedulers, exits(0).out("30\n")) {
    on_c([] { fresh = rust_new_sched(1); });
    first = rust_get_task();
    static std::atomic<long> sum;
    auto body = TASK {
        for (int i = 0; i < 10; i++) {
            sum++;
            signal(first, nullptr);
            yield();
        }
        flag++;
    };
    spawn_in(1, body);
    spawn_in(fresh, body);
    spawn(body);
    while (flag < 3) {
        void *event;
        if (sum < 30) wait(&event);
        else yield();
    }
    print("%ld\n", sum.load());
}

// ---- section 6: events

CASE(a_null_event_is_an_event, exits(0).out("0 nil 1\n")) {
    signal(rust_get_task(), nullptr);
    void *event = word(3);
    bool killed = wait(&event);
    print("%d nil %d\n", killed, !event);
}

CASE(the_first_wait_of_a_killed_task_gives_null, exits(101).out("1 nil 1\n")) {
    rust_task_kill_other(rust_get_task());
    void *event = word(3);
    bool killed = wait(&event);
    print("%d nil %d\n", killed, !event);
}

CASE(a_killed_wait_gives_others_a_turn, exits(101).threads("1")) {
    rust_task_kill_other(rust_get_task());
    spawn(TASK { flag = 1; });
    void *event;
    while (!flag) CHECK(wait(&event));
}

CASE(a_pending_wait_keeps_the_turn, exits(0).threads("1")) {
    spawn(TASK { flag = 1; });
    for (int i = 0; i < 50; i++) {
        signal(rust_get_task(), nullptr);
        void *event;
        wait(&event);
        CHECK(!flag);
    }
}

CASE(clear_without_an_event_does_nothing, exits(0).out("5\n")) {
    rust_task *self = rust_get_task();
    task_clear_event_reject(self);
    task_clear_event_reject(self);
    signal(self, word(5));
    void *event;
    wait(&event);
    print("%ld\n", reinterpret_cast<long>(event));
}

CASE(a_kill_ends_one_wait_and_every_later_one, exits(0).out("1 nil\n1 nil\n1 nil\n")) {
    second = spawn(TASK {
        void *event = nullptr;
        ready = 1;
        for (int i = 0; i < 3; i++) {
            bool killed = wait(&event);
            print("%d %s\n", killed, event ? "event" : "nil");
        }
        flag = 1;
    }, true);
    await(ready);
    yields(20);
    on_c([] { rust_task_kill_other(second); });
    await(flag);
    drop(second);
}

CASE(a_signal_after_the_kill_of_a_blocked_task_is_seen_too, exits(0).threads("1").out("1 8\n")) {
    second = spawn(TASK {
        void *event = nullptr;
        ready = 1;
        bool killed = wait(&event);
        print("%d %ld\n", killed, reinterpret_cast<long>(event));
        flag = 1;
    }, true);
    await(ready);
    yields(20);
    on_c([] {
        rust_task_kill_other(second);
        task_signal_event(second, word(8));
    });
    await(flag);
    drop(second);
}

CASE(a_kill_after_the_signal_of_a_blocked_task_is_seen_too, exits(0).threads("1").out("1 8\n")) {
    second = spawn(TASK {
        void *event = nullptr;
        ready = 1;
        bool killed = wait(&event);
        print("%d %ld\n", killed, reinterpret_cast<long>(event));
        flag = 1;
    }, true);
    await(ready);
    yields(20);
    on_c([] {
        task_signal_event(second, word(8));
        rust_task_kill_other(second);
    });
    await(flag);
    drop(second);
}

CASE(of_two_signals_to_a_blocked_task_the_last_is_told_and_none_is_left, hangs().threads("1").out("2\n")) {
    second = spawn(TASK {
        void *event = nullptr;
        ready = 1;
        wait(&event);
        print("%ld\n", reinterpret_cast<long>(event));
        flag = 1;
        wait(&event);
        print("a second event\n");
    });
    await(ready);
    yields(20);
    on_c([] {
        task_signal_event(second, word(1));
        task_signal_event(second, word(2));
    });
    await(flag);
}

CASE(a_wait_inside_a_callback_is_not_ended_by_a_kill, exits(0).out("0 4\n1\n")) {
    second = spawn(TASK {
        on_c([] {
            on_rust([] {
                void *event = nullptr;
                ready = 1;
                bool killed = task_wait_event(rust_get_task(), &event);
                print("%d %ld\n", killed, reinterpret_cast<long>(event));
            });
            print("%d\n", rust_task_yield(rust_get_task(), nullptr));
        });
        flag = 1;
    }, true);
    await(ready);
    yields(20);
    on_c([] { rust_task_kill_other(second); });
    yields(20);
    CHECK(!flag);
    signal(second, word(4));
    await(flag);
    drop(second);
}

CASE(a_wait_inside_a_callback_of_the_killed_hangs, hangs().out("waiting\n")) {
    rust_task_kill_other(rust_get_task());
    on_c([] {
        on_rust([] {
            print("waiting\n");
            void *event = nullptr;
            task_wait_event(rust_get_task(), &event);
            print("woken\n");
        });
    });
}

CASE(becoming_killable_does_not_wake, hangs().threads("1").out("allowed\n")) {
    second = spawn(TASK {
        rust_task_inhibit_kill(rust_get_task());
        void *event = nullptr;
        ready = 1;
        wait(&event);
        print("woken\n");
    }, true);
    await(ready);
    yields(20);
    on_c([] {
        rust_task_kill_other(second);
        rust_task_allow_kill(second);
        rust_task_kill_other(second); // no-op: it is killed already
        print("allowed\n");
    });
}

CASE(made_killable_while_it_waits_it_learns_with_the_event, exits(0).out("1 6\n")) {
    second = spawn(TASK {
        rust_task_inhibit_kill(rust_get_task());
        void *event = nullptr;
        ready = 1;
        bool killed = wait(&event);
        print("%d %ld\n", killed, reinterpret_cast<long>(event));
        flag = 1;
    }, true);
    await(ready);
    yields(20);
    on_c([] {
        rust_task_kill_other(second);
        rust_task_allow_kill(second);
        task_signal_event(second, word(6));
    });
    await(flag);
    drop(second);
}

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

// ---- section 8: exit functions, live count

CASE(registering_after_the_end_began_aborts_without_functions_too, aborts("registering at_exit function after exit")) {
    on_c([] { rust_dec_kernel_live_count(); });
    register_runner(TASK {});
}

CASE(a_null_runner_after_another_aborts, aborts("there can be only one at_exit_runner")) {
    register_runner(TASK {});
    register_runner(nullptr);
}

CASE(a_newborn_keeps_everything_up_until_it_is_started, exits(0).out("main ends\nlate\nrunner\n")) {
    static rust_task *child;
    register_runner(TASK { print("runner\n"); });
    on_c([] {
        child = new_task();
        pthread_t thread;
        pthread_create(&thread, nullptr, [](void *) -> void * {
            while (!flag) pause_ms(1);
            pause_ms(50);
            fn_env_pair closure = {TASK { print("late\n"); }, nullptr};
            start_task(child, &closure);
            return nullptr;
        }, nullptr);
        pthread_detach(thread);
    });
    print("main ends\n");
    flag = 1;
}

CASE(one_task_may_count_another_out, exits(0).out("runner\nmain ends\n")) {
    register_runner(TASK { print("runner\n"); flag = 1; });
    spawn(TASK { await(flag); });
    on_c([] { rust_dec_kernel_live_count(); rust_dec_kernel_live_count(); });
    await(flag);
    print("main ends\n");
    on_c([] { rust_inc_kernel_live_count(); rust_inc_kernel_live_count(); });
}

CASE(a_null_runner_alone_makes_no_task, exits(0).out("")) { register_runner(nullptr); }

CASE(the_runner_is_named_and_has_the_next_id, exits(0).out("at_exit 4\n")) {
    register_runner(TASK {
        const char *name;
        memcpy(&name, reinterpret_cast<char *>(rust_get_task()) + 248, sizeof name);
        print("%s %ld\n", name, get_task_id());
    });
    spawn(TASK {});
    spawn(TASK {});
}

CASE(other_tasks_have_no_name, exits(0).out("none 1\n")) {
    spawn(TASK {
        const char *name;
        memcpy(&name, reinterpret_cast<char *>(rust_get_task()) + 248, sizeof name);
        print("none %d\n", !name);
    });
}

CASE(an_early_end_begins_when_a_weak_task_dies_in_debt, exits(0).out("exit functions\nmain ends\n")) {
    register_runner(TASK { print("exit functions\n"); flag = 1; });
    spawn(TASK { on_c([] { rust_dec_kernel_live_count(); }); });
    await(flag); // main is alive, and counted out
    print("main ends\n");
}

CASE(the_runner_may_fail_after_it_set_the_status, exits(8).out("runner\n")) {
    register_runner(TASK {
        print("runner\n");
        on_c([] { rust_set_exit_status(8); });
        fail_quietly();
    });
}

CASE(the_runner_may_kill_all, exits(101).out("runner killed 1\n")) {
    register_runner(TASK {
        on_c([] { rust_task_kill_all(rust_get_task()); });
        print("runner killed %d\n", yield());
    });
}

CASE(the_runner_may_make_a_scheduler, exits(0).out("in 3\n")) {
    register_runner(TASK {
        on_c([] { fresh = rust_new_sched(1); });
        spawn_in(fresh, TASK { on_c([] { print("in %ld\n", rust_get_sched_id()); }); });
    });
}

CASE(the_runners_list_stays_readable, exits(0).out("3\n3\n")) {
    static fn_env_pair pairs[3];
    static exit_functions *seen;
    on_c([] {
        for (fn_env_pair &pair : pairs)
            rust_register_exit_function([](void *, rust_opaque_box *, void *list) {
                seen = static_cast<exit_functions *>(list);
                print("%zu\n", seen->count);
                spawn(TASK {
                    yields(20);
                    print("%zu\n", seen->count);
                    for (int i = 0; i < 3; i++) CHECK(seen->start[i] == &pairs[i]);
                });
            }, &pair);
    });
}

CASE(a_leak_is_found_when_the_last_reference_goes, aborts("leaked memory in rust main loop (1 objects)").out("ended\n")) {
    static type_desc description = {8, 8, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};
    first = spawn(TASK {
        upcall_malloc(&description, 8);
        flag = 1;
    }, true);
    await(flag);
    on_c([] { pause_ms(50); });
    yields(50);
    print("ended\n");
    drop(first);
    print("not reached\n");
}

CASE(a_runner_that_waits_for_ever_hangs, hangs().out("runner\n")) {
    register_runner(TASK {
        print("runner\n");
        void *event;
        wait(&event);
    });
}

CASE(global_data_of_a_runner_are_still_there, exits(0).out("44\n")) {
    *static_cast<long *>(rust_get_global_data_ptr()) = 44;
    register_runner(TASK { print("%ld\n", *static_cast<long *>(rust_get_global_data_ptr())); });
}

CASE(an_increment_given_back_by_another_task_lets_it_end, exits(0).out("main ends\nrunner\n")) {
    register_runner(TASK { print("runner\n"); });
    on_c([] { rust_inc_kernel_live_count(); });
    on_c([] { fresh = rust_new_sched(1); });
    spawn_in(fresh, TASK {
        on_c([] { pause_ms(50); });
        on_c([] { rust_dec_kernel_live_count(); });
    });
    print("main ends\n");
}

// ---- the process around the runtime: what signals do is the program's to say

START(a_broken_pipe_ends_the_process, exits(128 + SIGPIPE).out("writing\n")) {
    signal(SIGPIPE, SIG_DFL); // whoever runs the tests may ignore it, and that is inherited
    start(TASK {
        on_c([] {
            int ends[2];
            if (pipe(ends)) return;
            close(ends[0]);
            print("writing\n");
            if (write(ends[1], "x", 1) < 0) print("told by errno %d\n", errno);
        });
    });
}

START(a_handler_of_broken_pipes_stays, exits(0).out("handler\ntask\n")) {
    signal(SIGPIPE, [](int) { print("handler\n"); });
    start(TASK {
        raise(SIGPIPE);
        print("task\n");
    });
}

START(ignored_signals_stay_ignored, exits(0).out("alive\n")) {
    for (int number : {SIGTERM, SIGINT, SIGQUIT, SIGHUP, SIGPIPE}) signal(number, SIG_IGN);
    start(TASK {
        for (int number : {SIGTERM, SIGINT, SIGQUIT, SIGHUP, SIGPIPE}) raise(number);
        print("alive\n");
    });
}

START(a_handler_of_segmentation_faults_is_called, exits(7)) {
    signal(SIGSEGV, [](int) { _exit(7); });
    start(TASK { on_c([] { *const_cast<volatile int *>(static_cast<int *>(nullptr)) = 1; }); });
}

CASE(a_task_may_fork_and_its_child_may_leave, exits(0).out("child\nparent 7\n")) {
    on_c([] {
        pid_t child = fork();
        if (child == 0) {
            print("child\n");
            _exit(7);
        }
        int status = 0;
        waitpid(child, &status, 0);
        print("parent %d\n", WEXITSTATUS(status));
    });
}

CASE(a_signal_handler_finds_the_task_that_it_interrupts, exits(0).out("task 1\n")) {
    on_c([] {
        signal(SIGUSR1, [](int) { print("task %ld\n", get_task_id()); });
        raise(SIGUSR1);
    });
}

CASE(a_division_by_zero_ends_the_process, exits(128 + SIGFPE)) {
    on_c([] {
        volatile int zero = 0;
        print("%d\n", 5 / zero);
    });
}

CASE(an_illegal_instruction_ends_the_process, exits(128 + SIGILL)) { __builtin_trap(); }
CASE(a_termination_ends_the_process, exits(128 + SIGTERM)) { raise(SIGTERM); }
CASE(an_interrupt_ends_the_process, exits(128 + SIGINT)) { raise(SIGINT); }

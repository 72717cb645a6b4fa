// What the machine does not give: address space, threads, descriptors. Each case sets its limit before the first call of the library,
// so that whatever the library loads lives under it, and must then end as on the legacy library: no hang, no other status.
#include "harness.h"
#include <atomic>
#include <fcntl.h>
#include <malloc.h>
#include <pthread.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace harness;

// Where tasks are many. What runs on their stacks has small frames.
#define SMALL_STACKS "RUST_MIN_STACK", "4096"

namespace {

constexpr rlim_t MIB = rlim_t{1} << 20, GIB = rlim_t{1} << 30;

// Of the one case that a process runs. Changed by tasks of two threads.
std::atomic<int> parked, ended, unwound;

[[noreturn]] void limited(int resource, rlim_t to, spawn_fn body) {
    rlimit limit = {to, to};
    CHECK(!setrlimit(resource, &limit));
    exit(start(body) & 255);
}

rust_task **many(int n) {
    rust_task **tasks = nullptr;
    on_c([&] { tasks = new rust_task *[n]; });
    return tasks;
}

void forget(rust_task **tasks, int n) {
    on_c([&] {
        for (int i = 0; i < n; i++) rust_task_deref(tasks[i]);
        delete[] tasks;
    });
}

void reach(std::atomic<int> &count, int n) {
    while (count < n) yield();
}

void tell(std::atomic<int> &count) {
    on_c([&] { print("%d\n", count.load()); });
}

struct Unwound {
    ~Unwound() { unwound++; }
};

// On the task's own stack; what compiled code did not do, and what a task costs that holds no C stack.
void park() {
    void *event;
    parked++;
    if (task_wait_event(rust_get_task(), &event)) fail_quietly();
}

void park_and_unwind() {
    Unwound here;
    park();
}

// As compiled code waited: the task keeps its C stack.
void park_on_c_and_unwind() {
    Unwound here;
    void *event;
    parked++;
    if (wait(&event)) fail_quietly();
}

void kill_all_of(rust_task **tasks, int n) {
    on_c([&] {
        for (int i = 0; i < n; i++) rust_task_kill_other(tasks[i]);
    });
}

// On the C stack.
void take_all_memory() {
    for (size_t size = 256 * MIB; size >= 16; size /= 2)
        while (malloc(size)) {
        }
}

void take_all_descriptors() {
    on_c([] {
        while (dup(1) >= 0) {
        }
    });
}

uv_loop_t *loop_or_null() {
    return static_cast<uv_loop_t *>(rust_uv_loop_new());
}

} // namespace

// ---- many tasks

START(a_hundred_thousand_tasks_are_alive_at_once, exits(0).out("100000\n").env(SMALL_STACKS)) {
    limited(RLIMIT_AS, 4 * GIB, TASK {
        constexpr int n = 100000;
        rust_task **tasks = many(n);
        for (int i = 0; i < n; i++)
            tasks[i] = spawn(
                TASK {
                    park();
                    ended++;
                },
                true);
        reach(parked, n);
        for (int i = 0; i < n; i++) signal(tasks[i], nullptr);
        reach(ended, n);
        forget(tasks, n);
        tell(ended);
    });
}

START(they_all_call_c_and_yield_there, exits(0).out("20000\n").env(SMALL_STACKS)) {
    limited(RLIMIT_AS, 4 * GIB, TASK {
        constexpr int n = 20000;
        for (int i = 0; i < n; i++)
            spawn(TASK {
                on_c([] { parked++; });
                for (int turn = 0; turn < 3; turn++) yield();
                on_c([] { on_rust([] { on_c([] { ended++; }); }); });
            });
        reach(ended, n);
        tell(ended);
    });
}

START(a_thousand_tasks_wait_inside_c_calls, exits(0).out("1000\n").env(SMALL_STACKS)) {
    limited(RLIMIT_AS, 4 * GIB, TASK {
        constexpr int n = 1000;
        rust_task **tasks = many(n);
        for (int i = 0; i < n; i++)
            tasks[i] = spawn(
                TASK {
                    void *event;
                    parked++;
                    wait(&event);
                    on_c([] { ended++; });
                },
                true);
        reach(parked, n);
        for (int i = 0; i < n; i++) signal(tasks[i], nullptr);
        reach(ended, n);
        forget(tasks, n);
        tell(ended);
    });
}

// ---- kills and failures

START(twenty_thousand_are_killed_at_once, exits(0).out("20000\n").env(SMALL_STACKS)) {
    limited(RLIMIT_AS, 4 * GIB, TASK {
        constexpr int n = 20000;
        rust_task **tasks = many(n);
        for (int i = 0; i < n; i++) tasks[i] = spawn(TASK { park_and_unwind(); }, true);
        reach(parked, n);
        kill_all_of(tasks, n);
        reach(unwound, n);
        forget(tasks, n);
        tell(unwound);
    });
}

START(a_thousand_are_killed_inside_c_calls, exits(0).out("1000\n").env(SMALL_STACKS)) {
    limited(RLIMIT_AS, 4 * GIB, TASK {
        constexpr int n = 1000;
        rust_task **tasks = many(n);
        for (int i = 0; i < n; i++) tasks[i] = spawn(TASK { park_on_c_and_unwind(); }, true);
        reach(parked, n);
        kill_all_of(tasks, n);
        reach(unwound, n);
        forget(tasks, n);
        tell(unwound);
    });
}

START(a_failing_main_task_kills_twenty_thousand, exits(101).err("root task failed").env(SMALL_STACKS)) {
    limited(RLIMIT_AS, 4 * GIB, TASK {
        constexpr int n = 20000;
        for (int i = 0; i < n; i++) spawn(TASK { park_and_unwind(); });
        reach(parked, n);
        fail_quietly();
    });
}

START(ten_thousand_tasks_fail_and_main_last, exits(101).out("10000\n").err("root task failed").env(SMALL_STACKS)) {
    limited(RLIMIT_AS, 4 * GIB, TASK {
        constexpr int n = 10000;
        for (int i = 0; i < n; i++)
            spawn(TASK {
                Unwound here;
                yield();
                fail_quietly();
            });
        reach(unwound, n);
        tell(unwound);
        fail_quietly();
    });
}

START(ten_thousand_failing_tasks_leave_the_status_alone, exits(7).out("10000\n").env(SMALL_STACKS)) {
    limited(RLIMIT_AS, 4 * GIB, TASK {
        constexpr int n = 10000;
        on_c([] { rust_set_exit_status(7); });
        for (int i = 0; i < n; i++)
            spawn(TASK {
                Unwound here;
                fail_quietly();
            });
        reach(unwound, n);
        tell(unwound);
    });
}

// ---- memory

// The C library's words of an assertion need memory, too, which may be gone to the last byte.
START(large_exchange_blocks_run_out, aborts("exchange heap: out of memory")) {
    limited(RLIMIT_AS, 1 * GIB, TASK {
        on_c([] {
            for (;;) rust_uv_current_kernel_malloc(1 << 20);
        });
    });
}

START(small_exchange_blocks_run_out, exits(134)) {
    limited(RLIMIT_AS, 600 * MIB, TASK {
        on_c([] {
            for (;;) rust_uv_current_kernel_malloc(1000);
        });
    });
}

START(large_boxes_run_out, aborts("memory region: out of memory allocating 1048608 bytes\n")) {
    limited(RLIMIT_AS, 1 * GIB, TASK {
        static type_desc td = {8, 8, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};
        for (;;) upcall_malloc(&td, 1 << 20);
    });
}

START(small_boxes_run_out, aborts("memory region: out of memory allocating 1032 bytes\n")) {
    limited(RLIMIT_AS, 600 * MIB, TASK {
        static type_desc td = {8, 8, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};
        for (;;) upcall_malloc(&td, 1000);
    });
}

START(stacks_run_out, aborts("memory region: out of memory allocating 264240 bytes\n")) {
    limited(RLIMIT_AS, 1 * GIB, TASK {
        for (;;) spawn(TASK { park(); });
    });
}

START(tasks_that_wait_inside_c_calls_run_out_of_stacks, aborts("exchange heap: out of memory").env(SMALL_STACKS)) {
    limited(RLIMIT_AS, 1 * GIB, TASK {
        for (;;) {
            spawn(TASK {
                void *event;
                wait(&event);
            });
            yield();
        }
    });
}

// Running, waiting, signalling and ending need little. With two threads the C library has a heap for each, and one of them has none left.
START(tasks_go_on_when_nearly_all_memory_is_taken, exits(0).out("1000\n").threads("1")) {
    limited(RLIMIT_AS, 1 * GIB, TASK {
        static rust_task *other;
        other = spawn(
            TASK {
                for (void *event = nullptr; !event; ended++) task_wait_event(rust_get_task(), &event);
            },
            true);
        on_c([] {
            static void *spare[2000];
            for (void *&block : spare) block = malloc(1000);
            take_all_memory();
            for (void *block : spare) free(block);
        });
        for (int i = 0; i < 1000; i++) {
            signal(other, i == 999 ? &other : nullptr);
            reach(ended, i + 1);
        }
        tell(ended);
        drop(other);
    });
}

START(a_program_ends_when_all_memory_is_taken, exits(0)) {
    limited(RLIMIT_AS, 1 * GIB, TASK {
        on_c([] { take_all_memory(); });
    });
}

// ---- threads

// Of the program's own making: its first call of the API finds that there is nothing left.
START(a_threads_first_call_without_memory_aborts, exits(134)) {
    static std::atomic<bool> all_taken;
    limited(RLIMIT_AS, 1 * GIB, TASK {
        on_c([] {
            pthread_t thread;
            CHECK(!pthread_create(
                &thread, nullptr,
                [](void *) -> void * {
                    while (!all_taken) sched_yield();
                    if (!loop_or_null()) abort();
                    return nullptr;
                },
                nullptr));
            take_all_memory();
            all_taken = true;
            pthread_join(thread, nullptr);
        });
    });
}

// Threads are joined when a run ends, and the first run makes what is made once. The C library would keep stacks for threads to come, and
// heaps for those that run side by side.
START(threads_that_have_ended_leave_nothing, exits(0).threads("1").loader_env("GLIBC_TUNABLES", "glibc.pthread.stack_cache_size=0")) {
    constexpr int THREADS = 300;
    constexpr long KILOBYTES_EACH = 16;
    static rust_sched_id fresh;
    mallopt(M_ARENA_MAX, 1);
    long kilobytes[2] = {};
    for (long &now : kilobytes) {
        ended = 0;
        CHECK(!start(TASK {
            for (int i = 1; i <= THREADS; i++) {
                on_c([] { fresh = rust_new_sched(1); });
                spawn_in(fresh, TASK { ended++; });
                reach(ended, i);
            }
        }));
        FILE *pages = fopen("/proc/self/statm", "r");
        CHECK(pages && fscanf(pages, "%ld", &now) == 1 && !fclose(pages));
        now *= 4;
    }
    CHECK(kilobytes[1] - kilobytes[0] < KILOBYTES_EACH * THREADS);
    exit(0);
}

// Each thread makes its C stack as well, so that it may be that which does not fit.
START(a_scheduler_with_more_threads_than_fit_aborts, exits(134)) {
    limited(RLIMIT_AS, 1 * GIB, TASK {
        static rust_sched_id crowded;
        on_c([] { crowded = rust_new_sched(4000); });
        for (int i = 0; i < 4000; i++) spawn_in(crowded, TASK { park(); });
    });
}

START(schedulers_until_no_thread_fits_abort, exits(134)) {
    limited(RLIMIT_AS, 1 * GIB, TASK {
        static rust_sched_id fresh;
        for (int i = 0; i < 4000; i++) {
            on_c([] { fresh = rust_new_sched(1); });
            spawn_in(fresh, TASK { park(); });
        }
    });
}

START(raw_threads_until_none_fits_abort, exits(134).err("Resource temporarily unavailable")) {
    limited(RLIMIT_AS, 1 * GIB, TASK {
        on_c([] {
            static fn_env_pair fn = {TASK { pause(); }, nullptr};
            for (;;) rust_raw_thread_start(&fn);
        });
    });
}

// ---- descriptors

START(loops_until_there_are_no_descriptors, exits(0).out("no loop\nran\n")) {
    limited(RLIMIT_NOFILE, 64, TASK {
        on_c([] {
            uv_loop_t *last = nullptr, *loop;
            while ((loop = loop_or_null())) last = loop;
            print("no loop\n");
            rust_uv_loop_delete(last);
            rust_uv_loop_delete(loop_or_null());
        });
        spawn(TASK { on_c([] { print("ran\n"); }); });
    });
}

START(tasks_go_on_without_descriptors, exits(0).out("100\n")) {
    limited(RLIMIT_NOFILE, 64, TASK {
        spawn(TASK { ended++; }); // each thread opens some for its first task
        spawn(TASK { ended++; });
        reach(ended, 2);
        take_all_descriptors();
        for (int i = 0; i < 98; i++)
            spawn(TASK {
                yield();
                ended++;
            });
        reach(ended, 100);
        tell(ended);
    });
}

START(a_failure_needs_no_descriptor, exits(101).err("root task failed")) {
    limited(RLIMIT_NOFILE, 64, TASK {
        take_all_descriptors();
        fail_quietly();
    });
}

START(a_program_is_run_without_descriptors_to_spare, exits(0).out("child\n")) {
    limited(RLIMIT_NOFILE, 64, TASK {
        on_c([] {
            take_all_descriptors();
            const char *argv[] = {"/bin/sh", "-c", "echo child", nullptr};
            int status, pid = rust_run_program(argv, nullptr, nullptr, 0, 0, 0);
            CHECK(pid > 0 && waitpid(pid, &status, 0) == pid && !status);
        });
    });
}

START(paths_can_be_asked_for_without_descriptors, exits(0)) {
    limited(RLIMIT_NOFILE, 64, TASK {
        on_c([] {
            take_all_descriptors();
            char path[] = "/usr";
            CHECK(rust_path_exists(path) && rust_path_is_dir(path));
        });
    });
}

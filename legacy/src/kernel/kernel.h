// The kernel: what all schedulers of one rust_start share.
//
// Locks: `sched` (K.sched: table, ids, join list, killed, exiting), `rval` (exit status). Order: K.sched before a scheduler's S before a loop's L; none is held while a task or a
// scheduler is freed, but the reaper's joins happen under K.sched, so look-ups stall meanwhile.
#ifndef LEGACY_KERNEL_KERNEL_H
#define LEGACY_KERNEL_KERNEL_H
#include "env/environment.h"
#include "kernel/reaper.h"
#include "locks/lock_and_signal.h"
#include "rustrt.h"
#include "rustrt_core.h"
#include "sched/scheduler.h"
#include <map>
#include <vector>

namespace legacy {

constexpr int failure_status = 101;

class kernel {
    lock_and_signal _sched_lock;
    std::map<rust_sched_id, scheduler *> _schedulers;
    std::vector<rust_sched_id> _join_list;
    rust_sched_id _last_sched_id = 0;
    bool _killed = false;
    bool _already_exiting = false;
    rust_sched_id _platform_id = 0;
    rust_sched_id _default_id = 0;
    reaper _reaper;

    intptr_t _last_task_id = 0;
    uintptr_t _live_count = 0;

    lock_and_signal _rval_lock;
    int _exit_status = 0;

    void *_words[RUSTRT_SLOTS] = {}; // of services, one per unit

    rust_sched_id create_scheduler(loop_kind kind, size_t max_loops, bool may_exit);
    void begin_shutdown();
    void run_exit_functions();

public:
    const environment &env;

    explicit kernel(const environment &env);
    ~kernel();

    // Runs the platform loop on this thread until everything has ended; the exit status.
    int run();

    // ---- schedulers (kernel/kernel.cpp)
    rust_sched_id create_scheduler(size_t max_loops);
    // No reference is taken: the result may be gone before it is used. NULL when unknown.
    scheduler *find_scheduler(rust_sched_id id);
    // The same with a task made in it, still without a reference.
    rust_task *create_task(rust_sched_id id, const char *name);
    rust_sched_id platform_id() const {
        return _platform_id;
    }
    rust_sched_id default_id() const {
        return _default_id;
    }
    void release_scheduler(rust_sched_id id);
    // The reaper's thread: until no scheduler is left.
    void reap_schedulers();

    intptr_t next_task_id() {
        return __atomic_add_fetch(&_last_task_id, 1, __ATOMIC_SEQ_CST);
    }
    void set_exit_status(int status);
    void **words() {
        return _words;
    }

    // ---- live count and end (kernel/shutdown.cpp)
    void register_task();
    void unregister_task();

    // ---- failure (kernel/failure.cpp)
    void fail();
};

// kernel/failure.cpp: of a main task without a task-local cleanup; once a process.
void fail_kernel_without_group(rust_task *task);

// kernel/start.cpp
void *crate_map_annihilator();

} // namespace legacy
#endif

// A scheduler: a fixed maximum of loops, made as tasks arrive; tasks are dealt to them in turn and never
// move.
//
// The lock (S) guards the loop list, the counts and the flags. A scheduler that may exit and has no live task
// tells its loops to; the last loop that leaves reports to the kernel, whose reaper frees it.
#ifndef LEGACY_SCHED_SCHEDULER_H
#define LEGACY_SCHED_SCHEDULER_H
#include "locks/lock_and_signal.h"
#include "rustrt.h"
#include <vector>

namespace legacy {

class kernel;
class loop_launcher;

enum class loop_kind { own_thread, host_thread };

class scheduler {
    kernel *_kernel;
    rust_sched_id _id;
    loop_kind _kind;
    size_t _max_loops;
    intptr_t _ref_count = 1;

    lock_and_signal _lock;
    std::vector<loop_launcher *> _launchers;
    size_t _live_loops = 0;
    size_t _live_tasks = 0;
    size_t _next_loop = 0;
    bool _may_exit;
    bool _killed;

    loop_launcher *add_launcher();
    loop_launcher *next_launcher();
    void exit();

public:
    scheduler(kernel *owner, rust_sched_id id, loop_kind kind, size_t max_loops, bool may_exit, bool killed);
    ~scheduler();

    kernel *runtime() const {
        return _kernel;
    }
    rust_sched_id id() const {
        return _id;
    }
    size_t max_loops() const {
        return _max_loops;
    }
    size_t created_loops();
    loop_launcher *first_launcher();

    void start_first_loop();
    void join_loops();
    rust_task *create_task(const char *name);
    // From the final release of a task object.
    void release_task();
    // From a loop that is leaving.
    void release_loop();
    void allow_exit();
    void kill_all_tasks();

    void ref() {
        __atomic_fetch_add(&_ref_count, 1, __ATOMIC_SEQ_CST);
    }
    void deref();
};

} // namespace legacy
#endif

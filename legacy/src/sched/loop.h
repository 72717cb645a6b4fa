// A scheduler loop: the tasks of one OS thread. It picks one of the running tasks at random each turn; a task
// never leaves its loop, so only this thread ever runs it.
//
// The lock (L) guards both lists, the dead slot, the two flags and every task's state. Order: a task's T
// before L before D. The turn itself looks at a task's T inside L, which is safe only because no other thread
// moves a running task.
#ifndef LEGACY_SCHED_LOOP_H
#define LEGACY_SCHED_LOOP_H
#include "locks/lock_and_signal.h"
#include "random/isaac.h"
#include "sched/task_list.h"
#include "stacks/switch.h"
#include "support/fiber.h"

namespace legacy {

class loop_driver;
class scheduler;

enum class turn_result { keep_going, block, exit };

class scheduler_loop {
    scheduler *_home;
    lock_and_signal _lock;
    task_list _running;
    task_list _blocked;
    rust_task *_dead = nullptr;
    bool _should_exit = false;
    bool _killed;
    rust_rng _rng;
    loop_driver *_driver = nullptr;

    // Only this thread's:
    alignas(16) uint64_t _context[saved_words + 2] = {};
    rustrt_host *_host = nullptr;
    void **_exception_globals = nullptr;
    fiber _host_fiber;

    rust_task *choose();
    void run_task(rust_task *task);
    void bury_dead();
    task_list &list_of(task_state state) {
        return state == task_state::running ? _running : _blocked;
    }

public:
    scheduler_loop(scheduler *home, const char *rust_seed, bool killed);

    scheduler *home() const {
        return _home;
    }
    fiber &host_fiber() {
        return _host_fiber;
    }
    void set_driver(loop_driver *driver) {
        _driver = driver;
    }
    // Once, on the thread that will make the turns.
    void enter_thread();
    turn_result run_single_turn();

    // Any thread.
    rust_task *create_task(const char *name);
    void transition(rust_task *task, task_state from, task_state to);
    void kill_all_tasks();
    void exit();

    // The running task, on its own stack.
    void switch_out(rust_task *task);
    [[noreturn]] void switch_out_for_good(rust_task *task);
};

} // namespace legacy
#endif

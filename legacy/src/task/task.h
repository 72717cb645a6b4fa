// A task: the block that callers and services see, and behind it what only this core knows.
//
// States and the only transitions; each is made under the task's lifecycle lock, then the loop's lock
// (task/lifecycle.cpp):
//   newborn -> running   start                        running -> dead      the task itself at its end
//   running -> blocked   the task itself, in a wait   blocked -> running   its signal or wake, or a kill that
//   may end it
// A running task stays in the loop's running list while it executes, and never leaves its loop.
//
// Its stacks are the unit stacks' (in_use.stacks): that of this library, stacks/, or the new side's.
#ifndef LEGACY_TASK_TASK_H
#define LEGACY_TASK_TASK_H
#include "locks/lock_and_signal.h"
#include "rustrt.h"
#include "rustrt_core.h"
#include "stacks/switch.h"
#include "support/fiber.h"
#include <atomic>

namespace legacy {
class kernel;
class scheduler;
class scheduler_loop;

enum class task_state { newborn, running, blocked, dead };
// What a blocked task waits for. A signal ends only an event wait, a wake only a service's.
enum class wait_kind { none, event, service };
} // namespace legacy

// Global and of this name: callers catch a failure as rust_task *.
struct rust_task : rustrt_task_block {
    using task_state = legacy::task_state;
    using wait_kind = legacy::wait_kind;

    rust_task(legacy::scheduler_loop *loop, const char *task_name);
    ~rust_task();
    rust_task(const rust_task &) = delete;
    rust_task &operator=(const rust_task &) = delete;

    legacy::scheduler_loop *loop() const {
        return static_cast<legacy::scheduler_loop *>(sched_loop);
    }
    legacy::scheduler *home() const {
        return static_cast<legacy::scheduler *>(sched);
    }
    legacy::kernel *runtime() const {
        return static_cast<legacy::kernel *>(kernel);
    }

    // ---- lifecycle (task/lifecycle.cpp)
    void start(spawn_fn body, rust_opaque_box *env, void *argument);
    // Gives up the turn; true if the task was killed and must fail itself.
    bool yield();
    bool wait_event(void **result);
    void signal_event(void *event);
    // For services: until woken; the waker's value. A wake that came before is one permit. NULL at once or
    // later when killed.
    void *block();
    void wake(void *value);
    void kill();
    bool must_fail_from_being_killed();
    void ref() {
        __atomic_fetch_add(&ref_count, 1, __ATOMIC_SEQ_CST);
    }
    void deref();
    task_state get_state() const {
        return state;
    }
    void end(); // running -> dead, in the task's last turn

    // ---- failure (task/failure.cpp)
    [[noreturn]] void fail();
    [[noreturn]] void fail(const char *expr, const char *file, size_t line);
    void fail_kernel();

    legacy::lock_and_signal lifecycle_lock;
    // The local heap's. Not taken in a normal build (only allocation tracking needs it), yet part of what making a task costs.
    legacy::lock_and_signal region_lock;

    // Under the loop's lock.
    task_state state = task_state::newborn;

    // Under the lifecycle lock.
    wait_kind waits_for = wait_kind::none;
    void *event = nullptr;
    std::atomic<bool> event_reject{false}; // its owner also clears it without the lock
    void *service_value = nullptr;
    bool service_permit = false;
    bool killed = false;

    // Written by the task alone, without the lock; read by whoever kills it.
    std::atomic<size_t> disallow_kill{0};

    // The task's own.
    size_t disallow_yield = 0;
    uintptr_t stack_end = 0; // of the first segment
    legacy::fiber fiber;
    // This thread's C++ exception globals while the task is parked: a task parked in a handler must find its
    // exceptions again.
    void *exception_globals[2] = {nullptr, nullptr};

private:
    bool must_fail_locked() const {
        return killed && !__atomic_load_n(&stacks.reentered, __ATOMIC_RELAXED) &&
               disallow_kill.load(std::memory_order_relaxed) == 0;
    }
    void transition(task_state from, task_state to);
    void park_until_woken();
    void leave_turn();
    void log_atomic_section();
    [[noreturn]] void fail_yield_in_atomic_section();
    void die_of_wait_in_atomic_section();
};

#endif

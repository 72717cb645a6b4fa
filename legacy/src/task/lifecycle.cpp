// Starting, yielding, waiting, waking and killing.
//
// Locks: the lifecycle lock (T) guards the wait, the event and the kill flag; it is taken before the loop's
// lock, under which the state and the loop's lists change. A waiter
//   1. takes T and looks whether its event is pending; if not, and it need not fail, moves to blocked,
//   2. releases T and switches to the loop,
//   3. takes T again, clears the flag and takes the event.
// Between 1 and the switch in 2 it may already be woken: harmless, since only its own loop's thread could run
// it.
#include "router/binding.h"
#include "sched/loop.h"
#include "stacks/limit_word.h"
#include "task/body.h"
#include "task/task.h"
#include <cassert>
#include <cinttypes>

using namespace legacy;

// The caller holds the lifecycle lock.
void rust_task::transition(task_state from, task_state to) {
    loop()->transition(this, from, to);
}

void rust_task::start(spawn_fn body, rust_opaque_box *env, void *argument) {
    boxed_env = env;
    prepare_body(this, body, env, argument);
    scoped_lock with(lifecycle_lock);
    transition(task_state::newborn, task_state::running);
}

void rust_task::end() {
    scoped_lock with(lifecycle_lock);
    transition(task_state::running, task_state::dead);
}

// Only the task itself, on either of its stacks. What belongs to the stack it stands on is kept here.
void rust_task::leave_turn() {
    uintptr_t limit = limit_word::get();
    loop()->switch_out(this);
    limit_word::set(limit);
}

void rust_task::log_atomic_section() {
    log(RUSTRT_LOG_TASK, log_error, "task %" PRIxPTR " yielded in an atomic section",
        reinterpret_cast<uintptr_t>(this));
}

void rust_task::fail_yield_in_atomic_section() {
    log_atomic_section();
    fail();
}

// The original's failure met its own lock guard on the way out: no destructor of the caller's ever ran.
void rust_task::die_of_wait_in_atomic_section() {
    log_atomic_section();
    assert(false && "a wait failed that does not hold its lock");
}

bool rust_task::must_fail_from_being_killed() {
    scoped_lock with(lifecycle_lock);
    return must_fail_locked();
}

bool rust_task::yield() {
    if (disallow_yield > 0)
        in_use.stacks->call(
            this, this, [](void *self) { static_cast<rust_task *>(self)->fail_yield_in_atomic_section(); }, RUSTRT_C_STACK);
    bool was_killed = must_fail_from_being_killed();
    // Also when already killed: others get their turn before this task fails.
    leave_turn();
    return must_fail_from_being_killed() || was_killed;
}

bool rust_task::wait_event(void **result) {
    lifecycle_lock.lock();
    bool must_fail = must_fail_locked();
    if (!event_reject.load(std::memory_order_relaxed)) {
        if (!must_fail) {
            waits_for = wait_kind::event;
            transition(task_state::running, task_state::blocked);
        }
        lifecycle_lock.unlock();
        if (disallow_yield > 0)
            in_use.stacks->call(
                this, this, [](void *self) { static_cast<rust_task *>(self)->die_of_wait_in_atomic_section(); }, RUSTRT_C_STACK);
        must_fail = yield();
        lifecycle_lock.lock();
    }
    waits_for = wait_kind::none;
    event_reject.store(false, std::memory_order_relaxed);
    *result = event;
    lifecycle_lock.unlock();
    return must_fail;
}

void rust_task::signal_event(void *new_event) {
    scoped_lock with(lifecycle_lock);
    event = new_event;
    event_reject.store(true, std::memory_order_relaxed);
    if (state == task_state::blocked && waits_for == wait_kind::event) {
        waits_for = wait_kind::none;
        transition(task_state::blocked, task_state::running);
    }
}

void *rust_task::block() {
    lifecycle_lock.lock();
    if (!service_permit && !must_fail_locked()) {
        waits_for = wait_kind::service;
        transition(task_state::running, task_state::blocked);
        lifecycle_lock.unlock();
        leave_turn();
        lifecycle_lock.lock();
        waits_for = wait_kind::none;
    }
    void *value = service_permit ? service_value : nullptr;
    service_permit = false;
    service_value = nullptr;
    lifecycle_lock.unlock();
    return value;
}

void rust_task::wake(void *value) {
    scoped_lock with(lifecycle_lock);
    service_value = value;
    service_permit = true;
    if (state == task_state::blocked && waits_for == wait_kind::service) {
        waits_for = wait_kind::none;
        transition(task_state::blocked, task_state::running);
    }
}

void rust_task::kill() {
    scoped_lock with(lifecycle_lock);
    if (killed) return;
    killed = true;
    // Blocked but unkillable: it goes on waiting, and is not woken when it becomes killable either.
    if (state == task_state::blocked && must_fail_locked()) {
        waits_for = wait_kind::none;
        transition(task_state::blocked, task_state::running);
    }
}

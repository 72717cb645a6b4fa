#include "rustrt.h"
#include "task/current.h"
#include "task/task.h"
#include <cassert>

using namespace legacy;

extern "C" {

rust_task_id get_task_id(void) {
    return current_task()->id;
}

rust_task *rust_get_task(void) {
    return current_task();
}

// The second argument is never written.
bool rust_task_yield(rust_task *task, bool *) {
    return task->yield();
}

void start_task(rust_task *target, fn_env_pair *f) {
    target->start(f->f, f->env, nullptr);
}

// Without the lock: a task clears its own flag before it publishes itself to signallers.
void task_clear_event_reject(rust_task *task) {
    task->event_reject.store(false, std::memory_order_relaxed);
}

bool task_wait_event(rust_task *task, void **result) {
    return task->wait_event(result);
}

void task_signal_event(rust_task *target, void *event) {
    target->signal_event(event);
}

void rust_task_inhibit_yield(rust_task *task) {
    task->disallow_yield++;
}

void rust_task_allow_yield(rust_task *task) {
    assert(task->disallow_yield > 0 && "Illegal allow_yield(): already yieldable!");
    task->disallow_yield--;
}

void rust_task_ref(rust_task *task) {
    task->ref();
}

void rust_task_deref(rust_task *task) {
    task->deref();
}
}

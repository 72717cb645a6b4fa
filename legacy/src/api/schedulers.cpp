// The services sched-registry, default-sched (but rust_start) and platform-sched.
#include "kernel/kernel.h"
#include "rustrt.h"
#include "sched/scheduler.h"
#include "task/current.h"
#include "task/task.h"
#include <cassert>

using namespace legacy;

extern "C" {

// Always in the default scheduler, whichever the caller is on.
rust_task *new_task(void) {
    kernel *k = current_task()->runtime();
    return k->create_task(k->default_id(), nullptr);
}

rust_task *rust_new_task_in_sched(rust_sched_id id) {
    return current_task()->runtime()->create_task(id, nullptr);
}

rust_sched_id rust_get_sched_id(void) {
    return current_task()->home()->id();
}

rust_sched_id rust_new_sched(uintptr_t threads) {
    rust_task *task = current_task();
    assert(threads > 0 && "Can't create a scheduler with no threads, silly!");
    return task->runtime()->create_scheduler(threads);
}

size_t rust_sched_current_nonlazy_threads(void) {
    return current_task()->home()->created_loops();
}

size_t rust_sched_threads(void) {
    return current_task()->home()->max_loops();
}

rust_sched_id rust_osmain_sched_id(void) {
    return current_task()->runtime()->platform_id();
}
}

// Which scheduler a task is made on.
#include "stacks/hops.h"
#include "tasks/failure.h"
#include "tasks/spawn.h"

namespace core {
namespace {

rust_sched_id scheduler_of(rustcore_sched_mode mode, uintptr_t argument) {
    switch (mode) {
    case RUSTCORE_CURRENT_SCHEDULER: return on_c([] { return rust_get_sched_id(); });
    case RUSTCORE_EXISTING_SCHEDULER: return static_cast<rust_sched_id>(argument);
    case RUSTCORE_PLATFORM_THREAD: return on_c([] { return rust_osmain_sched_id(); });
    case RUSTCORE_SINGLE_THREADED: return on_c([] { return rust_new_sched(1); });
    case RUSTCORE_THREAD_PER_CORE: return on_c([] { return rust_new_sched(rust_num_threads()); });
    case RUSTCORE_MANUAL_THREADS:
        if (argument == 0) fail("a scheduler needs a thread");
        return on_c([=] { return rust_new_sched(argument); });
    case RUSTCORE_THREAD_PER_TASK: fail("a thread per task is not implemented");
    case RUSTCORE_DEFAULT_SCHEDULER: break;
    }
    fail("no such scheduler mode");
}

} // namespace

rust_task *create_task(rustcore_sched_mode mode, uintptr_t argument) {
    if (mode == RUSTCORE_DEFAULT_SCHEDULER) return on_c([] { return new_task(); });
    rust_sched_id scheduler = scheduler_of(mode, argument);
    rust_task *task = on_c([=] { return rust_new_task_in_sched(scheduler); });
    if (!task) fail("there is no scheduler with this id");
    return task;
}

} // namespace core

rust_sched_id rustcore_get_scheduler(void) {
    return core::on_c([] { return rust_get_sched_id(); });
}

// The live count and what its end starts: the decrement that gives 0, on whatever thread, makes the task that
// runs the exit functions and then lets the two special schedulers exit. Only the first time counts: the exit
// task itself ends again at 0.
#include "kernel/kernel.h"
#include "router/binding.h"
#include "task/task.h"

namespace legacy {

void kernel::register_task() {
    __atomic_fetch_add(&_live_count, 1, __ATOMIC_SEQ_CST);
}

void kernel::unregister_task() {
    if (__atomic_sub_fetch(&_live_count, 1, __ATOMIC_SEQ_CST) == 0) begin_shutdown();
}

void kernel::begin_shutdown() {
    {
        scoped_lock with(_sched_lock);
        if (_already_exiting) return;
        _already_exiting = true;
    }
    run_exit_functions();
    scoped_lock with(_sched_lock);
    _schedulers.at(_default_id)->allow_exit();
    _schedulers.at(_platform_id)->allow_exit();
}

void kernel::run_exit_functions() {
    void *list;
    void *runner = in_use.at_exit->close(&_words[RUSTRT_UNIT_AT_EXIT], &list);
    if (!runner) return;
    // Runs concurrently with what follows; the scheduler waits for it like for any task.
    create_task(_default_id, "at_exit")->start(reinterpret_cast<spawn_fn>(runner), nullptr, list);
}

} // namespace legacy

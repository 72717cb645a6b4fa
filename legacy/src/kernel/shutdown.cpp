// The live count and what its end starts: the decrement that gives 0, on whatever thread, makes the task that
// runs the exit functions and then lets the two special schedulers exit. Only the first time counts: the exit
// task itself ends again at 0.
#include "kernel/kernel.h"
#include "task/task.h"
#include <cassert>

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
    rust_task *task = nullptr;
    {
        scoped_lock with(_at_exit_lock);
        assert(!_at_exit_started && "exit functions started twice");
        _at_exit_started = true;
        if (!_at_exit_runner) return;
        task = create_task(_default_id, "at_exit");
        _at_exit_argument = {_at_exit_fns.size(), _at_exit_fns.data()};
    }
    // Runs concurrently with what follows; the scheduler waits for it like for any task.
    task->start(_at_exit_runner, nullptr, &_at_exit_argument);
}

void kernel::register_exit_function(spawn_fn runner, fn_env_pair *fn) {
    scoped_lock with(_at_exit_lock);
    assert(!_at_exit_started && "registering at_exit function after exit");
    if (_at_exit_runner) assert(_at_exit_runner == runner && "there can be only one at_exit_runner");
    _at_exit_runner = runner;
    _at_exit_fns.push_back(fn);
}

} // namespace legacy

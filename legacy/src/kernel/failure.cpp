// Failing the kernel: exit status 101, and every task of every scheduler is killed; those born later are
// killed at their start. Live count and exit functions go on as ever.
#include "kernel/kernel.h"
#include "task/task.h"
#include <cassert>

namespace legacy {

void kernel::fail() {
    set_exit_status(failure_status);
    std::vector<scheduler *> all;
    {
        scoped_lock with(_sched_lock);
        _killed = true;
        for (auto &entry : _schedulers) {
            entry.second->ref();
            all.push_back(entry.second);
        }
    }
    for (scheduler *each : all) {
        each->kill_all_tasks();
        each->deref();
    }
}

// Twice in a process: does it all again, then asserts, as rust_task_kill_all does.
void fail_kernel_without_group(rust_task *task) {
    static bool main_task_failed_flag = false;
    task->fail_kernel();
    bool main_task_failed_without_group = __atomic_exchange_n(&main_task_failed_flag, true, __ATOMIC_SEQ_CST);
    assert(!main_task_failed_without_group);
}

} // namespace legacy

// This core behind the core table.
#include "kernel/kernel.h"
#include "router/binding.h"
#include "router/hooks.h"
#include "task/task.h"

namespace legacy {
namespace {

rust_task *task_of(rustrt_task_block *block) {
    return static_cast<rust_task *>(block);
}

rustrt_task_block *current() {
    return in_use.host()->current;
}

int where() {
    rustrt_host *host = in_use.host();
    return host->on_task ? 1 : host->current ? 2 : 0;
}

void *host_sp() {
    return in_use.host()->sp;
}

void *block(rustrt_task_block *self) {
    return task_of(self)->block();
}

void wake(rustrt_task_block *task, void *value) {
    task_of(task)->wake(value);
}

int must_fail(rustrt_task_block *task) {
    return task_of(task)->must_fail_from_being_killed();
}

void raise(rustrt_task_block *self) {
    rust_task *task = task_of(self);
    if (where() != 1) task->fail(); // its first stack was more than it may have
    in_use.stacks->call(task, task, [](void *t) { static_cast<rust_task *>(t)->fail(); }, RUSTRT_C_STACK);
}

void set_exit_status(rustrt_task_block *task, int status) {
    task_of(task)->runtime()->set_exit_status(status);
}

} // namespace

const rustrt_core own_core = {RUSTRT_CORE_VERSION,
                              sizeof(rustrt_core),
                              "legacy",
                              current,
                              where,
                              host_sp,
                              block,
                              wake,
                              must_fail,
                              raise,
                              hooks::add,
                              hooks::add_of_run,
                              set_exit_status};

} // namespace legacy

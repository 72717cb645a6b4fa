#include "task/task.h"
#include "env/environment.h"
#include "kernel/kernel.h"
#include "memory/exchange.h"
#include "router/binding.h"
#include "router/hooks.h"
#include "sched/loop.h"
#include "sched/scheduler.h"

using namespace legacy;

rust_task::rust_task(scheduler_loop *task_loop, const char *task_name) : rustrt_task_block() {
    ref_count = 1;
    sched_loop = task_loop;
    sched = task_loop->home();
    legacy::kernel *k = task_loop->home()->runtime();
    kernel = k;
    run = k->words();
    name = task_name;
    list_index = -1;
    boxed_region = &slot[RUSTRT_UNIT_LOCAL_HEAP];
    stack_end = reinterpret_cast<uintptr_t>(in_use.stacks->birth(this, k->env.min_stack_size));
    id = k->next_task_id();
    hooks::birth(this);
}

rust_task::~rust_task() {
    hooks::burial(this);
    fiber.destroy();
}

void rust_task::deref() {
    if (__atomic_sub_fetch(&ref_count, 1, __ATOMIC_SEQ_CST) != 0) return;
    scheduler *s = home();
    exchange_delete(this);
    s->release_task();
}

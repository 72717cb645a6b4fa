// The services linked-failure and unwinding.
#include "router/binding.h"
#include "rustrt.h"
#include "task/current.h"
#include "task/task.h"
#include <cassert>

using namespace legacy;

extern "C" int __gxx_personality_v0(int, int, uint64_t, struct _Unwind_Exception *, struct _Unwind_Context *);

namespace {

struct fail_request {
    rust_task *task;
    const char *expr, *file;
    size_t line;
};

void fail_on_c_stack(void *argument) {
    auto *r = static_cast<fail_request *>(argument);
    r->task->fail(r->expr, r->file, r->line);
}

struct personality_request {
    int version, actions, result;
    uint64_t exception_class;
    struct _Unwind_Exception *exception;
    struct _Unwind_Context *context;
};

void personality_on_c_stack(void *argument) {
    auto *r = static_cast<personality_request *>(argument);
    r->result = __gxx_personality_v0(r->version, r->actions, r->exception_class, r->exception, r->context);
}

} // namespace

extern "C" {

void rust_task_inhibit_kill(rust_task *task) {
    task->disallow_kill.store(task->disallow_kill.load(std::memory_order_relaxed) + 1,
                              std::memory_order_relaxed);
}

void rust_task_allow_kill(rust_task *task) {
    size_t disallow_kill = task->disallow_kill.load(std::memory_order_relaxed);
    assert(disallow_kill > 0 && "Illegal allow_kill(): already killable!");
    task->disallow_kill.store(disallow_kill - 1, std::memory_order_relaxed);
}

void rust_task_kill_other(rust_task *task) {
    task->kill();
}

// Twice in a process: does it all again, then asserts.
void rust_task_kill_all(rust_task *task) {
    static bool main_taskgroup_failed_flag = false;
    task->fail_kernel();
    bool main_taskgroup_failed = __atomic_exchange_n(&main_taskgroup_failed_flag, true, __ATOMIC_SEQ_CST);
    assert(!main_taskgroup_failed);
}

bool rust_task_is_unwinding(rust_task *task) {
    return task->stacks.unwinding;
}

void upcall_fail(const char *expr, const char *file, size_t line) {
    rust_task *task = current_task();
    fail_request request = {task, expr, file, line};
    in_use.stacks->call(task, &request, fail_on_c_stack, RUSTRT_C_STACK);
}

void rust_upcall_fail(const char *expr, const char *file, size_t line) {
    upcall_fail(expr, file, line);
}

// Named in the unwind tables of compiled code. The C++ personality needs more stack than a Rust segment may
// have left.
int upcall_rust_personality(int version, int actions, uint64_t exception_class,
                            struct _Unwind_Exception *exception, struct _Unwind_Context *context) {
    personality_request request = {version, actions, 0, exception_class, exception, context};
    if (rust_task *task = try_current_task()) in_use.stacks->call(task, &request, personality_on_c_stack, RUSTRT_C_STACK);
    else personality_on_c_stack(&request);
    return request.result;
}
}

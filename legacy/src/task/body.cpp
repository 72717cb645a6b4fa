// A task's life on its own stack: the body, then its death in the order that callers rely on:
//   1. the body, on the Rust stack; a failure ends here and gives back the C stack it was raised on,
//   2. drop glue of the environment, which is then freed to the exchange heap,
//   3. on the C stack: the endings of services, the task-local cleanup among them, in slot order; a main task without
//   cleanup that
//      failed takes the kernel with it,
//   4. the crate map's annihilator, back on the Rust stack,
//   5. running -> dead, and a switch that never returns.
#include "task/body.h"
#include "kernel/kernel.h"
#include "memory/exchange.h"
#include "router/binding.h"
#include "router/hooks.h"
#include "sched/loop.h"
#include "task/task.h"
#include <cassert>
#include <cxxabi.h>

namespace legacy {
namespace {

struct body_arguments {
    rust_task *task;
    spawn_fn body;
    rust_opaque_box *env;
    void *argument;
};

struct ending_arguments {
    rust_task *task;
    bool failed;
};

void drop_environment(rust_opaque_box *env) {
    env->td->drop(nullptr, nullptr, nullptr, env + 1);
    in_use.exchange->free(env);
}

// On the C stack: cleanup code may be any C code.
void end_on_c_stack(void *argument) {
    auto *a = static_cast<ending_arguments *>(argument);
    rust_task *task = a->task;
    bool failed = a->failed;
    {
        scoped_lock with(task->lifecycle_lock);
        // Killed in time but never told: counts as a failure of the main task.
        if (task->killed) failed = true;
    }
    bool has_cleanup = in_use.local_data->has_cleanup(task);
    hooks::ending(task);
    // A main task that never spawned through the library has no group whose first failing member does this.
    if (!has_cleanup && failed && task->id == 1) fail_kernel_without_group(task);
    task->call_on_rust_stack(nullptr, crate_map_annihilator());
}

// The body, and what of it a failure leaves. True if it failed.
bool run_to_end(body_arguments *a) {
    rust_task *task = a->task;
    bool failed = false;
    try {
        a->body(nullptr, a->env, a->argument);
    } catch (rust_task *thrown) {
        assert(thrown == task && "Expected this task to be thrown for unwinding");
        failed = true;
        if (task->c_stack) task->return_c_stack();
        task->reset_stack_limit();
    }
    // A body that swallowed its own failure still holds the stack it failed on.
    assert(task->c_stack == NULL);
    return failed;
}

// Not noexcept: an exception that nobody catches must find the end of the stack and terminate there. Not
// checked for null references: a forced unwind is caught as one, since it has no exception object.
__attribute__((no_sanitize("null"))) void run_body(body_arguments *a) {
    rust_task *task = a->task;
    fiber::arrived_from(task->loop()->host_fiber());
    try {
        ending_arguments ending = {task, run_to_end(a)};
        if (a->env) drop_environment(a->env);
        task->call_on_c_stack(&ending, reinterpret_cast<void *>(end_on_c_stack));
    } catch (abi::__forced_unwind &) {
        // pthread_exit would leave the loop's tasks without a thread.
        assert(false && "a task ended its thread");
    }
    task->end();
    task->loop()->switch_out_for_good(task);
}

} // namespace

void prepare_body(rust_task *task, spawn_fn body, rust_opaque_box *env, void *argument) {
    stk_seg *segment = task->top_segment();
    uintptr_t sp = align_down(segment->end) - align_down(sizeof(body_arguments) + 15);
    auto *arguments = reinterpret_cast<body_arguments *>(sp);
    *arguments = {task, body, env, argument};
    // Return address and frame pointer 0: unwinders stop here.
    sp -= sizeof(void *);
    *reinterpret_cast<uintptr_t *>(sp) = 0;
    task->context[saved_rdi] = reinterpret_cast<uint64_t>(arguments);
    task->context[saved_rsp] = sp;
    task->context[saved_rbp] = 0;
    task->context[saved_rip] = reinterpret_cast<uint64_t>(run_body);
    task->fiber.create();
    task->fiber.starts_on(segment->data, segment->end - reinterpret_cast<uintptr_t>(segment->data));
}

} // namespace legacy

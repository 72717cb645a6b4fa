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
#include "stacks/segment.h"
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
    in_use.stacks->call(task, nullptr, reinterpret_cast<void (*)(void *)>(crate_map_annihilator()), RUSTRT_RUST_STACK);
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
        in_use.stacks->unwound(task);
    }
    // A body that swallowed its own failure still holds the stack it failed on.
    if (task->stacks.c_depth) __assert_fail("task->c_stack == NULL", __FILE__, __LINE__, __func__);
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
        in_use.stacks->call(task, &ending, end_on_c_stack, RUSTRT_C_STACK);
    } catch (abi::__forced_unwind &) {
        // pthread_exit would leave the loop's tasks without a thread.
        assert(false && "a task ended its thread");
    }
    task->end();
    task->loop()->switch_out_for_good(task);
}

} // namespace

void prepare_body(rust_task *task, spawn_fn body, rust_opaque_box *env, void *argument) {
    uintptr_t sp = task->stack_end - align_down(sizeof(body_arguments) + 15);
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
    uintptr_t bottom = task->stacks.rust_limit - limit_offset - red_zone;
    task->fiber.starts_on(reinterpret_cast<void *>(bottom), task->stack_end - bottom);
}

} // namespace legacy

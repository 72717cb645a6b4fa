// The services stack-switching, stack-growth and ffi.
#include "router/binding.h"
#include "rustrt.h"
#include "stacks/c_stacks.h"
#include "stacks/growth.h"
#include "stacks/hop.h"
#include "task/current.h"
#include "task/task.h"
#include <cassert>

using namespace legacy;

namespace {

// A task of another core has no segment of the thread's limit word, unless it is in Rust code, and a thread that a run left with
// one has no C stack. Out of the way of the calls that this library's own core makes.
__attribute__((noinline)) rustrt_task_block *try_caller_on_another_core() {
    rustrt_task_block *task = in_use.core->current();
    if (uintptr_t limit = limit_word::get()) {
        if (task) segment_of_limit(limit);
        else c_stacks::borrow();
    }
    return task;
}

// Whichever core runs it; on the own one as it always was found.
inline rustrt_task_block *try_caller() {
    return in_use.core == &own_core ? try_current_task() : try_caller_on_another_core();
}

rustrt_task_block *caller() {
    rustrt_task_block *task = try_caller();
    assert(task != NULL && "no current task");
    return task;
}

} // namespace

extern "C" {

void upcall_call_shim_on_c_stack(void *arg, void *fn) {
    auto function = reinterpret_cast<void (*)(void *)>(fn);
    rustrt_task_block *task = try_caller();
    if (!task) {
        // A thread outside any task: a plain call.
        function(arg);
        return;
    }
    try {
        hop::call_on_c_stack(task, arg, function);
    } catch (...) {
        assert(false && "Foreign code threw an exception");
    }
}

void upcall_call_shim_on_rust_stack(void *arg, void *fn) {
    auto function = reinterpret_cast<void (*)(void *)>(fn);
    rustrt_task_block *task = try_caller();
    if (!task) {
        function(arg);
        return;
    }
    try {
        hop::call_on_rust_stack(task, arg, function);
    } catch (...) {
        // Foreign frames below cannot be unwound.
        assert(false && "Rust task failed after reentering the Rust stack");
    }
}

stk_seg *rust_get_stack_segment(void) {
    return growth::top_segment(caller());
}

void *upcall_new_stack(size_t frame_size, void *stack_args, size_t stack_args_size) {
    return growth::grow(caller(), frame_size, stack_args, stack_args_size);
}

void upcall_del_stack(void) {
    growth::shrink(caller());
}

void upcall_reset_stack_limit(void) {
    growth::reset_stack_limit(caller());
}

debug_abi_quad debug_abi_1(debug_abi_quad q) {
    return {q.c + 1, q.d - 1, q.a + 1, q.b - 1};
}

debug_abi_floats debug_abi_2(debug_abi_floats f) {
    return {f.c + 1.0, 0xff, f.a - 1.0};
}

void *rust_dbg_call(rust_dbg_callback cb, void *data) {
    return cb(data);
}

void rust_dbg_do_nothing(void) {}
}

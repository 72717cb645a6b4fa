// The services stack-switching, stack-growth and ffi.
#include "rustrt.h"
#include "task/current.h"
#include "task/task.h"
#include <cassert>

using namespace legacy;

extern "C" {

void upcall_call_shim_on_c_stack(void *arg, void *fn) {
    rust_task *task = try_current_task();
    if (!task) {
        // A thread outside any task: a plain call.
        reinterpret_cast<void (*)(void *)>(fn)(arg);
        return;
    }
    try {
        task->call_on_c_stack(arg, fn);
    } catch (...) {
        assert(false && "Foreign code threw an exception");
    }
}

void upcall_call_shim_on_rust_stack(void *arg, void *fn) {
    rust_task *task = try_current_task();
    if (!task) {
        reinterpret_cast<void (*)(void *)>(fn)(arg);
        return;
    }
    try {
        task->call_on_rust_stack(arg, fn);
    } catch (...) {
        // Foreign frames below cannot be unwound.
        assert(false && "Rust task failed after reentering the Rust stack");
    }
}

stk_seg *rust_get_stack_segment(void) {
    return current_task()->top_segment();
}

void *upcall_new_stack(size_t frame_size, void *stack_args, size_t stack_args_size) {
    return current_task()->grow(frame_size, stack_args, stack_args_size);
}

void upcall_del_stack(void) {
    current_task()->shrink();
}

void upcall_reset_stack_limit(void) {
    current_task()->reset_stack_limit();
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

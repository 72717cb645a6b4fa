// Calls between a task's two stacks. Foreign code needs more stack than Rust code owns, so each outermost
// call of it borrows the loop's C stack; callbacks return to the Rust stack below the point where it was
// left. A failure unwinds across either.
#include "sched/loop.h"
#include "stacks/limit_word.h"
#include "support/fiber.h"
#include "task/task.h"
#include <cassert>

using namespace legacy;

bool rust_task::runs_on_c_stack() const {
    return c_stack && contains(c_stack, reinterpret_cast<uintptr_t>(__builtin_frame_address(0)));
}

void rust_task::return_c_stack() {
    assert(c_stack);
    stk_seg *returned = c_stack;
    c_stack = nullptr;
    next_c_sp = 0;
    loop()->return_c_stack(returned);
}

void rust_task::call_on_c_stack(void *argument, void *fn) {
    if (runs_on_c_stack()) {
        // Already there: in place. (The original started again at the top and overwrote its own frames.)
        reinterpret_cast<void (*)(void *)>(fn)(argument);
        return;
    }
    uintptr_t outer_rust_sp = next_rust_sp;
    bool borrowed = false;
    if (!c_stack) {
        c_stack = loop()->borrow_c_stack();
        next_c_sp = align_down(c_stack->end);
        borrowed = true;
    }
    {
        limit_word::set(0);
        frames_will_vanish();
        stack_visit visit(c_stack->data, c_stack_size);
        __morestack(argument, fn, next_c_sp, &next_rust_sp);
    }
    record_stack_limit();
    next_rust_sp = outer_rust_sp;
    if (borrowed) return_c_stack();
}

void rust_task::call_on_rust_stack(void *argument, void *fn) {
    bool had_reentered = reentered_rust_stack.load(std::memory_order_relaxed);
    uintptr_t outer_c_sp = next_c_sp;
    assert(next_rust_sp);
    reentered_rust_stack.store(true, std::memory_order_relaxed);
    record_stack_limit();
    {
        frames_will_vanish();
        stack_visit visit(top_segment()->data,
                          top_segment()->end - reinterpret_cast<uintptr_t>(top_segment()->data));
        __morestack(argument, fn, next_rust_sp, &next_c_sp);
    }
    limit_word::set(0);
    next_c_sp = outer_c_sp;
    reentered_rust_stack.store(had_reentered, std::memory_order_relaxed);
}

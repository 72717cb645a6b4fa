// Foreign code needs more stack than Rust code owns, so each outermost call of it borrows the thread's C stack; a task that
// blocks inside that call keeps it until it returns. Callbacks return to the Rust stack below the point where it was left
// (rust_sp), and their C calls go below theirs (c_sp); the two nest to any depth. A failure unwinds across either.
#include "stacks/hop.h"
#include "router/binding.h"
#include "stacks/c_stacks.h"
#include "stacks/growth.h"
#include "stacks/limit_word.h"
#include "stacks/switch.h"
#include "support/fiber.h"
#include <cassert>

namespace legacy {
namespace {

stk_seg *c_stack_of(const rustrt_task_block *task) {
    return reinterpret_cast<stk_seg *>(task->stacks.own[0]);
}

void borrow_c_stack(rustrt_task_block *task) {
    stk_seg *c_stack = c_stacks::borrow();
    task->stacks.own[0] = reinterpret_cast<char *>(c_stack);
    task->stacks.c_depth = 1;
    task->stacks.c_sp = reinterpret_cast<char *>(align_down(c_stack->end));
}

void return_c_stack(rustrt_task_block *task) {
    stk_seg *returned = c_stack_of(task);
    task->stacks.own[0] = nullptr;
    task->stacks.c_depth = 0;
    if (c_stacks::give_back(returned)) task->stacks.spares = 1;
}

void hop_to(char *sp, void *argument, void (*fn)(void *), char **left) {
    __morestack(argument, reinterpret_cast<void *>(fn), reinterpret_cast<uintptr_t>(sp), reinterpret_cast<uintptr_t *>(left));
}

} // namespace

bool hop::runs_on_c_stack(const rustrt_task_block *task) {
    stk_seg *c_stack = c_stack_of(task);
    return c_stack && contains(c_stack, reinterpret_cast<uintptr_t>(__builtin_frame_address(0)));
}

void hop::call_on_c_stack(rustrt_task_block *task, void *argument, void (*fn)(void *)) {
    if (runs_on_c_stack(task)) {
        // Already there: in place. (The original started again at the top and overwrote its own frames.)
        fn(argument);
        return;
    }
    char *outer_rust_sp = task->stacks.rust_sp;
    bool borrowed = !c_stack_of(task);
    if (borrowed) borrow_c_stack(task);
    {
        limit_word::set(0);
        frames_will_vanish();
        stack_visit visit(c_stack_of(task)->data, c_stack_size);
        hop_to(task->stacks.c_sp, argument, fn, &task->stacks.rust_sp);
    }
    growth::record_stack_limit(task);
    task->stacks.rust_sp = outer_rust_sp;
    if (borrowed) return_c_stack(task);
}

void hop::call_on_rust_stack(rustrt_task_block *task, void *argument, void (*fn)(void *)) {
    uint32_t had_reentered = __atomic_load_n(&task->stacks.reentered, __ATOMIC_RELAXED);
    char *outer_c_sp = task->stacks.c_sp;
    char *next_rust_sp = task->stacks.rust_sp;
    assert(next_rust_sp);
    __atomic_store_n(&task->stacks.reentered, 1, __ATOMIC_RELAXED);
    growth::record_stack_limit(task);
    {
        frames_will_vanish();
        stk_seg *top = growth::top_segment(task);
        stack_visit visit(top->data, top->end - reinterpret_cast<uintptr_t>(top->data));
        hop_to(next_rust_sp, argument, fn, &task->stacks.c_sp);
    }
    limit_word::set(0);
    task->stacks.c_sp = outer_c_sp;
    __atomic_store_n(&task->stacks.reentered, had_reentered, __ATOMIC_RELAXED);
}

// The seam: what the core in use asks of the stacks.
namespace {

void count_call() {
    RUSTRT_COUNT(in_use.counters, RUSTRT_UNIT_STACKS, RUSTRT_LEGACY);
}

void *birth(rustrt_task_block *task, size_t user_bytes) {
    count_call();
    task->stacks = {};
    growth::new_stack(task, user_bytes);
    uintptr_t end = align_down(growth::top_segment(task)->end);
    task->stacks.c_sp = reinterpret_cast<char *>(end); // not NULL: no C code runs on a Rust stack
    return reinterpret_cast<void *>(end);
}

void thread(int begins) {
    count_call();
    if (begins) c_stacks::begin_thread();
    else c_stacks::end_thread();
}

void begin_turn(rustrt_task_block *task) {
    count_call();
    growth::check_size(task);
    if (!c_stack_of(task)) c_stacks::prepare();
}

void end_turn(rustrt_task_block *task) {
    count_call();
    task->stacks.spares = 0;
    growth::free_spare_segments(task);
    c_stacks::free_extra();
}

void call(rustrt_task_block *task, void *argument, void (*fn)(void *), int stack) {
    count_call();
    if (stack == RUSTRT_C_STACK) hop::call_on_c_stack(task, argument, fn);
    else hop::call_on_rust_stack(task, argument, fn);
}

void unwound(rustrt_task_block *task) {
    count_call();
    if (c_stack_of(task)) return_c_stack(task);
    growth::reset_stack_limit(task);
}

void death(rustrt_task_block *task) {
    count_call();
    growth::free_all_segments(task);
}

void *segment(rustrt_task_block *task) {
    count_call();
    return growth::top_segment(task);
}

} // namespace

const rustrt_stacks_seam own_stacks = {birth, thread, begin_turn, end_turn, call, unwound, death, segment};

} // namespace legacy

// The chain of segments that is a task's Rust stack. The compiled prologue asks for a new one when the limit
// word says so; the one left stays cached behind the current one until the end of the turn.
#include "stacks/growth.h"
#include "env/environment.h"
#include "router/binding.h"
#include "stacks/hop.h"
#include "stacks/limit_word.h"
#include <algorithm>
#include <cassert>
#include <cinttypes>
#include <cstring>

namespace legacy::growth {
namespace {

// The user bytes of all segments.
size_t total_size(const rustrt_task_block *task) {
    return reinterpret_cast<size_t>(task->stacks.own[1]);
}
void set_total_size(rustrt_task_block *task, size_t size) {
    task->stacks.own[1] = reinterpret_cast<char *>(size);
}

// Whoever reads the word outside of a turn sees the segment that the next one begins with.
void make_current(rustrt_task_block *task, stk_seg *segment) {
    task->stk = segment;
    task->stacks.rust_limit = limit_of(segment);
    task->stacks.spares |= segment->next != nullptr;
}

} // namespace

void check_size(const rustrt_task_block *task) {
    stk_seg *stk = top_segment(task);
    assert(stk);
    assert(user_size(stk) >= limit_offset && "Stack size must be greater than LIMIT_OFFSET");
}

void record_stack_limit(const rustrt_task_block *task) {
    check_size(task);
    limit_word::set(limit_of(top_segment(task)));
}

void free_spare_segments(rustrt_task_block *task) {
    stk_seg *top = top_segment(task);
    if (!top) return;
    stk_seg *spare = top->next;
    top->next = nullptr;
    while (spare) {
        stk_seg *next = spare->next;
        set_total_size(task, total_size(task) - user_size(spare));
        retire(spare);
        in_use.local_heap->free(task, spare);
        spare = next;
    }
}

void free_all_segments(rustrt_task_block *task) {
    for (stk_seg *segment = top_segment(task); segment;) {
        stk_seg *previous = segment->prev;
        retire(segment);
        in_use.local_heap->free(task, segment);
        segment = previous;
    }
    task->stk = nullptr;
    set_total_size(task, 0);
}

namespace {

// Goes on in the first cached segment that has this many user bytes; those before it are too small to be
// kept.
bool reuse_spare_segment(rustrt_task_block *task, size_t size) {
    stk_seg *top = top_segment(task);
    while (top && top->next) {
        stk_seg *spare = top->next;
        if (user_size(spare) >= size) {
            make_current(task, spare);
            return true;
        }
        top->next = spare->next;
        if (spare->next) spare->next->prev = top;
        set_total_size(task, total_size(task) - user_size(spare));
        in_use.local_heap->free(task, spare);
    }
    return false;
}

} // namespace

// A new one unless a cached one is large enough.
void new_stack(rustrt_task_block *task, size_t needed) {
    const environment &env = environment_of(task);
    size_t size = std::max(env.min_stack_size, needed);
    if (reuse_spare_segment(task, size)) return;
    stk_seg *top = top_segment(task);
    if (top) size = std::max(size, std::min(largest_automatic_segment, user_size(top) * 2));
    bool unwinding = task->stacks.unwinding;
    size_t allowed = unwinding ? env.max_stack_size * 2 : env.max_stack_size;
    if (total_size(task) + size > allowed) {
        log(RUSTRT_LOG_TASK, log_error, "task %" PRIxPTR " ran out of stack%s",
            reinterpret_cast<uintptr_t>(task), unwinding ? " during unwinding" : "");
        in_use.core->raise(task);
    }
    // Only the header is zeroed: stacks are big and mostly untouched.
    auto *segment = static_cast<stk_seg *>(in_use.local_heap->allocate(task, sizeof(stk_seg) + size + red_zone, 0));
    initialise(segment, size + red_zone, reinterpret_cast<rust_task *>(task));
    segment->prev = top;
    if (top) top->next = segment;
    make_current(task, segment);
    set_total_size(task, total_size(task) + size);
}

void *grow(rustrt_task_block *task, size_t frame_size, void *stack_args, size_t stack_args_size) {
    size_t needed = frame_size + stack_args_size;
    stk_seg *cached = top_segment(task)->next;
    if (cached && user_size(cached) >= std::max(environment_of(task).min_stack_size, needed)) {
        make_current(task, cached);
    } else {
        struct request {
            rustrt_task_block *task;
            size_t needed;
        } wanted = {task, needed};
        hop::call_on_c_stack(task, &wanted, [](void *argument) {
            auto *r = static_cast<request *>(argument);
            new_stack(r->task, r->needed);
        });
    }
    record_stack_limit(task);
    char *sp = reinterpret_cast<char *>(align_down(top_segment(task)->end - stack_args_size));
    if (stack_args_size) memcpy(sp, stack_args, stack_args_size);
    return sp;
}

void shrink(rustrt_task_block *task) {
    stk_seg *stk = top_segment(task)->prev;
    assert(stk);
    make_current(task, stk);
    record_stack_limit(task);
}

void reset_stack_limit(rustrt_task_block *task) {
    uintptr_t sp = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
    stk_seg *stk = top_segment(task);
    while (stk != NULL && !contains(stk, sp)) stk = stk->prev;
    assert(stk != NULL && "Failed to find the current stack");
    make_current(task, stk);
    record_stack_limit(task);
}

} // namespace legacy::growth

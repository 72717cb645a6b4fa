// The chain of segments that is a task's Rust stack. The compiled prologue asks for a new one when the limit
// word says so; the one left stays cached behind the current one until the end of the turn.
#include "env/environment.h"
#include "kernel/kernel.h"
#include "router/binding.h"
#include "stacks/limit_word.h"
#include "task/task.h"
#include <algorithm>
#include <cassert>
#include <cinttypes>
#include <cstring>

using namespace legacy;

void rust_task::record_stack_limit() {
    stk_seg *stk = top_segment();
    assert(stk);
    assert(user_size(stk) >= limit_offset && "Stack size must be greater than LIMIT_OFFSET");
    limit_word::set(limit_of(stk));
}

void rust_task::free_spare_segments() {
    stk_seg *top = top_segment();
    if (!top) return;
    stk_seg *spare = top->next;
    top->next = nullptr;
    while (spare) {
        stk_seg *next = spare->next;
        total_stack_size -= user_size(spare);
        retire(spare);
        in_use.local_heap->free(this, spare);
        spare = next;
    }
}

void rust_task::free_all_segments() {
    for (stk_seg *segment = top_segment(); segment;) {
        stk_seg *previous = segment->prev;
        retire(segment);
        in_use.local_heap->free(this, segment);
        segment = previous;
    }
    stk = nullptr;
    total_stack_size = 0;
}

// Goes on in the first cached segment that has this many user bytes; those before it are too small to be
// kept.
bool rust_task::reuse_spare_segment(size_t size) {
    stk_seg *top = top_segment();
    while (top && top->next) {
        stk_seg *spare = top->next;
        if (user_size(spare) >= size) {
            stk = spare;
            return true;
        }
        top->next = spare->next;
        if (spare->next) spare->next->prev = top;
        total_stack_size -= user_size(spare);
        in_use.local_heap->free(this, spare);
    }
    return false;
}

// Makes a segment with at least `needed` user bytes current, a new one unless a cached one is large enough.
// On the C stack, or before the task runs.
void rust_task::new_stack(size_t needed) {
    const environment &env = runtime()->env;
    size_t size = std::max(env.min_stack_size, needed);
    if (reuse_spare_segment(size)) return;
    stk_seg *top = top_segment();
    if (top) size = std::max(size, std::min(largest_automatic_segment, user_size(top) * 2));
    size_t allowed = unwinding ? env.max_stack_size * 2 : env.max_stack_size;
    if (total_stack_size + size > allowed) {
        log(RUSTRT_LOG_TASK, log_error, "task %" PRIxPTR " ran out of stack%s",
            reinterpret_cast<uintptr_t>(this), unwinding ? " during unwinding" : "");
        fail();
    }
    // Only the header is zeroed: stacks are big and mostly untouched.
    auto *segment = static_cast<stk_seg *>(in_use.local_heap->allocate(this, sizeof(stk_seg) + size + red_zone, 0));
    initialise(segment, size + red_zone, this);
    segment->prev = top;
    if (top) top->next = segment;
    stk = segment;
    total_stack_size += size;
}

void *rust_task::grow(size_t frame_size, void *stack_args, size_t stack_args_size) {
    size_t needed = frame_size + stack_args_size;
    stk_seg *cached = top_segment()->next;
    if (cached && user_size(cached) >= std::max(runtime()->env.min_stack_size, needed)) {
        stk = cached;
    } else {
        struct request {
            rust_task *task;
            size_t needed;
        } wanted = {this, needed};
        call_on_c_stack(&wanted, reinterpret_cast<void *>(+[](void *argument) {
            auto *r = static_cast<request *>(argument);
            r->task->new_stack(r->needed);
        }));
    }
    record_stack_limit();
    char *sp = reinterpret_cast<char *>(align_down(top_segment()->end - stack_args_size));
    if (stack_args_size) memcpy(sp, stack_args, stack_args_size);
    return sp;
}

void rust_task::shrink() {
    stk = top_segment()->prev;
    record_stack_limit();
}

void rust_task::reset_stack_limit() {
    uintptr_t sp = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
    stk_seg *stk = top_segment();
    while (stk != NULL && !contains(stk, sp)) stk = stk->prev;
    assert(stk != NULL && "Failed to find the current stack");
    this->stk = stk;
    record_stack_limit();
}

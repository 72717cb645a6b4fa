// One piece of a stack: a Rust stack is a chain of them, a C stack is a single one. Layout: rustrt.h,
// stk_seg.
#ifndef LEGACY_STACKS_SEGMENT_H
#define LEGACY_STACKS_SEGMENT_H
#include "rustrt.h"
#include <cassert>

namespace legacy {

// Room below the limit that is always there: foreign code called in place and the growth routine itself run
// in it.
constexpr size_t red_zone = 2048;
// Frames smaller than this compare the stack pointer with the limit without subtracting their size first.
constexpr size_t limit_offset = 256;
constexpr uintptr_t stack_canary = 0xABCDABCDABCDABCD;
constexpr size_t c_stack_size = 1024 * 1024;
constexpr size_t largest_automatic_segment = 1024 * 1024;

inline size_t user_size(const stk_seg *segment) {
    return segment->end - reinterpret_cast<uintptr_t>(segment->data) - red_zone;
}

inline uintptr_t limit_of(const stk_seg *segment) {
    return reinterpret_cast<uintptr_t>(segment->data) + limit_offset + red_zone;
}

inline bool contains(const stk_seg *segment, uintptr_t sp) {
    return reinterpret_cast<uintptr_t>(segment->data) <= sp && sp <= segment->end;
}

// The segment whose limit word this is; asserts its canary.
inline stk_seg *segment_of_limit(uintptr_t limit) {
    auto *segment = reinterpret_cast<stk_seg *>(limit - red_zone - limit_offset - sizeof(stk_seg));
    assert(segment->canary == stack_canary && "Stack canary was overwritten");
    return segment;
}
// The new side has segments only for who asks, and writes copies of their headers for them: one that is whole but for its canary
// was overwritten by the caller; any other may never have been there.
inline void check_copied_header(uintptr_t limit, const void *task) {
    if (!limit) return;
    auto *segment = reinterpret_cast<stk_seg *>(limit - red_zone - limit_offset - sizeof(stk_seg));
    assert((segment->task != task || segment->canary == stack_canary) && "Stack canary was overwritten");
}
// Fills in the header of a block that has room for it and size data bytes.
void initialise(stk_seg *segment, size_t size, rust_task *task);
// Before that block is freed.
void retire(stk_seg *segment);

inline uintptr_t align_down(uintptr_t sp) {
    return sp & ~uintptr_t{15};
}

} // namespace legacy
#endif

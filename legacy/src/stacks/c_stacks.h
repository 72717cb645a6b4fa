// The C stacks of the calling thread: one cached for the next task that holds none; a second one only until the end of the turn
// in which a task came back with its own.
#ifndef LEGACY_STACKS_C_STACKS_H
#define LEGACY_STACKS_C_STACKS_H
#include "stacks/segment.h"
#include <cassert>
#include <utility>

namespace legacy::c_stacks {

// A thread that begins to run tasks has none, whatever an earlier run has left there.
void begin_thread();
void end_thread();
// Before the turn of a task that holds none.
void prepare();
void free_extra();

// In static storage of the thread, and inline: every call through the C stack comes here twice.
inline __attribute__((tls_model("initial-exec"))) thread_local stk_seg *cached, *extra;

inline stk_seg *borrow() {
    if (extra) return std::exchange(extra, nullptr);
    stk_seg *cached_c_stack = std::exchange(cached, nullptr);
    assert(cached_c_stack);
    return cached_c_stack;
}

// True if it is the second one.
inline bool give_back(stk_seg *stack) {
    if (!cached) {
        cached = stack;
        return false;
    }
    assert(!extra);
    extra = stack;
    return true;
}

} // namespace legacy::c_stacks
#endif

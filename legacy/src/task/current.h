// The task that runs on this thread, as this core's own code finds it: on stacks of this library by the stack-limit word where that
// is set, on others by the thread's host record; else by thread-local storage, which is never cleared: between two turns a
// loop's thread still has the last task.
#ifndef LEGACY_TASK_CURRENT_H
#define LEGACY_TASK_CURRENT_H
#include "router/binding.h"
#include "rustrt.h"
#include "stacks/limit_word.h"
#include "stacks/segment.h"

namespace legacy {

// From thread-local storage.
rust_task *last_task_of_thread();
rust_task *task_of_turn();
// Inline: every call through the C stack begins with it.
inline rust_task *try_current_task() {
    if (in_use.stacks == &own_stacks) {
        if (uintptr_t limit = limit_word::get()) return segment_of_limit(limit)->task;
    } else if (rust_task *task = task_of_turn()) {
        return task;
    }
    return last_task_of_thread();
}
// Without one: assertion.
rust_task *current_task();
void set_current_task(rust_task *task);
// For a thread whose loop has ended: its last task is gone, yet it goes on as before, until its first call of
// C code asserts. Leaves a stand-in that owns no memory of the kernel.
void leave_departed_task();

} // namespace legacy
#endif

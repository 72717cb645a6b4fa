// Failing and waiting, as every part of the library does it. All on the Rust stack.
#pragma once
#include "runtime/stacks.h"
#include <cstdlib>

namespace rustcore {

// Unwinds the current task. The place is the caller's.
[[noreturn]] inline void fail(const char *text, const char *file = __builtin_FILE(),
                              size_t line = __builtin_LINE()) {
    rust_upcall_fail(text, file, line);
    abort(); // not reached; the old header cannot say so
}

inline bool failing() {
    return on_c([me = rust_get_task()] { return rust_task_is_unwinding(me); });
}

// The next event of the current task. A killed task fails here, unless it is failing already: then it gets an
// event that may be a stale one, without waiting.
inline void *wait_event(rust_task *me) {
    void *event = nullptr;
    bool must_fail = on_c([&] { return task_wait_event(me, &event) && !rust_task_is_unwinding(me); });
    if (must_fail) fail("killed");
    return event;
}

} // namespace rustcore

// Failing with a text, told with the place in core that failed. On the Rust stack.
#pragma once
#include "stacks/hops.h"
#include <cstdlib>

namespace core {

// Unwinds the current task; destructors run.
[[noreturn]] inline void fail(const char *text, const char *file = __builtin_FILE(),
                              size_t line = __builtin_LINE()) {
    rust_upcall_fail(text, file, line);
    abort(); // not reached; the old header cannot say so
}

// True from the moment the current task began to fail.
inline bool failing() {
    return on_c([me = rust_get_task()] { return rust_task_is_unwinding(me); });
}

} // namespace core

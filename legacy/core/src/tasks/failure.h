// Failing with a text, told with the place in core that failed.
#ifndef RUSTCORE_TASKS_FAILURE_H
#define RUSTCORE_TASKS_FAILURE_H
#include "rustrt.h"
#include <cstdlib>

namespace core {

// Unwinds the current task; destructors run. On the Rust stack.
[[noreturn]] inline void fail(const char *text, const char *file = __builtin_FILE(),
                              size_t line = __builtin_LINE()) {
    rust_upcall_fail(text, file, line);
    abort(); // not reached; the old header cannot say so
}

} // namespace core

#endif

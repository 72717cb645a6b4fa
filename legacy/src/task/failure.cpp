// A task's failure: message, backtrace, and the exception that unwinds it. Must run on the C stack.
#include "kernel/kernel.h"
#include "router/binding.h"
#include "sched/loop.h"
#include "task/task.h"
#include <cinttypes>
#include <execinfo.h>
#include <unistd.h>

using namespace legacy;

void rust_task::fail() {
    fail(nullptr, nullptr, 0);
}

void rust_task::fail(const char *expr, const char *file, size_t line) {
    if (expr) log(RUSTRT_LOG_TASK, log_error, "task failed at '%s', %s:%zu", expr, file, line);
    if (in_use.logging->enabled(RUSTRT_LOG_BACKTRACE, log_warn)) {
        void *frames[256];
        backtrace_symbols_fd(frames, backtrace(frames, 256), STDERR_FILENO);
    }
    stacks.unwinding = 1;
    throw this;
}

void rust_task::fail_kernel() {
    log_always("domain %s @0x%" PRIxPTR " root task failed", "main", reinterpret_cast<uintptr_t>(sched_loop));
    runtime()->fail();
}

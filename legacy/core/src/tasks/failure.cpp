#include "tasks/failure.h"
#include "rustcore.h"
#include "stacks/hops.h"

void rustcore_fail(const char *text, const char *file, size_t line) {
    rust_upcall_fail(text, file, line);
}

bool rustcore_failing(void) {
    rust_task *task = rust_get_task();
    return core::on_c([=] { return rust_task_is_unwinding(task); });
}

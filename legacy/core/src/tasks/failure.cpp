#include "tasks/failure.h"
#include "rustcore.h"

void rustcore_fail(const char *text, const char *file, size_t line) {
    rust_upcall_fail(text, file, line);
}

bool rustcore_failing(void) {
    return core::failing();
}

#include "support/checked.h"
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace legacy {

void call_failed(const char *call, const char *file, int line, int result) {
    fprintf(stderr, "%s failed in %s at line %d, result = %d (%s) \n", call, file, line, result,
            strerror(result));
    abort();
}

void fatal(const char *message) {
    fprintf(stderr, "fatal: %s\n", message);
    exit(1);
}

} // namespace legacy

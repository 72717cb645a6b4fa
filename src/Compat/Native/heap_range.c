/* How many addresses the managed heap reserves where they are few (ulimit -v). By itself it takes half of those that there are, which
 * leaves few for the stacks of tasks. It learns how much it may have from a variable, once, when it starts. Setting that in the
 * process's environment would move what another thread of the program may be reading just then, since the runtime starts at the first
 * call of the API; so the library is linked to ask here (--wrap=getenv). What the user has set counts. */
#include "../Router/Rustrt/address_space.h"
#include <stdio.h>
#include <string.h>

#define HEAP_RANGE "DOTNET_GCRegionRange"

char *__real_getenv(const char *name);
char *__wrap_getenv(const char *name);

static char *heap_range(void) {
    enum { PART = 16, SMALLEST = 64 << 20 };
    static char bytes[24];
    rlim_t part = address_space_limit() / PART;
    snprintf(bytes, sizeof bytes, "%lx", part > SMALLEST ? (unsigned long)part : (unsigned long)SMALLEST);
    return bytes;
}

char *__wrap_getenv(const char *name) {
    char *value = __real_getenv(name);
    return !value && !strcmp(name, HEAP_RANGE) && addresses_are_few() ? heap_range() : value;
}

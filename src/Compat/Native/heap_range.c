/* How many addresses the managed heap reserves. By itself it takes 256 GiB at least and keeps a table of them, of which it writes every
 * page when it starts: more than a small machine's heap can ever use, so four times the machine's memory. Where addresses are few (ulimit
 * -v) it takes half of those that there are, which leaves few for the stacks of tasks: a sixteenth. It learns how much it may have from a
 * variable, once, when it starts. Setting that in the process's environment would move what another thread of the program may be reading
 * just then, since the runtime starts at the first call of the API; so the library is linked to ask here (--wrap=getenv). What the user has
 * set counts. */
#include "../Router/Rustrt/address_space.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define HEAP_RANGE "DOTNET_GCRegionRange"

char *__real_getenv(const char *name);
char *__wrap_getenv(const char *name);

/* Bytes; 0: as many as the runtime takes by itself. */
static unsigned long range(void) {
    enum { PART = 16, SMALLEST = 64 << 20, MEMORIES = 4 };
    const unsigned long its_own = 256ul << 30;
    if (addresses_are_few()) {
        rlim_t part = address_space_limit() / PART;
        return part > SMALLEST ? part : SMALLEST;
    }
    unsigned long wanted = MEMORIES * (unsigned long)sysconf(_SC_PHYS_PAGES) * (unsigned long)sysconf(_SC_PAGESIZE);
    return wanted < its_own ? wanted : 0;
}

static char *heap_range(void) {
    static char bytes[24];
    unsigned long wanted = range();
    if (!wanted) return NULL;
    snprintf(bytes, sizeof bytes, "%lx", wanted);
    return bytes;
}

char *__wrap_getenv(const char *name) {
    char *value = __real_getenv(name);
    return !value && !strcmp(name, HEAP_RANGE) ? heap_range() : value;
}

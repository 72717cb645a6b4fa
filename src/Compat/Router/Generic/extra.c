/* Functions that a user's own legacy library exports beside the old API. No backend but that library can serve them, so they
 * follow no unit: they work wherever the setting keeps the legacy library loaded, and are refused elsewhere as a function is
 * that nobody serves. Their names come from the list that `./migrate router` writes. */
#define _GNU_SOURCE
#include "extra.h"
#if __has_include("router_extra.g.h")
#include "router_extra.g.h"
#include "router_symbols.g.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

HIDDEN void *router_resolve_extra(int index);
extern HIDDEN void *router_extra_slots[];

static const char *const names[] = {
#define X(index, name) #name,
    ROUTER_EXTRA_LIST(X)
#undef X
};
enum { EXTRAS = sizeof names / sizeof *names };

static void mark(const char *name, void *marks) {
    for (int i = 0; i < EXTRAS; i++)
        if (!strcmp(names[i], name)) ((bool *)marks)[i] = true;
}

bool router_has_extras(void) { return true; }

int router_next_unserved_extra(int from) {
    static bool wanted[EXTRAS];
    if (!from) router_each_import(mark, wanted);
    for (int i = from; i < EXTRAS; i++)
        if (wanted[i] && !router_library_here.find_extra(names[i])) return i;
    return -1;
}

void router_describe_extra(int index, char *text, size_t size) {
    snprintf(text, size, router_library_here.legacy_is_loaded() ? "not in the legacy library: %s"
             : "in a legacy library only, and this setting loads none: %s", names[index]);
}

static void find(switch_choice *units, void *name_and_target) {
    (void)units;
    void **both = name_and_target;
    both[1] = router_library_here.find_extra(both[0]);
}

void *router_resolve_extra(int index) {
    int caller_errno = errno;
    void *name_and_target[2] = {(void *)names[index], NULL};
    router_when_decided(find, name_and_target);
    if (!name_and_target[1]) {
        char text[512];
        router_describe_extra(index, text, sizeof text);
        fprintf(stderr, ROUTER_NAME ": %s\n", text);
        abort();
    }
    __atomic_store_n(&router_extra_slots[index], name_and_target[1], __ATOMIC_RELEASE);
    errno = caller_errno;
    return name_and_target[1];
}
#else
bool router_has_extras(void) { return false; }
int router_next_unserved_extra(int from) { return (void)from, -1; }
void router_describe_extra(int index, char *text, size_t size) { (void)index, (void)text, (void)size; }
#endif

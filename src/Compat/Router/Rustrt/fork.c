/* A program that forks by itself. Of C#, its collector and its schedulers the child has the memory, but no thread that would run
 * them: a call could wait forever, or worse. So every way into C# is closed there, and the first call tells. A child that
 * becomes another program, or exits, meets none of them; what the legacy side serves goes on as it did. */
#include "router_api.h"
#include "../Generic/router.h"
#include "router_symbols.g.h"
#include <string.h>

extern HIDDEN void *router_wrapped[];
HIDDEN void router_close_new(const switch_choice *units);
HIDDEN void router_close_companions(void); /* companion.c */

static void refuse(void) { router_refuse_in_child("the new side"); }

/* Compiled code makes all its C calls through this one, that of exec among them. */
static bool leads_to_c(const char *name) { return !strcmp(name, "upcall_call_shim_on_c_stack"); }

static void close_entries(void **entries, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (entries[i]) entries[i] = (void *)refuse;
}

/* Called where only the thread that forked lives. */
void router_close_new(const switch_choice *units) {
    router_close_slots(units, leads_to_c);
    router_close_companions();
    close_entries(router_wrapped, ROUTER_WRAPPERS);
    close_entries((void **)&router_new_functions, sizeof router_new_functions / sizeof(void *));
    router_flush_log = NULL; /* the lines are the parent's */
    /* A body that returns here is not known to end plainly: its end is an upcall. */
    if (router_core_is_new && router_host_tls.on_task) WORDS(router_host_tls.current)->plain_ending = NULL;
}

/* The slots of a library, once it is decided who serves each unit. A slot is written once, with release order, after all that its
 * target needs is in place; what nobody serves keeps its lazy stub, whose call says so. */
#include "router.h"
#include "router_symbols.g.h"
#include <stdio.h>
#include <unistd.h>

bool router_in_child;
static void *lazy[ROUTER_SYMBOLS]; /* the stub that each slot held before it was opened */

bool router_find_targets(const switch_choice *units, void *(*entry)(enum switch_backend backend, int symbol)) {
    bool all_served = true;
    for (int i = 0; i < router_symbol_count; i++) {
        router_target[i] = entry(units[router_symbols[i].unit].backend, i);
        if (!router_target[i]) all_served = false;
    }
    return all_served;
}

void router_open_slots(bool counting) {
    for (int i = 0; i < router_symbol_count; i++) {
        if (!router_target[i]) continue;
        if (!lazy[i]) lazy[i] = router_table[i];
        __atomic_store_n(&router_table[i], router_trace_slot(i, counting ? router_counting[i] : router_target[i]), __ATOMIC_RELEASE);
    }
}

void router_close_slots(const switch_choice *units, bool (*stays)(const char *name)) {
    router_in_child = true;
    for (int i = 0; i < router_symbol_count; i++)
        if (units[router_symbols[i].unit].backend == SWITCH_NEW && lazy[i] && !(stays && stays(router_symbols[i].name)))
            router_table[i] = lazy[i];
}

void router_check_process(const switch_choice *units, int symbol) {
    if (router_in_child && units[router_symbols[symbol].unit].backend == SWITCH_NEW) router_refuse_in_child(router_symbols[symbol].name);
}

/* Without exit functions: whatever the child has in its buffers is the parent's as well. */
void router_refuse_in_child(const char *called) {
    dprintf(STDERR_FILENO,
            ROUTER_NAME ": %s was called in a child process that was forked without exec: C# lives on in the parent only; "
                        "let the child call nothing before exec or exit, or set " ROUTER_PREFIX "_SWITCH=all=legacy\n",
            called);
    _exit(SWITCH_EXIT_FORKED);
}

void router_describe_unserved(const switch_choice *units, int symbol, char *text, size_t size) {
    const router_symbol *s = &router_symbols[symbol];
    bool legacy = units[s->unit].backend == SWITCH_LEGACY;
    snprintf(text, size, "%s: %s (%s)", legacy ? "not in the legacy library" : "not migrated yet", s->name, s->service);
}

void router_say_unserved(const switch_choice *units, int symbol) {
    char text[256];
    router_describe_unserved(units, symbol, text, sizeof text);
    fprintf(stderr, ROUTER_NAME ": %s\n", text);
}

/* The routers of other libraries that live by this one's decision: companion.h. */
#include "companion.h"
#include "router_api.h"
#include "../Generic/router.h"
#include "router_symbols.g.h"
#include <stdio.h>
#include <stdlib.h>

HIDDEN void router_connect_companions(const switch_choice *units);
HIDDEN uint64_t router_companion_calls(int unit);
HIDDEN void router_close_companions(void);

extern HIDDEN char router_upcall_0[], router_upcall_1[], router_upcall_2[], router_upcall_3[], router_upcall_4[],
    router_upcall_5[], router_upcall_6[];
static void *const upcalls[RUSTRT_UPCALLS] = {router_upcall_0, router_upcall_1, router_upcall_2, router_upcall_3,
                                              router_upcall_4, router_upcall_5, router_upcall_6};

static rustrt_companion *companions;

static rustrt_companion *first(void) { return __atomic_load_n(&companions, __ATOMIC_ACQUIRE); }

/* C#'s function is managed: the wrapper makes an upcall where a task calls. */
static void bind_new(rustrt_library_api *api) {
    void (*bind)(rustrt_library_api *);
    *(void **)&bind = router_wrap((void *)router_new_functions.library);
    bind(api);
}

static void connect_one(rustrt_companion *companion, const switch_choice *units) {
    if (companion->connected) return;
    const rustrt_companion_link link = {units, upcalls, bind_new, router_counts_calls()};
    companion->connect(&link);
    companion->connected = true;
}

void router_connect_companions(const switch_choice *units) {
    for (rustrt_companion *c = first(); c; c = c->next) connect_one(c, units);
}

uint64_t router_companion_calls(int unit) {
    uint64_t calls = 0;
    for (const rustrt_companion *c = first(); c; c = c->next)
        if (c->connected) calls += c->calls(unit);
    return calls;
}

void router_close_companions(void) {
    for (const rustrt_companion *c = first(); c; c = c->next)
        if (c->connected) c->close_new();
}

/* Under the lock of the decision. */
static void connect_late(switch_choice *units, void *companion) { connect_one(companion, units); }

static void connect_now(rustrt_companion *companion) { router_when_decided(connect_late, companion); }

/* Called by constructors, maybe under the dynamic loader's lock: it must not wait for a decision, which loads libraries. */
EXPORT rustrt_companion_connect rustrt_router_join(rustrt_companion *companion) {
    if (companion->version != RUSTRT_COMPANION_VERSION || companion->size != sizeof *companion) {
        fprintf(stderr, "rustrt: librustcore.so is of another version than librustrt.so: %u, and not %d\n", companion->version,
                RUSTRT_COMPANION_VERSION);
        abort();
    }
    companion->next = first();
    while (!__atomic_compare_exchange_n(&companions, &companion->next, companion, true, __ATOMIC_RELEASE, __ATOMIC_RELAXED)) {
    }
    return connect_now;
}

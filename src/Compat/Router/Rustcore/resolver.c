/* The slots of librustcore.so. The router of librustrt.so decides the switch and tells this one, which joins it when it is loaded
 * (companion.h). Until then each slot holds its lazy stub, whose call asks for the decision. */
#define _GNU_SOURCE
#include "rustcore_router.h"
#include "../Generic/router.h"
#include "router_symbols.g.h"
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

extern HIDDEN void *const router_trampolines[];
HIDDEN void *router_new[ROUTER_SYMBOLS];         /* C# functions, for the trampolines */
HIDDEN void *router_wrapped[ROUTER_WRAPPERS];    /* none: C# hands out no functions of this library */
HIDDEN void *router_joined_upcalls[RUSTRT_UPCALLS];

static uint8_t units[RUSTRT_UNITS];
static rustrt_companion_connect connect_now;
static void *legacy_library;

const char *router_variable(const char *name) {
    return switch_variable(&router_catalogue, switch_process_environment(), name);
}

/* Visible to what is loaded from now on, so that the old library's calls of its own functions come here. */
static void show_this_library(void) {
    Dl_info info;
    if (dladdr((void *)show_this_library, &info) && dlopen(info.dli_fname, RTLD_NOW | RTLD_NOLOAD | RTLD_GLOBAL)) return;
    fprintf(stderr, "rustrt: librustcore.so cannot find itself: %s\n", dlerror());
    abort();
}

static void load_legacy(void) {
    char why[1024];
    show_this_library();
    legacy_library = router_open_beside(ROUTER_STEM "_legacy.so", why, sizeof why);
    if (legacy_library) return;
    fprintf(stderr, "rustrt-switch: the legacy backend of " ROUTER_LIBRARY " cannot load: %s\n", why);
    exit(SWITCH_EXIT_BACKEND);
}

static void bind_new(const rustrt_companion_link *link) {
    static rustrt_library_api api;
    api = (rustrt_library_api){
        RUSTRT_COMPANION_VERSION, sizeof api, router_new, library_wait,
        rust_upcall_fail, task_signal_event, rust_task_ref, rust_task_deref, task_clear_event_reject,
        (void *)rustcore_exclusive_new, (void *)rustcore_exclusive_clone, (void *)rustcore_exclusive_drop,
        (void *)rustcore_exclusive_with, (void *)rustcore_select, (void *)rustcore_port_drop,
        (bool (*)(void *, void *))rustcore_try_recv, library_send_locked, &library_chan_type,
    };
    link->bind_new(&api);
}

static void *entry(int backend, int symbol) {
    if (backend == RUSTRT_NEW) return router_new[symbol] ? router_trampolines[symbol] : NULL;
    return router_find(legacy_library, symbol);
}

static void connect_backends(const rustrt_companion_link *link) {
    bool wanted[RUSTRT_BACKENDS] = {false, false};
    for (int i = 0; i < ROUTER_SYMBOLS; i++) wanted[link->backend[router_symbols[i].unit]] = true;
    for (int i = 0; i < RUSTRT_UPCALLS; i++) router_joined_upcalls[i] = link->upcalls[i];
    if (wanted[RUSTRT_LEGACY]) load_legacy();
    if (wanted[RUSTRT_NEW]) bind_new(link);
    router_trace_start();
    for (int i = 0; i < ROUTER_SYMBOLS; i++) {
        router_target[i] = entry(link->backend[router_symbols[i].unit], i);
        if (router_target[i])
            __atomic_store_n(&router_table[i], router_trace_slot(i, link->counts ? router_counting[i] : router_target[i]),
                             __ATOMIC_RELEASE);
    }
}

static uint64_t calls(int unit) {
    uint64_t sum = 0;
    for (int i = 0; i < ROUTER_SYMBOLS; i++)
        if (router_symbols[i].unit == unit) sum += __atomic_load_n(&router_calls[i], __ATOMIC_RELAXED);
    return sum;
}

static rustrt_companion companion = {RUSTRT_COMPANION_VERSION, sizeof companion, units, connect_backends, calls, NULL, false};

__attribute__((constructor)) static void join(void) {
    static const bool new_serves[ROUTER_SYMBOLS] = {
#define X(index, name, version, service, unit, native, new_serves, int_regs, trace) new_serves,
        ROUTER_SYMBOL_LIST(X)
#undef X
    };
    for (int i = 0; i < ROUTER_SYMBOLS; i++) {
        uint8_t *unit = &units[router_symbols[i].unit];
        if (*unit != COMPANION_NEW) *unit = new_serves[i] ? COMPANION_NEW : COMPANION_NOTHING_NEW;
    }
    connect_now = rustrt_router_join(&companion);
}

/* Entered by a lazy stub. A call that is here while another thread fills the slots waits for it in connect_now. */
void *router_resolve(int symbol) {
    int caller_errno = errno;
    connect_now(&companion);
    errno = caller_errno;
    if (router_target[symbol]) return router_table[symbol];
    fprintf(stderr, ROUTER_NAME ": not migrated yet: %s (%s)\n", router_symbols[symbol].name, router_symbols[symbol].service);
    abort();
}

/* librustrt as the generic router sees it: its units, how its two backends are loaded, and how their tables are connected.
 *
 * Order of binding: load both libraries as needed; both cores offer their table; the one that the switch chose is the core
 * in use; then both sides learn of it and of the seams (exchange heap, logging) that stand for each service. C# functions
 * that native code calls from any stack are wrapped: the wrapper makes an upcall of the call. */
#define _GNU_SOURCE
#include "router_api.h"
#include "../Generic/router.h"
#include "router_symbols.g.h"
#include <dlfcn.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern HIDDEN void *const router_trampolines[];
extern HIDDEN void *const router_wrappers[];
HIDDEN void *router_wrapped[ROUTER_WRAPPERS];
HIDDEN void *router_new[ROUTER_SYMBOLS]; /* C# functions, for the trampolines */

HIDDEN void (*router_flush_log)(void);

static int64_t internal_calls[RUSTRT_UNITS * RUSTRT_BACKENDS];
static intptr_t exchange_count;
static void *legacy_library;
static const rustrt_legacy *legacy;
static rustrt_new_bind_fn host_bind;

/* ---- wrappers */

void *router_wrap(void *fn) {
    static int used;
    if (!fn) return NULL;
    int i = __atomic_fetch_add(&used, 1, __ATOMIC_RELAXED);
    if (i >= ROUTER_WRAPPERS) {
        fprintf(stderr, "rustrt: more than %d native entries into C#\n", ROUTER_WRAPPERS);
        abort();
    }
    router_wrapped[i] = fn;
    return router_wrappers[i];
}

static rustrt_host *host(void) { return &router_host_tls; }
static uint64_t read_limit_word(void) { return limit_word(); }
static void write_limit_word(uint64_t word) { set_limit_word(word); }

router_api router_api_here = {
    .version = RUSTRT_CORE_VERSION, .size = sizeof(router_api), .resume = router_resume, .task_new = router_task_new,
    .task_entry = router_task_entry, .task_free = router_task_free, .thread_init = router_thread_init, .host = host,
    .on_own_stack = router_on_own_stack, .limit_word = read_limit_word,
    .set_limit_word = write_limit_word,
    .raw_thread_main = router_raw_thread_main, .entries = router_new,
    .exchange_count = &exchange_count, .read_registers = router_read_registers, .no_glue = router_no_glue,
};

/* ---- loading */

static bool load_legacy(char *why, size_t size) {
    legacy_library = router_open_legacy(ROUTER_STEM "_legacy.so", why, size);
    if (!legacy_library) return false;
    rustrt_legacy_bind_fn bind = NULL;
    *(void **)&bind = dlsym(legacy_library, "rustrt_legacy_bind");
    static rustrt_router offered;
    offered = (rustrt_router){RUSTRT_CORE_VERSION, sizeof offered, host, &exchange_count,
                              router_counts_calls() ? internal_calls : NULL};
    if (bind) legacy = bind(&offered);
    if (legacy && legacy->version != RUSTRT_CORE_VERSION) {
        snprintf(why, size, "librustrt_legacy.so speaks version %u of rustrt_core.h, the router version %d", legacy->version,
                 RUSTRT_CORE_VERSION);
        return false;
    }
    return true;
}

static bool bind_library_of_new(char *why, size_t size) {
    void *library = router_open_beside("librustrt_new.so", why, size);
    if (!library) return false;
    rustrt_new_bind_fn bind = NULL;
    *(void **)&bind = dlsym(library, "rustrt_new_bind");
    if (bind) bind(&router_api_here, &router_new_functions);
    else snprintf(why, size, "%s", dlerror());
    return bind;
}

static bool load_new(char *why, size_t size) {
    if (router_counts_calls()) router_api_here.internal_calls = internal_calls;
    if (host_bind) {
        host_bind(&router_api_here, &router_new_functions);
        return true;
    }
    /* The managed runtime ignores SIGPIPE from its start on; what a broken pipe does is the program's to say. */
    struct sigaction broken_pipe;
    sigaction(SIGPIPE, NULL, &broken_pipe);
    bool bound = bind_library_of_new(why, size);
    sigaction(SIGPIPE, &broken_pipe, NULL);
    return bound;
}

static bool load(enum switch_backend backend, char *why, size_t size) {
    return backend == SWITCH_NEW ? load_new(why, size) : load_legacy(why, size);
}

static const bool is_native[ROUTER_SYMBOLS] = {
#define X(index, name, version, service, unit, native, new_serves, int_regs, trace) native,
    ROUTER_SYMBOL_LIST(X)
#undef X
};

static void *entry(enum switch_backend backend, int symbol) {
    if (backend == SWITCH_NEW) return is_native[symbol] || router_new[symbol] ? router_trampolines[symbol] : NULL;
    return router_find(legacy_library, symbol);
}

/* ---- connecting */

static bool used(const switch_choice *units, enum switch_backend backend) {
    for (int unit = 0; unit < RUSTRT_UNITS; unit++)
        if (units[unit].backend == backend) return true;
    return false;
}

/* A mixture needs a legacy library with seams: without them nobody publishes its host stacks or its current task. */
static bool possible(const switch_choice *units, char *why, size_t size) {
    if (legacy || !legacy_library || !used(units, SWITCH_LEGACY) || !used(units, SWITCH_NEW)) return true;
    enum switch_backend core = units[RUSTRT_UNIT_CORE].backend;
    int length = snprintf(why, size, "not possible with this legacy library: it has no seams (rustrt_legacy_bind of "
                          "rustrt_core.h), and needed one for");
    for (int unit = 0; unit < RUSTRT_UNITS; unit++)
        if (units[unit].backend != core && length > 0 && (size_t)length < size)
            length += snprintf(why + length, size - (size_t)length, " %s=%s", router_catalogue.units[unit].name,
                               switch_backend_name(units[unit].backend));
    if (length > 0 && (size_t)length < size) snprintf(why + length, size - (size_t)length, "; valid: all=legacy or all=new");
    return false;
}

/* Does somebody look at segments of stacks? */
static bool imports_segments(void) {
    bool wanted[ROUTER_SYMBOLS] = {false};
    router_imports(wanted);
#define X(index, name, version, service, unit, native, new_serves, int_regs, trace)                                    \
    if (wanted[index] && (!strcmp(service, "stack-growth") || !strcmp(#name, "debug_get_stk_seg"))) return true;
    ROUTER_SYMBOL_LIST(X)
#undef X
    return false;
}

static void connect_backends(const switch_choice *units) {
    router_core_is_new = units[RUSTRT_UNIT_CORE].backend == SWITCH_NEW;
    router_core = router_core_is_new ? &router_new_core : legacy ? legacy->core : NULL;
    const rustrt_exchange_seam *exchange = legacy ? legacy->exchange : NULL;
    const rustrt_logging_seam *logging = legacy ? legacy->logging : NULL;
    static rustrt_exchange_seam new_exchange;
    static rustrt_logging_seam new_logging;
    if (used(units, SWITCH_NEW)) {
        const rustrt_exchange_seam *x = &router_new_functions.exchange;
        const rustrt_logging_seam *l = &router_new_functions.logging;
        *(void **)&new_exchange.allocate = router_wrap((void *)x->allocate);
        *(void **)&new_exchange.reallocate = router_wrap((void *)x->reallocate);
        *(void **)&new_exchange.free = router_wrap((void *)x->free);
        *(void **)&new_logging.start = router_wrap((void *)l->start);
        *(void **)&new_logging.enabled = router_wrap((void *)l->enabled);
        *(void **)&new_logging.write = router_wrap((void *)l->write);
        *(void **)&router_flush_log = router_wrap((void *)router_new_functions.flush_log);
        if (router_flush_log) atexit(router_flush_log);
        router_api_here.exchange_is_new = units[RUSTRT_UNIT_EXCHANGE_HEAP].backend == SWITCH_NEW;
        router_api_here.logging_is_new = units[RUSTRT_UNIT_LOGGING].backend == SWITCH_NEW;
        if (router_api_here.exchange_is_new) exchange = &new_exchange;
        if (router_api_here.logging_is_new) logging = &new_logging;
        router_api_here.core = router_core;
        router_api_here.exchange = exchange;
        router_api_here.logging = logging;
        router_api_here.segments_imported = router_core_is_new && imports_segments();
        router_new_functions.use();
        if (router_core_is_new) router_catch_overflows();
    }
    if (legacy && used(units, SWITCH_LEGACY)) {
        rustrt_legacy_use_fn use = NULL;
        *(void **)&use = dlsym(legacy_library, "rustrt_legacy_use");
        if (use) use(router_core, exchange, logging);
    }
}

/* A .NET process that hosts the new backend itself calls this before the first call of the API. */
EXPORT void ROUTER_HOST_BIND(rustrt_new_bind_fn bind);
void ROUTER_HOST_BIND(rustrt_new_bind_fn bind) { host_bind = bind; }

/* ---- what the generic part wants to know */

const router_library router_library_here = {
    .load = load, .possible = possible, .entry = entry, .connect = connect_backends, .internal_calls = internal_calls,
};

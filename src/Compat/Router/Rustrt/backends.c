/* librustrt as the generic router sees it: its units, how its two backends are loaded, and how their tables are connected.
 *
 * Order of binding: load both libraries as needed; both cores offer their table; the one that the switch chose is the core
 * in use; then both sides learn of it and of the seam of whoever serves each unit. C# functions
 * that native code calls from any stack are wrapped: the wrapper makes an upcall of the call. */
#define _GNU_SOURCE
#include "reservations.h"
#include "../Generic/router.h"
#include "router_symbols.g.h"
#include "switch_text.h"
#include <dlfcn.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern HIDDEN void *const router_trampolines[];
extern HIDDEN void *const router_wrappers[];
HIDDEN void router_connect_companions(const switch_choice *units);
HIDDEN uint64_t router_companion_calls(int unit);
HIDDEN void router_close_new(const switch_choice *units); /* fork.c */
HIDDEN void *router_wrapped[ROUTER_WRAPPERS];
HIDDEN void *router_new[ROUTER_SYMBOLS]; /* C# functions, for the trampolines */

HIDDEN void (*router_flush_log)(void);

static int64_t internal_calls[RUSTRT_UNITS * RUSTRT_BACKENDS];
static intptr_t exchange_count;
static void *legacy_library;
static const rustrt_legacy *legacy;
static rustrt_new_bind_fn host_bind;
static bool library_is_bound;

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

void *router_wrapped_once(void **wrapper, void *fn) {
    void *entry = __atomic_load_n(wrapper, __ATOMIC_ACQUIRE);
    if (entry) return entry;
    entry = router_wrap(fn);
    void *nobody = NULL;
    return __atomic_compare_exchange_n(wrapper, &nobody, entry, 0, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE) ? entry : nobody;
}

static rustrt_host *host(void) { return &router_host_tls; }
static void (*enter_new)(void);
/* Each of its threads asks, before it does anything else. */
static rustrt_host *host_of_legacy(void) {
    static __thread bool prepared __attribute__((tls_model("initial-exec")));
    if (enter_new && !prepared) {
        prepared = true;
        if (library_is_bound) router_have_alternate_stack();
        router_enter_early(enter_new);
    }
    return &router_host_tls;
}

static uint64_t read_limit_word(void) { return limit_word(); }
static void write_limit_word(uint64_t word) { set_limit_word(word); }

router_api router_api_here = {
    .version = RUSTRT_CORE_VERSION, .size = sizeof(router_api), .resume = router_resume, .task_new = router_task_new,
    .task_entry = router_task_entry, .task_free = router_task_free, .thread_init = router_thread_init, .host = host,
    .on_own_stack = router_on_own_stack, .limit_word = read_limit_word,
    .set_limit_word = write_limit_word,
    .raw_thread_main = router_raw_thread_main, .entries = router_new,
    .exchange_count = &exchange_count, .kernel_killed = &router_kernel_killed, .read_registers = router_read_registers, .no_glue = router_no_glue, .wrap = router_wrap,
    .check_stack_sizes = router_check_stack_sizes,
};
_Static_assert(ROUTER_WRAPPERS >= RUSTRT_UNITS * (RUSTRT_SEAM_FUNCTIONS + 3 + 2) + 3, "a seam, hooks of tasks and of runs, the core's own");

/* ---- loading */

static bool load_legacy(char *why, size_t size) {
    legacy_library = router_open_legacy(ROUTER_STEM "_legacy.so", why, size);
    if (!legacy_library) return false;
    rustrt_legacy_bind_fn bind = NULL;
    *(void **)&bind = dlsym(legacy_library, "rustrt_legacy_bind");
    static rustrt_router offered;
    offered = (rustrt_router){RUSTRT_CORE_VERSION, sizeof offered, host_of_legacy, &exchange_count,
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
    if (bind) {
        bind(&router_api_here, &router_new_functions);
        library_is_bound = true;
    } else snprintf(why, size, "%s", dlerror());
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
    bool is_only_runtime = router_suspension_is_unused();
    bool bound = bind_library_of_new(why, size);
    sigaction(SIGPIPE, &broken_pipe, NULL);
    if (bound && is_only_runtime) router_suspend_on_alternate_stacks();
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

static const struct needed_seam {
    int unit, seam;
    bool legacy_only;
} needed_seams[] = {
#define S(unit, seam, legacy_only) {unit, seam, legacy_only},
    ROUTER_SEAM_LIST(S)
#undef S
};

static const void *seam_of_legacy(int unit) { return legacy && legacy->seams ? legacy->seams->of[unit] : NULL; }
static bool legacy_offers(int seam) { return seam == RUSTRT_UNIT_CORE ? legacy && legacy->core : seam_of_legacy(seam) != NULL; }

enum { NEEDED_SEAMS = sizeof needed_seams / sizeof *needed_seams };

/* A library with a core table publishes its host stacks; of one without they are found through its tasks. */
static bool publishes_hosts(void) { return legacy_offers(RUSTRT_UNIT_CORE); }
static void *get_task(void) { return dlsym(legacy_library, "rust_get_task"); }

/* A unit on another side than the core reaches the legacy library, and is reached by it, through the seams that the
 * catalogue lists. On the legacy core it needs host stacks, too. */
static bool lacks(const struct needed_seam *need, const switch_choice *units, int unit) {
    return need->unit == unit && (!need->legacy_only || units[unit].backend == SWITCH_LEGACY) && !legacy_offers(need->seam);
}

static bool has_what_it_needs(const switch_choice *units, int unit) {
    for (size_t i = 0; i < NEEDED_SEAMS; i++)
        if (lacks(&needed_seams[i], units, unit)) return false;
    return units[unit].backend == SWITCH_LEGACY || publishes_hosts() || get_task();
}

/* "process=new needs the seam core", "local-heap=new needs the seams core, local-heap" */
static void add_lacks(switch_text *text, const switch_choice *units, int unit, bool first) {
    switch_text_add(text, "%s %s=%s needs ", first ? "not possible with this legacy library:" : ";", router_catalogue.units[unit].name,
                    switch_backend_name(units[unit].backend));
    int count = 0, told = 0;
    for (size_t i = 0; i < NEEDED_SEAMS; i++) count += lacks(&needed_seams[i], units, unit);
    if (count) switch_text_add(text, count == 1 ? "the seam" : "the seams");
    for (size_t i = 0; i < NEEDED_SEAMS; i++)
        if (lacks(&needed_seams[i], units, unit))
            switch_text_add(text, told++ ? ", %s" : " %s", router_catalogue.units[needed_seams[i].seam].name);
    if (!count) switch_text_add(text, "the function rust_get_task, by which host stacks are found");
}

static bool possible(const switch_choice *units, char *why, size_t size) {
    if (!legacy_library || !used(units, SWITCH_LEGACY) || !used(units, SWITCH_NEW)) return true;
    switch_text text = switch_text_in(why, size);
    bool refused = false;
    for (int unit = 0; unit < RUSTRT_UNITS; unit++) {
        if (units[unit].backend == units[RUSTRT_UNIT_CORE].backend || has_what_it_needs(units, unit)) continue;
        add_lacks(&text, units, unit, !refused);
        refused = true;
    }
    if (refused) switch_text_add(&text, "; see rustrt_core.h; valid: all=legacy or all=new");
    return !refused;
}

/* The seam of C# with each function as a native one. */
static const void *wrapped_seam(int unit, const void *const *functions) {
    static void *native[RUSTRT_UNITS][RUSTRT_SEAM_FUNCTIONS];
    for (int i = 0; i < RUSTRT_SEAM_FUNCTIONS && functions[i]; i++) native[unit][i] = router_wrap((void *)functions[i]);
    return native[unit];
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

static void flush_log_at_exit(void) {
    if (router_flush_log) router_flush_log();
}

static void forked(const switch_choice *units) {
    if (used(units, SWITCH_NEW)) router_close_new(units);
}

static bool legacy_is_loaded(void) { return legacy_library; }
static void *find_extra(const char *name) { return legacy_library ? dlsym(legacy_library, name) : NULL; }

static void connect_backends(const switch_choice *units) {
    static rustrt_seams of_legacy, of_new;
    router_core_is_new = units[RUSTRT_UNIT_CORE].backend == SWITCH_NEW;
    router_core = router_core_is_new ? &router_new_core : legacy ? legacy->core : NULL;
    if (!router_core_is_new && used(units, SWITCH_NEW) && !publishes_hosts()) router_borrow_hosts(get_task());
    router_stacks_are_new = units[RUSTRT_UNIT_STACKS].backend == SWITCH_NEW;
    router_stacks = router_stacks_are_new ? &router_new_stacks : seam_of_legacy(RUSTRT_UNIT_STACKS);
    for (int unit = 0; unit < RUSTRT_UNITS; unit++) {
        bool is_new = units[unit].backend == SWITCH_NEW;
        router_api_here.is_new[unit] = is_new;
        if (!is_new) of_legacy.of[unit] = seam_of_legacy(unit);
        else if (legacy && router_new_functions.seams.of[unit])
            of_new.of[unit] = wrapped_seam(unit, router_new_functions.seams.of[unit]);
    }
    if (router_stacks_are_new) of_new.of[RUSTRT_UNIT_STACKS] = router_stacks;
    router_local_heap = of_new.of[RUSTRT_UNIT_LOCAL_HEAP] ? of_new.of[RUSTRT_UNIT_LOCAL_HEAP] : of_legacy.of[RUSTRT_UNIT_LOCAL_HEAP];
    if (used(units, SWITCH_NEW)) {
        *(void **)&router_flush_log = router_wrap((void *)router_new_functions.flush_log);
        if (router_flush_log) atexit(flush_log_at_exit);
        router_api_here.core = router_core;
        router_api_here.segments_imported = router_stacks_are_new && imports_segments();
        if (router_stacks_are_new) router_decide_lending();
        /* The bounds of the process's first stack are read from a file, for which descriptors and memory may be gone at its next upcall. */
        if (gettid() == getpid()) router_first_entry();
        if (!router_stacks_are_new || router_c_stacks_are_lent) router_api_here.resume = router_begin_and_resume;
        router_api_here.seams = &of_legacy;
        *(void **)&router_new_functions.wake = router_wrap((void *)router_new_functions.wake);
        *(void **)&router_new_functions.signal = router_wrap((void *)router_new_functions.signal);
        *(void **)&router_new_functions.start = router_wrap((void *)router_new_functions.start);
        *(void **)&router_new_functions.set_exit_status = router_wrap((void *)router_new_functions.set_exit_status);
        router_new_functions.use();
        *(void **)&enter_new = router_wrap((void *)router_new_functions.enter);
        if (router_stacks_are_new) router_catch_overflows();
    }
    if (legacy && used(units, SWITCH_LEGACY)) {
        rustrt_legacy_use_fn use = NULL;
        *(void **)&use = dlsym(legacy_library, "rustrt_legacy_use");
        if (use) use(router_core, &of_new);
        router_eh_globals(); /* finds the C++ library here, where there is stack for it */
    }
    router_connect_companions(units);
}

/* A .NET process that hosts the new backend itself calls this before the first call of the API. False: that has been already, by
 * native code of the process, and librustrt_new.so serves. */
EXPORT bool ROUTER_HOST_BIND(rustrt_new_bind_fn bind);
bool ROUTER_HOST_BIND(rustrt_new_bind_fn bind) {
    host_bind = bind;
    return !library_is_bound;
}

/* ---- what the generic part wants to know */

const router_library router_library_here = {
    .load = load, .possible = possible, .entry = entry, .find_extra = find_extra,
    .legacy_is_loaded = legacy_is_loaded, .connect = connect_backends, .forked = forked, .internal_calls = internal_calls,
    .other_calls = router_companion_calls,
};

/* The backends of any library without tasks: the legacy one is the library itself, the new one lib<name>_new.so beside the
 * router. Both are called on the caller's stack with the caller's registers, so that the legacy library can be called in any
 * way that C knows. */
#define _GNU_SOURCE
#include "plain.h"
#include "../Generic/router.h"
#include "router_symbols.g.h"
#include <dlfcn.h>
#include <signal.h>
#include <stdio.h>

#define NEW_LIBRARY ROUTER_STEM "_new.so"
#define NEW_BIND ROUTER_NAME "_new_bind"

static void *legacy_library;
static void *new_entries[ROUTER_SYMBOLS];
static router_new_bind host_bind;

static bool bind_new(router_new_bind bind, char *why, size_t size) {
    const router_offer offer = {ROUTER_OFFER_VERSION, sizeof offer, ROUTER_SYMBOLS, new_entries};
    if (!bind(&offer)) return true;
    snprintf(why, size, "it was not generated from the same headers and manifest as the router");
    return false;
}

static bool load_library_of_new(char *why, size_t size) {
    void *library = router_open_beside(NEW_LIBRARY, why, size);
    if (!library) return false;
    router_new_bind bind = NULL;
    *(void **)&bind = dlsym(library, NEW_BIND);
    if (bind) return bind_new(bind, why, size);
    snprintf(why, size, "%s", dlerror());
    return false;
}

static bool load(enum switch_backend backend, char *why, size_t size) {
    if (backend == SWITCH_LEGACY) {
        legacy_library = router_open_legacy(*ROUTER_LEGACY ? ROUTER_LEGACY : ROUTER_STEM "_legacy.so", why, size);
        return legacy_library != NULL;
    }
    if (host_bind) return bind_new(host_bind, why, size);
    /* The managed runtime ignores SIGPIPE from its start on; what a broken pipe does is the program's to say. */
    struct sigaction broken_pipe;
    sigaction(SIGPIPE, NULL, &broken_pipe);
    bool loaded = load_library_of_new(why, size);
    sigaction(SIGPIPE, &broken_pipe, NULL);
    return loaded;
}

static bool possible(const switch_choice *units, char *why, size_t size) {
    (void)units, (void)why, (void)size; /* units share nothing that the router would have to connect */
    return true;
}

static void *entry(enum switch_backend backend, int symbol) {
    return backend == SWITCH_NEW ? new_entries[symbol] : router_find(legacy_library, symbol);
}

static bool legacy_is_loaded(void) { return legacy_library; }
static void *find_extra(const char *name) { return legacy_library ? dlsym(legacy_library, name) : NULL; }

static void connect_backends(const switch_choice *units) { (void)units; }

/* A .NET process that hosts the new backend itself calls this before the first call of the library. */
EXPORT void ROUTER_HOST_BIND(router_new_bind bind);
void ROUTER_HOST_BIND(router_new_bind bind) { host_bind = bind; }

const router_library router_library_here = {
    .load = load, .possible = possible, .entry = entry, .find_extra = find_extra, .legacy_is_loaded = legacy_is_loaded,
    .connect = connect_backends,
};

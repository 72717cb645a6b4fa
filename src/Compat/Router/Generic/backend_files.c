/* Where the libraries of the backends are found. */
#define _GNU_SOURCE
#include "router.h"
#include "router_symbols.g.h"
#include <dlfcn.h>
#include <limits.h>
#include <link.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *open_path(const char *path, char *why, size_t size) {
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (!library) snprintf(why, size, "%s", dlerror());
    return library;
}

void *router_open_beside(const char *file, char *why, size_t size) {
    Dl_info info;
    char path[PATH_MAX];
    if (!dladdr((void *)router_open_beside, &info) || !info.dli_fname) {
        snprintf(why, size, "cannot find the folder of the router");
        return NULL;
    }
    char real[PATH_MAX];
    const char *self = realpath(info.dli_fname, real) ? real : info.dli_fname;
    const char *slash = strrchr(self, '/');
    snprintf(path, sizeof path, "%.*s/%s", slash ? (int)(slash - self) : 1, slash ? self : ".", file);
    return open_path(path, why, size);
}

/* Its calls would come back here, to a thread that holds the lock of the decision. */
static bool is_this_library(void *library) {
    Dl_info info;
    void *here = NULL;
    struct link_map *opened = NULL;
    return dladdr1((void *)is_this_library, &info, &here, RTLD_DL_LINKMAP) && !dlinfo(library, RTLD_DI_LINKMAP, &opened) && opened == here;
}

void *router_open_legacy(const char *file, char *why, size_t size) {
    const char *own = router_variable("LEGACY");
    bool named = own && *own;
    if (named && own[0] != '/') {
        snprintf(why, size, ROUTER_PREFIX "_LEGACY=%s: an absolute path is needed (a bare name would find the router itself)", own);
        return NULL;
    }
    const char *path = named ? own : file;
    void *library = path[0] == '/' ? open_path(path, why, size) : router_open_beside(path, why, size);
    if (!library || !is_this_library(library)) return library;
    snprintf(why, size, "%s%s: this is the router itself; name a legacy library", named ? ROUTER_PREFIX "_LEGACY=" : "", path);
    return NULL;
}

void *router_find(void *library, int symbol) {
    const router_symbol *s = &router_symbols[symbol];
    return *s->version ? dlvsym(library, s->name, s->version) : dlsym(library, s->name);
}

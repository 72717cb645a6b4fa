/* Where the libraries of the backends are found. */
#define _GNU_SOURCE
#include "router.h"
#include "router_symbols.g.h"
#include <dlfcn.h>
#include <limits.h>
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

void *router_open_legacy(const char *file, char *why, size_t size) {
    const char *own = router_variable("LEGACY");
    if (!own || !*own) return file[0] == '/' ? open_path(file, why, size) : router_open_beside(file, why, size);
    if (own[0] == '/') return open_path(own, why, size);
    snprintf(why, size, ROUTER_PREFIX "_LEGACY=%s: an absolute path is needed (a bare name would find the router itself)", own);
    return NULL;
}

void *router_find(void *library, int symbol) {
    const router_symbol *s = &router_symbols[symbol];
    return *s->version ? dlvsym(library, s->name, s->version) : dlsym(library, s->name);
}

/* A caller of a function that its setting does not serve: imports_missing [call]. Compiled with WEAK it imports it weakly. */
#include "rustrt.h"
#include <stdio.h>
#include <string.h>

#ifdef WEAK
#pragma weak linenoiseHistorySetMaxLen
#endif
static const char *what;

static void missing(void *unused) {
    (void)unused;
    linenoiseHistorySetMaxLen(0);
}

static void body(void *ret, rust_opaque_box *env, void *arg) {
    (void)ret, (void)env, (void)arg;
    puts("body");
    fflush(stdout);
    if (!strcmp(what, "call")) upcall_call_shim_on_c_stack(NULL, (void *)missing);
}

static void annihilate(void) {}

int main(int argc, char **argv) {
    static const mod_entry modules[] = {{NULL, NULL}};
    static struct { crate_map map; void *end[2]; } crate = {{1, (void *)annihilate, modules}, {NULL, NULL}};
    what = argc > 1 ? argv[1] : "";
    return rust_start((uintptr_t)body, argc, argv, &crate);
}

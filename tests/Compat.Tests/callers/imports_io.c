/* A caller of a function that is not migrated yet: imports_io [call]. Compiled with WEAK it imports it weakly. */
#include "rustrt.h"
#include <stdio.h>
#include <string.h>

extern void *rust_uv_loop_new(void);
#ifdef WEAK
#pragma weak rust_uv_loop_new
#endif
static const char *what;

static void make_a_loop(void *unused) {
    (void)unused;
    rust_uv_loop_new();
}

static void body(void *ret, rust_opaque_box *env, void *arg) {
    (void)ret, (void)env, (void)arg;
    puts("body");
    fflush(stdout);
    if (!strcmp(what, "call")) upcall_call_shim_on_c_stack(NULL, (void *)make_a_loop);
}

static void annihilate(void) {}

int main(int argc, char **argv) {
    static const mod_entry modules[] = {{NULL, NULL}};
    static struct { crate_map map; void *end[2]; } crate = {{1, (void *)annihilate, modules}, {NULL, NULL}};
    what = argc > 1 ? argv[1] : "";
    return rust_start((uintptr_t)body, argc, argv, &crate);
}

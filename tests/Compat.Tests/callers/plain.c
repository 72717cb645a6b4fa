/* A caller in plain C, in whose process nothing but the runtime could bring a C++ library: plain [fail|io]. */
#include "rustrt.h"
#include <stdio.h>
#include <string.h>

static const char *what;

static void log_a_line(void *unused) {
    (void)unused;
    rust_log_str(1, "plain", 5);
    rust_set_exit_status(7);
}

static void body(void *ret, rust_opaque_box *env, void *arg) {
    (void)ret, (void)env, (void)arg;
    puts("body");
    fflush(stdout);
    rust_task_yield(rust_get_task(), NULL);
    upcall_call_shim_on_c_stack(NULL, (void *)log_a_line);
    if (!strcmp(what, "fail")) upcall_fail("plain", "plain.c", 1);
}

static void annihilate(void) {}

int main(int argc, char **argv) {
    static const mod_entry modules[] = {{NULL, NULL}};
    static struct { crate_map map; void *end[2]; } crate = {{1, (void *)annihilate, modules}, {NULL, NULL}};
    what = argc > 1 ? argv[1] : "";
    return rust_start((uintptr_t)body, argc, argv, &crate);
}

/* Runs a task, then copies what the kernel says of the process's memory: mappings FILE. */
#include "rustrt.h"
#include <stdio.h>
#include <stdlib.h>

static void body(void *ret, rust_opaque_box *env, void *arg) { (void)ret, (void)env, (void)arg; }

static void annihilate(void) {}

int main(int argc, char **argv) {
    static const mod_entry modules[] = {{NULL, NULL}};
    static struct { crate_map map; void *end[2]; } crate = {{1, (void *)annihilate, modules}, {NULL, NULL}};
    if (rust_start((uintptr_t)body, argc, argv, &crate)) abort();
    FILE *from = fopen("/proc/self/smaps", "r"), *to = fopen(argc > 1 ? argv[1] : "", "w");
    if (!from || !to) abort();
    for (int c; (c = getc(from)) != EOF;) putc(c, to);
    return fclose(to);
}

/* Uses more of its legacy library than the old API: extras [first|sum]. "first": an extra function is the first call of all;
 * "sum": none that uses the library's own core. */
#include "rustrt.h"
#include <stdio.h>
#include <string.h>

double old_sum(int a, int b, int c, int d, int e, int f, double x, double y, int on_stack, int last);
rust_task_id old_task_id(void);

static const char *what;

static void sum_it(void *unused) {
    (void)unused;
    printf("in a task %.2f\n", old_sum(1, 2, 3, 4, 5, 6, 0.5, 0.25, 7, 8));
}

static void body(void *ret, rust_opaque_box *env, void *arg) {
    (void)ret, (void)env, (void)arg;
    upcall_call_shim_on_c_stack(NULL, (void *)sum_it);
    if (strcmp(what, "sum")) printf("task %ld is %ld\n", (long)old_task_id(), (long)get_task_id());
}

static void annihilate(void) {}

int main(int argc, char **argv) {
    what = argc > 1 ? argv[1] : "";
    if (!strcmp(what, "first")) printf("first %.2f\n", old_sum(1, 2, 3, 4, 5, 6, 0.5, 0.25, 7, 8));
    static const mod_entry modules[] = {{NULL, NULL}};
    static struct { crate_map map; void *end[2]; } crate = {{1, (void *)annihilate, modules}, {NULL, NULL}};
    int status = rust_start((uintptr_t)body, 1, argv, &crate);
    printf("status %d\n", status);
    return status;
}

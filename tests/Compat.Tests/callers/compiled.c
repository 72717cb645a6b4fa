/* A caller like a program of the old compiler: its frames name upcall_rust_personality, and nothing but the runtime could bring
 * a C++ library into its process. */
#include "compiled_frame.h"
#include "rustrt.h"
#include <stdio.h>

static void say(void *text) {
    puts(text);
    fflush(stdout);
}

static void fail(void *unused) {
    (void)unused;
    upcall_fail("compiled", "compiled.c", 1);
}

static void outer_frame(void *inner) { compiled_frame(fail, inner, say); }

static int child_unwound;

static void yield_and_say(void *text) {
    for (int i = 0; i < 10; i++) rust_task_yield(rust_get_task(), NULL);
    say(text);
    __atomic_store_n(&child_unwound, 1, __ATOMIC_SEQ_CST);
}

static void child(void *ret, rust_opaque_box *env, void *arg) {
    (void)ret, (void)env, (void)arg;
    compiled_frame(fail, "child", yield_and_say);
}

static void start_child(void *unused) {
    (void)unused;
    fn_env_pair closure = {child, NULL};
    start_task(new_task(), &closure);
}

static void body(void *ret, rust_opaque_box *env, void *arg) {
    (void)ret, (void)env, (void)arg;
    upcall_call_shim_on_c_stack(NULL, (void *)start_child);
    while (!__atomic_load_n(&child_unwound, __ATOMIC_SEQ_CST)) rust_task_yield(rust_get_task(), NULL);
    compiled_frame(outer_frame, "inner", say);
}

static void call_body(void *unused) { body(unused, NULL, NULL); }

static void outermost(void *ret, rust_opaque_box *env, void *arg) {
    (void)ret, (void)env, (void)arg;
    compiled_frame(call_body, "outer", say);
}

static void annihilate(void) {}

int main(int argc, char **argv) {
    static const mod_entry modules[] = {{NULL, NULL}};
    static struct { crate_map map; void *end[2]; } crate = {{1, (void *)annihilate, modules}, {NULL, NULL}};
    return rust_start((uintptr_t)outermost, argc, argv, &crate);
}

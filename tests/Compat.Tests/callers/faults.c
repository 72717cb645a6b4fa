/* What goes wrong on a stack: faults overflow|null|small_thread. */
#include "rustrt.h"
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static const char *what;

static int dig(int depth) {
    volatile char frame[4096];
    memset((char *)frame, depth, sizeof frame);
    return depth < 0 ? 0 : dig(depth + 1) + frame[depth % 4096];
}

static void *call_a_service(void *unused) {
    (void)unused;
    rust_destroy_little_lock(rust_create_little_lock());
    return NULL;
}

static void on_a_small_thread(void) {
    pthread_attr_t attributes;
    pthread_t thread;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, 64 * 1024);
    if (pthread_create(&thread, &attributes, call_a_service, NULL)) puts("no such thread");
    else pthread_join(thread, NULL);
}

static void body(void *ret, rust_opaque_box *env, void *arg) {
    (void)ret, (void)env, (void)arg;
    if (!strcmp(what, "overflow")) dig(0);
    else if (!strcmp(what, "null")) *(volatile int *)0 = 1;
    else on_a_small_thread();
}

static void annihilate(void) {}

int main(int argc, char **argv) {
    static const mod_entry modules[] = {{NULL, NULL}};
    static struct { crate_map map; void *end[2]; } crate = {{1, (void *)annihilate, modules}, {NULL, NULL}};
    what = argc > 1 ? argv[1] : "";
    return rust_start((uintptr_t)body, argc, argv, &crate);
}

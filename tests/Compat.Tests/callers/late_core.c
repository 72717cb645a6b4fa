/* A program that is linked to librustrt.so alone, calls it, and only then opens the library half: with "start" it lets that start the
 * runtime, with "task" it opens it in a task of its own. Either way it sends through pipes and says what came. */
#define _GNU_SOURCE
#include "rustcore.h"
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *library;

static void *function(const char *name) {
    void *found = dlsym(library, name);
    if (!found) {
        fprintf(stderr, "%s\n", dlerror());
        exit(1);
    }
    return found;
}

static void open_library(void) {
    library = dlopen("librustcore.so", RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        fprintf(stderr, "%s\n", dlerror());
        exit(1);
    }
}

static const type_desc number = {sizeof(long), _Alignof(long), NULL, NULL, NULL, NULL, NULL, NULL};

/* Over a shared chan, whose lock is another service's. */
static void talk(void) {
    void (*stream)(const type_desc *, rustcore_port **, rustcore_chan **) = function("rustcore_stream");
    rustcore_shared_chan *(*share)(rustcore_chan *) = function("rustcore_shared_chan_new");
    void (*send)(rustcore_shared_chan *, void *) = function("rustcore_shared_chan_send");
    void (*drop_chan)(rustcore_shared_chan *) = function("rustcore_shared_chan_drop");
    void (*receive)(rustcore_port *, void *) = function("rustcore_recv");
    void (*drop_port)(rustcore_port *) = function("rustcore_port_drop");
    rustcore_port *port;
    rustcore_chan *chan;
    stream(&number, &port, &chan);
    rustcore_shared_chan *shared = share(chan);
    long sent = 42, received = 0;
    send(shared, &sent);
    receive(port, &received);
    drop_chan(shared);
    drop_port(port);
    printf("%ld\n", received);
    fflush(stdout);
}

static void talk_in_main(void *unused) {
    (void)unused;
    talk();
}

static void main_task(void *unused, rust_opaque_box *env, void *arg) {
    (void)unused, (void)env, (void)arg;
    open_library();
    talk();
}

static void annihilate(void) {}
static const mod_entry no_modules[] = {{NULL, NULL}};
static const struct {
    int32_t version;
    void *annihilate;
    const mod_entry *entries;
    void *children[2];
} map = {1, (void *)annihilate, no_modules, {NULL, NULL}};

int main(int argc, char **argv) {
    printf("%ld\n", (long)*rust_get_exchange_count_ptr());
    fflush(stdout);
    if (argc > 1 && !strcmp(argv[1], "task")) return rust_start((uintptr_t)main_task, 1, argv, (void *)&map);
    open_library();
    int (*start)(rustcore_closure, int, char **, const mod_entry *) = function("rustcore_start");
    return start((rustcore_closure){talk_in_main, NULL, NULL}, 1, argv, NULL);
}

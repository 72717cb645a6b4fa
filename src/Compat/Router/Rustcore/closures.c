/* Functions of the new side of which something lies on the caller's stack, where C# is not: closures by value, more than six
 * arguments. These hand over an address, which is good until they return. Compile with -fexceptions: failures pass. */
#include "rustcore_router.h"

#define HIDDEN __attribute__((visibility("hidden")))

rustrt_library_entries library_new;

HIDDEN void router_native_rustcore_at_exit(rustcore_closure f) { library_new.at_exit(&f); }

HIDDEN void router_native_rustcore_builder_spawn(rustcore_builder *builder, rustcore_closure body) {
    library_new.builder_spawn(builder, &body);
}

HIDDEN void router_native_rustcore_spawn(rustcore_closure body) {
    library_new.spawn(RUSTCORE_LINKED, RUSTCORE_DEFAULT_SCHEDULER, 0, &body);
}

HIDDEN void router_native_rustcore_spawn_supervised(rustcore_closure body) {
    library_new.spawn(RUSTCORE_SUPERVISED, RUSTCORE_DEFAULT_SCHEDULER, 0, &body);
}

HIDDEN void router_native_rustcore_spawn_unlinked(rustcore_closure body) {
    library_new.spawn(RUSTCORE_UNLINKED, RUSTCORE_DEFAULT_SCHEDULER, 0, &body);
}

HIDDEN void router_native_rustcore_spawn_sched(rustcore_sched_mode mode, uintptr_t argument, rustcore_closure body) {
    library_new.spawn(RUSTCORE_LINKED, mode, argument, &body);
}

/* TcpListener.Callbacks in Backends/New/Library/Io/TcpListener.cs */
typedef struct listener_callbacks {
    void (*established)(rustcore_shared_chan *kill, void *env);
    void (*connection)(rustcore_tcp_connection *connection, rustcore_shared_chan *kill, void *env);
    void *env;
    rustcore_tcp_error *error;
} listener_callbacks;

HIDDEN bool router_native_rustcore_tcp_listen(rustcore_iotask *io, const rustcore_ip *address, int backlog,
                                              void (*established)(rustcore_shared_chan *kill, void *env),
                                              void (*connection)(rustcore_tcp_connection *connection, rustcore_shared_chan *kill,
                                                                 void *env),
                                              void *env, rustcore_tcp_error *error) {
    listener_callbacks callbacks = {established, connection, env, error};
    return library_new.tcp_listen(io, address, backlog, &callbacks);
}

HIDDEN bool router_native_rustcore_try(rustcore_closure body) { return library_new.try_body(&body); }

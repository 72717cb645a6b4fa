/* rust_uv_run and rust_uv_walk of the new backend: loops around C#, which says which callback is next. The callback is made
 * here, on the caller's stack, in a task or on a thread without one: it may use the API, park, run a loop itself, or fail.
 * C# decides on the next one when it has returned (docs/protocols/io-turns.md). Compile with -fexceptions. */
#include "router_api.h"

typedef int (*next_fn)(router_io_delivery *);
typedef void (*abandon_fn)(router_io_delivery *);

/* A failure passes: C# still has callbacks to come for this call. */
static void abandon(router_io_delivery *delivery) {
    static void *wrapper;
    if (!delivery->coming) return;
    ((abandon_fn)router_wrapped_once(&wrapper, (void *)router_new_functions.io_abandon))(delivery);
}

static void deliver(uv_loop_t *loop, rust_uv_walk_cb walk, void *arg) {
    static void *wrapper;
    next_fn next = (next_fn)router_wrapped_once(&wrapper, (void *)router_new_functions.io_next);
    router_io_delivery delivery __attribute__((cleanup(abandon))) = {.loop = loop, .walk = walk, .walk_arg = arg};
    /* A buffer comes back in two registers; of other callbacks these hold nothing. One that is given a buffer finds it in the
       third and fourth. */
    while (next(&delivery))
        delivery.result = ((uv_buf_t(*)(uint64_t, uint64_t, uint64_t, uint64_t))delivery.fn)(
            delivery.args[0], delivery.args[1], delivery.args[2], delivery.args[3]);
}

HIDDEN void router_native_rust_uv_run(uv_loop_t *loop) { deliver(loop, NULL, NULL); }

HIDDEN void router_native_rust_uv_walk(uv_loop_t *loop, rust_uv_walk_cb cb, void *arg) { deliver(loop, cb, arg); }

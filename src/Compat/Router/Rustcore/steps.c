/* What C# has done for it on a task's stack, beside the API itself: the steps that hop between the two stacks of a task or call
 * the library from a callback. Compile with -fexceptions: failures pass. */
#include "rustcore_router.h"

typedef struct wait_request {
    rust_task *self;
    void *event;
    bool fails;
} wait_request;

static void wait_on_c(void *p) {
    wait_request *w = p;
    w->fails = task_wait_event(w->self, &w->event) && !rust_task_is_unwinding(w->self);
}

/* A killed task fails, unless it is failing already: then it gets whatever event was the last, without waiting. */
void *library_wait(rust_task *self) {
    wait_request w = {self, NULL, false};
    upcall_call_shim_on_c_stack(&w, (void *)wait_on_c);
    if (w.fails) rust_upcall_fail("killed", "core/src/pipes/wait.h", 13);
    return w.event;
}

typedef struct c_call {
    uint64_t (*function)(uint64_t, uint64_t);
    uint64_t a, b, result;
} c_call;

static void call_on_c(void *p) {
    c_call *c = p;
    c->result = c->function(c->a, c->b);
}

uint64_t library_on_c(void *function, uint64_t a, uint64_t b) {
    c_call c = {NULL, a, b, 0};
    *(void **)&c.function = function;
    upcall_call_shim_on_c_stack(&c, (void *)call_on_c);
    return c.result;
}

void library_at_exit(void (*call)(void *env)) { rustcore_at_exit((rustcore_closure){call, NULL, NULL}); }

static void drop_box(void *box) { rustcore_box_drop(box); }

/* Called on the C stack. The task's pointer stays until this returns, so glue still finds the map. */
void library_local_cleanup(void *map) { upcall_call_shim_on_rust_stack(map, (void *)drop_box); }

void library_send_locked(void *data, void *env) {
    rustcore_chan *chan = *(rustcore_chan **)data;
    library_shared_send *send = env;
    void *value = send->value;
    send->given = 1;
    if (send->tries) send->sent = rustcore_try_send(chan, value);
    else rustcore_send(chan, value);
}

static void drop_chan(void *result, void *env, const type_desc **types, void *value) {
    (void)result, (void)env, (void)types;
    rustcore_chan_drop(*(rustcore_chan **)value);
}
const type_desc library_chan_type = {sizeof(rustcore_chan *), _Alignof(rustcore_chan *), NULL, drop_chan, NULL, NULL, NULL, NULL};

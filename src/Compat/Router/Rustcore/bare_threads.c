/* What an OS thread outside of any task needs of native code: a start, and a task that only holds a thread of its own until its end. */
#include "rustcore_router.h"
#include <stddef.h>

const type_desc library_nothing = {0, 1, NULL, NULL, NULL, NULL, NULL, NULL};

/* BareThread in Backends/New/Library/BareThreadsService.cs */
typedef struct bare_thread {
    rustcore_block block;
    void *env;
    rustcore_chan_one *ended;
} bare_thread;

static void run(void *unused, rust_opaque_box *env, void *argument) {
    (void)unused, (void)argument;
    bare_thread *thread = (bare_thread *)env;
    thread->block(thread->env);
}

static void start_and_join(void *thread) {
    fn_env_pair entry = {run, thread};
    rust_raw_thread_join_delete(rust_raw_thread_start(&entry));
}

void library_join_bare_thread(void *thread) {
    upcall_call_shim_on_c_stack(thread, (void *)start_and_join);
    rustcore_send_one(((bare_thread *)thread)->ended, NULL);
}

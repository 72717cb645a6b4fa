/* What the parts of this router share with each other and with C# (src/Compat/Backends/New/Library). */
#ifndef RUSTCORE_ROUTER_H
#define RUSTCORE_ROUTER_H
#include "rustcore.h"
#include "../Rustrt/companion.h"

/* A send on a shared chan, while the chan is locked (PipesService.SharedChans.cs). */
typedef struct library_shared_send {
    void *value;
    const type_desc *type;
    uint32_t tries; /* as rustcore_try_send */
    uint32_t given; /* the value is the chan's */
    uint64_t sent;
} library_shared_send;

__attribute__((visibility("hidden"))) void *library_wait(rust_task *self);
__attribute__((visibility("hidden"))) uint64_t library_on_c(void *function, uint64_t a, uint64_t b);
__attribute__((visibility("hidden"))) void library_local_cleanup(void *map);
__attribute__((visibility("hidden"))) void library_join_bare_thread(void *call);
__attribute__((visibility("hidden"))) void library_at_exit(void (*call)(void *env));
__attribute__((visibility("hidden"))) void library_on_rust(void (*function)(void *), void *argument);
__attribute__((visibility("hidden"))) uint64_t library_run_loop(uv_loop_t *loop);
__attribute__((visibility("hidden"))) uint64_t library_open_handles(uv_loop_t *loop);
__attribute__((visibility("hidden"))) void library_spawn_on_thread(rustcore_linkage linkage, rustcore_closure *body);
__attribute__((visibility("hidden"))) void library_spawn(rustcore_closure *body);
__attribute__((visibility("hidden"))) void library_spawn_unlinked(rustcore_closure *body);
extern __attribute__((visibility("hidden"))) void *const library_uv[];
extern __attribute__((visibility("hidden"))) rustcore_closure library_main_body;
extern __attribute__((visibility("hidden"))) const type_desc library_nothing;
extern __attribute__((visibility("hidden"))) rustrt_library_entries library_new;
__attribute__((visibility("hidden"))) void library_send_locked(void *data, void *env);
extern __attribute__((visibility("hidden"))) const type_desc library_chan_type;
#endif

/* Functions of the new side that take a closure by value. It lies on the caller's stack, where C# is not: these hand over its address,
 * which is good until they return. Compile with -fexceptions: failures pass. */
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

HIDDEN bool router_native_rustcore_try(rustcore_closure body) { return library_new.try_body(&body); }

/* A legacy library of the user's own that has little of the old API: enough to run a task's body and a call on the C stack. */
#include "rustrt.h"

int rust_start(uintptr_t entry, int argc, char **argv, void *map) {
    (void)argc, (void)argv, (void)map;
    ((spawn_fn)entry)(NULL, NULL, NULL);
    return 0;
}

void upcall_call_shim_on_c_stack(void *args, void *fn) { ((void (*)(void *))fn)(args); }

/* rustcore_start of the new side: the program's own stack waits in rust_start, so nothing managed may lie on it. */
#include "rustcore_router.h"
#include <stddef.h>

/* rust_start gives the main task neither an environment nor an argument, so its body waits here; there is one start at a time in a
 * process. */
rustcore_closure library_main_body;

static const mod_entry no_modules[] = {{NULL, NULL}};

/* A crate map of version 1 with core as its first child. The runtime keeps pointing at it. */
static struct {
    int32_t version;
    void *annihilate;
    const mod_entry *entries;
    const crate_map *children[2];
} program_map = {1, (void *)rustcore_annihilate, no_modules, {&rustcore_crate_map, NULL}};

__attribute__((visibility("hidden"))) int router_native_rustcore_start(rustcore_closure main, int argc, char **argv,
                                                                       const mod_entry *modules) {
    library_main_body = main;
    program_map.entries = modules ? modules : no_modules;
    return rust_start((uintptr_t)library_new.main, argc, argv, &program_map);
}

#include "closures/closure.h"
#include "rustcore.h"
#include <optional>

namespace {

// rust_start gives the main task neither an environment nor an argument, so its body waits here; there is one
// start at a time in a process.
std::optional<core::closure> main_body;

void run_main(void *, rust_opaque_box *, void *) {
    core::closure body = std::move(*main_body);
    main_body.reset();
    body.call();
}

const mod_entry no_modules[] = {{nullptr, nullptr}};

// A crate map of version 1 with core as its first child. The runtime keeps pointing at it.
struct {
    int32_t version;
    void *annihilate;
    const mod_entry *entries;
    const crate_map *children[2];
} program_map = {
    1, reinterpret_cast<void *>(rustcore_annihilate), no_modules, {&rustcore_crate_map, nullptr}};

} // namespace

int rustcore_start(rustcore_closure main, int argc, char **argv, const mod_entry *modules) {
    main_body.emplace(main);
    program_map.entries = modules ? modules : no_modules;
    return rust_start(reinterpret_cast<uintptr_t>(run_main), argc, argv, &program_map);
}

// rust_start: one whole life of the runtime.
#include "env/environment.h"
#include "kernel/kernel.h"
#include "router/binding.h"
#include "task/task.h"
#include <cstdio>
#include <cstdlib>

namespace legacy {
namespace {

const crate_map *global_crate_map;

void check_exchange_heap_is_empty() {
    intptr_t left = *in_use.exchange_count;
    if (left == 0) return;
    printf("exchange heap not empty on on exit");
    printf("%zd dangling allocations\n", left);
    // Standard output is lost in the abort unless it is a terminal, as it was; standard error is not.
    fprintf(stderr, "exchange heap not empty on on exit: %zd dangling allocations\n", left);
    abort();
}

} // namespace

void *crate_map_annihilator() {
    // Version 0 has none: ending a task then crashes, as it did.
    return global_crate_map->version == 1 ? global_crate_map->annihilate : nullptr;
}

} // namespace legacy

using namespace legacy;

extern "C" int rust_start(uintptr_t entry, int argc, char **argv, void *map) {
    const environment *env = in_use.environment->capture(argc, argv);
    global_crate_map = static_cast<const crate_map *>(map);
    in_use.local_heap->start(map);
    in_use.logging->start(env->log_spec, map);
    auto *runtime = new kernel(*env);
    rust_task *main_task = runtime->create_task(runtime->default_id(), "main");
    main_task->start(reinterpret_cast<spawn_fn>(entry), nullptr, nullptr);
    int status = runtime->run();
    check_exchange_heap_is_empty();
    delete runtime;
    in_use.environment->release(env);
    return status;
}

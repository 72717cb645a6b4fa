// What a task does about itself: yield, hold kills and yields back.
#include "rustcore.h"
#include "stacks/hops.h"
#include "tasks/depths.h"
#include "tasks/failure.h"

void rustcore_yield(void) {
    bool never_written;
    bool killed = rust_task_yield(rust_get_task(), &never_written);
    if (killed && !core::failing()) core::fail("killed");
}

rust_task_id rustcore_get_task(void) {
    return core::on_c([] { return get_task_id(); });
}

void rustcore_unkillable(rustcore_block block, void *env) {
    core::unkillable scope(rust_get_task());
    block(env);
}

void rustcore_rekillable(rustcore_block block, void *env) {
    core::rekillable scope(rust_get_task());
    block(env);
}

void rustcore_atomically(rustcore_block block, void *env) {
    core::atomic_section scope(rust_get_task());
    block(env);
}

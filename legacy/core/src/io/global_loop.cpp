// The loop that all tasks share: global data, made at first use. Its I/O task is weak and does not hear of
// the shutdown, so a monitor, weak as well, waits for that and makes it exit.
#include "io/io_task.h"
#include "rustcore/exit.hpp"
#include "rustcore/tasks.hpp"
#include "tasks/depths.h"

namespace core {

namespace {

io_task *global_value(void *value) {
    return static_cast<io_task *>(value);
}

const rustcore_global_type global_type = {
    [](void *value) -> void * { return exchange::make<io_task>(*global_value(value)); },
    [](void *value) { exchange::destroy(global_value(value)); },
};
const char global_key = 0;

// A clone that the global map gave.
io_task take(void *cloned) {
    owned<io_task> io(global_value(cloned));
    return std::move(*io);
}

// Unkillable: when everything is killed, those that use the loop still have to close what they opened on it.
void watch(const io_task &io) {
    unkillable section(rust_get_task());
    rustcore::weaken([&](rustcore::shutdown_port &shutdown) {
        shutdown.wait();
        io.exit();
    });
}

// Makes this loop the global one unless another task was faster. The global one.
io_task offer(const io_task &made) {
    struct first_offer {
        const io_task &made;
        bool taken = false;
    } first = {made};
    auto create = [](void *env) -> void * {
        auto *first = static_cast<first_offer *>(env);
        first->taken = true;
        return exchange::make<io_task>(first->made);
    };
    io_task global = take(rustcore_global_clone_or_create(&global_key, &global_type, create, &first));
    if (first.taken) rustcore::spawn_unlinked([made] { watch(made); });
    else made.exit();
    return global;
}

} // namespace

} // namespace core

rustcore_iotask *rustcore_iotask_global(void) {
    using namespace core;
    if (void *cloned = rustcore_global_clone(&global_key)) return take(cloned).release();
    // Killed between, the task would leave a loop that nobody ends.
    unkillable section(rust_get_task());
    return offer(spawn_io_task(RUSTCORE_UNLINKED, true)).release();
}

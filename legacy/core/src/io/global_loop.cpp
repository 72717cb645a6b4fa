// The loop that all tasks share: global data, made at first use. Its I/O task is weak and does not hear of
// the shutdown, so a monitor, weak as well, waits for that and makes it exit.
#include "io/io_task.h"

namespace core {

namespace {

IoTask *global_value(void *value) {
    return static_cast<IoTask *>(value);
}

const rustcore_global_type global_type = {
    [](void *value) -> void * { return exchange::make<IoTask>(*global_value(value)); },
    [](void *value) { exchange::destroy(global_value(value)); },
};
const char global_key = 0;

IoTask take(void *cloned) {
    IoTask io(std::move(*global_value(cloned)));
    exchange::destroy(global_value(cloned));
    return io;
}

// Unkillable: were the monitor to end with the tasks that use the loop when everything is killed, it would
// take the loop away from under their handles.
void watch(const IoTask &io) {
    unkillable([&] {
        rustcore_weaken(
            [](rustcore_port_one *shutdown, void *io) {
            rustcore_port_one *ports[] = {shutdown};
            rustcore_select_one(ports, 1);
            static_cast<const IoTask *>(io)->exit();
            },
            const_cast<IoTask *>(&io));
    });
}

IoTask offer(IoTask made) {
    struct Offer {
        IoTask *made;
        bool installed;
    } offer = {&made, false};
    void *cloned = rustcore_global_clone_or_create(
        &global_key, &global_type,
        [](void *env) -> void * {
            auto *offer = static_cast<Offer *>(env);
            offer->installed = true;
            return exchange::make<IoTask>(*offer->made);
        },
        &offer);
    if (offer.installed) rustcore_spawn_unlinked(closure_of([io = made] { watch(io); }));
    else made.exit(); // another task was faster
    return take(cloned);
}

} // namespace

} // namespace core

rustcore_iotask *rustcore_iotask_global(void) {
    using namespace core;
    if (void *cloned = rustcore_global_clone(&global_key)) return take(cloned).release();
    return offer(spawn_io_task(RUSTCORE_UNLINKED, true)).release();
}

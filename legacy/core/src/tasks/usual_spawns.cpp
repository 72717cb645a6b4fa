// The spawns that need no builder.
#include "tasks/notifier.h"
#include "tasks/spawn.h"

namespace {

void spawn(rustcore_linkage linkage, rustcore_closure body) {
    core::spawn_options options;
    options.linkage = linkage;
    core::spawn(options, core::closure(body));
}

struct result_port {
    rustcore_port *port;
    ~result_port() {
        rustcore_port_drop(port);
    }
};

} // namespace

void rustcore_spawn(rustcore_closure body) {
    spawn(RUSTCORE_LINKED, body);
}

void rustcore_spawn_supervised(rustcore_closure body) {
    spawn(RUSTCORE_SUPERVISED, body);
}

void rustcore_spawn_unlinked(rustcore_closure body) {
    spawn(RUSTCORE_UNLINKED, body);
}

void rustcore_spawn_sched(rustcore_sched_mode mode, uintptr_t argument, rustcore_closure body) {
    core::spawn_options options;
    options.mode = mode;
    options.argument = argument;
    core::spawn(options, core::closure(body));
}

bool rustcore_try(rustcore_closure body) {
    core::closure taken(body);
    core::spawn_options options;
    options.linkage = RUSTCORE_SUPERVISED;
    result_port end;
    rustcore_stream(&core::notifier::result_type, &end.port, &options.result);
    core::spawn(options, std::move(taken));
    int32_t result;
    rustcore_recv(end.port, &result);
    return result == RUSTCORE_SUCCESS;
}

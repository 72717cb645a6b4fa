#include "memory/exchange.h"
#include "tasks/failure.h"
#include "tasks/notifier.h"
#include "tasks/spawn.h"

struct rustcore_builder {
    core::spawn_options options;
    bool spawned = false;

    // What every use begins with.
    core::spawn_options &fresh() {
        if (spawned) core::fail("this builder has spawned its task");
        return options;
    }
    ~rustcore_builder() {
        if (options.result) rustcore_chan_drop(options.result);
    }
};

rustcore_builder *rustcore_builder_new(void) {
    return core::exchange::make<rustcore_builder>();
}

void rustcore_builder_drop(rustcore_builder *builder) {
    core::exchange::destroy(builder);
}

void rustcore_builder_linkage(rustcore_builder *builder, rustcore_linkage linkage) {
    builder->fresh().linkage = linkage;
}

void rustcore_builder_scheduler(rustcore_builder *builder, rustcore_sched_mode mode, uintptr_t argument) {
    builder->fresh().mode = mode;
    builder->fresh().argument = argument;
}

rustcore_port *rustcore_builder_future_result(rustcore_builder *builder) {
    if (builder->fresh().result) core::fail("this builder has a result port already");
    rustcore_port *port;
    rustcore_stream(&core::notifier::result_type, &port, &builder->options.result);
    return port;
}

void rustcore_builder_spawn(rustcore_builder *builder, rustcore_closure body) {
    core::closure taken(body);
    core::spawn_options options = builder->fresh();
    builder->options.result = nullptr;
    builder->spawned = true;
    core::spawn(options, std::move(taken));
}

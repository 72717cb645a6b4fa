#include "router/binding.h"
#include "kernel/at_exit.h"
#include "memory/region.h"
#include "task/local_data.h"
#include <cassert>
#include <cstdio>

namespace legacy {

namespace {

thread_local rustrt_host own_host;
intptr_t own_exchange_count;

rustrt_host *host_of_this_thread() {
    return &own_host;
}

constexpr rustrt_seams offered() {
    rustrt_seams seams = {};
    seams.of[RUSTRT_UNIT_EXCHANGE_HEAP] = &own_exchange;
    seams.of[RUSTRT_UNIT_LOGGING] = &own_logging;
    seams.of[RUSTRT_UNIT_ENVIRONMENT] = &own_environment;
    seams.of[RUSTRT_UNIT_AT_EXIT] = &own_at_exit;
    seams.of[RUSTRT_UNIT_LOCAL_HEAP] = &own_local_heap;
    seams.of[RUSTRT_UNIT_TASK_LOCAL_DATA] = &own_local_data;
    seams.of[RUSTRT_UNIT_STACKS] = &own_stacks;
    return seams;
}
constexpr rustrt_seams own_seams = offered();

const rustrt_legacy offer = {RUSTRT_CORE_VERSION, sizeof(rustrt_legacy), &own_core, &own_seams};

// On another core: the hooks of the services that stay here.
void register_with(const rustrt_core &core, const rustrt_seams &taken_over) {
    if (!taken_over.of[RUSTRT_UNIT_AT_EXIT])
        core.run_hooks(RUSTRT_UNIT_AT_EXIT, at_exit::birth, at_exit::burial);
    if (!taken_over.of[RUSTRT_UNIT_LOCAL_HEAP])
        core.hooks(RUSTRT_UNIT_LOCAL_HEAP, nullptr, nullptr, region::burial);
    if (!taken_over.of[RUSTRT_UNIT_TASK_LOCAL_DATA])
        core.hooks(RUSTRT_UNIT_TASK_LOCAL_DATA, nullptr, local_data::ending, local_data::burial);
}

template <class Seam> void take(const Seam *&mine, const rustrt_seams *seams, rustrt_unit unit) {
    if (seams->of[unit]) mine = static_cast<const Seam *>(seams->of[unit]);
}

void write_line(const char *format, va_list arguments) {
    // One byte more than the log prints, so that it can see that a line was too long.
    char line[4096];
    int length = vsnprintf(line, sizeof line, format, arguments);
    if (length < 0) return;
    in_use.logging->write(line, static_cast<size_t>(length) < sizeof line ? length : sizeof line - 1);
}

} // namespace

binding in_use = {&own_core,    &own_exchange,   &own_logging,    &own_environment,
                  &own_at_exit, &own_local_heap, &own_local_data, &own_stacks,
                  host_of_this_thread, &own_exchange_count, nullptr};

rustrt_task_block *calling_task() {
    rustrt_task_block *task = in_use.core->current();
    assert(task && "no current task");
    return task;
}

void log(rustrt_log_module module, log_level level, const char *format, ...) {
    if (!in_use.logging->enabled(module, level)) return;
    va_list arguments;
    va_start(arguments, format);
    write_line(format, arguments);
    va_end(arguments);
}

void log_always(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    write_line(format, arguments);
    va_end(arguments);
}

} // namespace legacy

extern "C" {

__attribute__((visibility("default"))) const rustrt_legacy *rustrt_legacy_bind(const rustrt_router *router) {
    legacy::in_use.host = router->host;
    legacy::in_use.exchange_count = router->exchange_count;
    legacy::in_use.counters = router->counters;
    return &legacy::offer;
}

__attribute__((visibility("default"))) void rustrt_legacy_use(const rustrt_core *core,
                                                              const rustrt_seams *seams) {
    legacy::in_use.core = core;
    legacy::take(legacy::in_use.exchange, seams, RUSTRT_UNIT_EXCHANGE_HEAP);
    legacy::take(legacy::in_use.logging, seams, RUSTRT_UNIT_LOGGING);
    legacy::take(legacy::in_use.environment, seams, RUSTRT_UNIT_ENVIRONMENT);
    legacy::take(legacy::in_use.at_exit, seams, RUSTRT_UNIT_AT_EXIT);
    legacy::take(legacy::in_use.local_heap, seams, RUSTRT_UNIT_LOCAL_HEAP);
    legacy::take(legacy::in_use.local_data, seams, RUSTRT_UNIT_TASK_LOCAL_DATA);
    legacy::take(legacy::in_use.stacks, seams, RUSTRT_UNIT_STACKS);
    if (core != &legacy::own_core) legacy::register_with(*core, *seams);
}
}

// Which core, services, host record, exchange count and counters this library's code uses: its own while it
// runs alone, and what the router hands in otherwise. All internal uses of the exchange heap and of logging
// go through here, so that either backend can stand behind them. Set before the first API call and constant
// from then on; no synchronisation.
#ifndef LEGACY_ROUTER_BINDING_H
#define LEGACY_ROUTER_BINDING_H
#include "rustrt_core.h"
#include <cstdarg>

namespace legacy {

struct binding {
    const rustrt_core *core;
    const rustrt_exchange_seam *exchange;
    const rustrt_logging_seam *logging;
    const rustrt_environment_seam *environment;
    const rustrt_at_exit_seam *at_exit;
    const rustrt_local_heap_seam *local_heap;
    const rustrt_local_data_seam *local_data;
    const rustrt_stacks_seam *stacks;
    rustrt_host *(*host)();
    intptr_t *exchange_count;
    int64_t *counters;
};
extern binding in_use;

// This library's own offers.
extern const rustrt_core own_core;
extern const rustrt_exchange_seam own_exchange;
extern const rustrt_logging_seam own_logging;
extern const rustrt_environment_seam own_environment;
extern const rustrt_at_exit_seam own_at_exit;
extern const rustrt_local_heap_seam own_local_heap;
extern const rustrt_local_data_seam own_local_data;
extern const rustrt_stacks_seam own_stacks;

// The task that calls, whichever core runs it; without one: assertion. For services that know no more of the
// core.
rustrt_task_block *calling_task();

enum log_level : uint32_t { log_error = 1, log_warn, log_info, log_debug };
// A formatted line of a runtime pseudo-module, if its level says so.
void log(rustrt_log_module module, log_level level, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
// The same without a look at the level.
void log_always(const char *format, ...) __attribute__((format(printf, 1, 2)));

} // namespace legacy
#endif

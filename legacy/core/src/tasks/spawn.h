// Spawning: a task with its groups, started with a body.
#pragma once
#include "closures/closure.h"
#include "rustcore.h"

namespace core {

struct spawn_options {
    rustcore_linkage linkage = RUSTCORE_LINKED;
    rustcore_sched_mode mode = RUSTCORE_DEFAULT_SCHEDULER;
    uintptr_t argument = 0;
    rustcore_chan *result = nullptr; // taken
};

// A task that is not started yet, on a scheduler of this mode; fails when there can be none.
rust_task *create_task(rustcore_sched_mode mode, uintptr_t argument);

// Takes the options' chan whether it fails or not.
void spawn(const spawn_options &options, closure body);

} // namespace core

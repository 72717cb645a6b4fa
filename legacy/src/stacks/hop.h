// Calls between a task's two stacks, and where C stacks come from.
#ifndef LEGACY_STACKS_HOP_H
#define LEGACY_STACKS_HOP_H
#include "rustrt_core.h"

namespace legacy::hop {

// fn(argument) on the C stack, in place if it is there; on the Rust stack. A failure passes through either.
void call_on_c_stack(rustrt_task_block *task, void *argument, void (*fn)(void *));
void call_on_rust_stack(rustrt_task_block *task, void *argument, void (*fn)(void *));
bool runs_on_c_stack(const rustrt_task_block *task);

} // namespace legacy::hop
#endif

// The core table's hooks: what services want to be told of a task's life. Registered while loading (this library's own) and
// binding, before any task exists; read without synchronisation afterwards.
#ifndef LEGACY_ROUTER_HOOKS_H
#define LEGACY_ROUTER_HOOKS_H
#include "rustrt_core.h"

namespace legacy::hooks {

void add(int unit, rustrt_hook birth, rustrt_hook ending, rustrt_hook burial);
void add_of_run(int unit, rustrt_run_hook birth, rustrt_run_hook burial);
// With the words of the run, one per unit.
void run_birth(void **words);
void run_burial(void **words);
void birth(rustrt_task_block *task);
void ending(rustrt_task_block *task);
void burial(rustrt_task_block *task);

} // namespace legacy::hooks
#endif

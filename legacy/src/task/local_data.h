// Task-local data: one pointer and one cleanup function per task, in a record that the task's slot points to
// from the first use on. Knows no more of the core than its hooks.
#ifndef LEGACY_TASK_LOCAL_DATA_H
#define LEGACY_TASK_LOCAL_DATA_H
#include "rustrt.h"
#include "rustrt_core.h"

namespace legacy::local_data {

void *get(rustrt_task_block *task);
void set(rustrt_task_block *task, void *data);
// The last one set wins; NULL takes it back.
void clean_up_by(rustrt_task_block *task, rust_tld_cleanup cleanup);
// Hooks.
void ending(rustrt_task_block *task);
void burial(rustrt_task_block *task);

} // namespace legacy::local_data
#endif

// A counted heap that belongs to one task: stack segments, managed boxes, generator contexts. The count is the
// task's slot. Used by one thread at a time, but the last free may be another's, hence the atomic count.
#ifndef LEGACY_MEMORY_REGION_H
#define LEGACY_MEMORY_REGION_H
#include "rustrt_core.h"
#include <cstddef>

namespace legacy::region {

void *allocate(rustrt_task_block *task, size_t size, bool zeroed);
void *reallocate(void *block, size_t size);
void free(rustrt_task_block *task, void *block);
// Hook: with live blocks it aborts.
void burial(rustrt_task_block *task);

} // namespace legacy::region
#endif

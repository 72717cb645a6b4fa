// Managed boxes: counted headers in a doubly linked list, newest first, headed in the task.
#ifndef LEGACY_MEMORY_BOXES_H
#define LEGACY_MEMORY_BOXES_H
#include "rustrt.h"
#include "rustrt_core.h"

namespace legacy::boxes {

// A zeroed box with body_size body bytes and count 1, at the head of the task's list.
rust_opaque_box *allocate(rustrt_task_block *task, type_desc *td, size_t body_size);
// May move the box; its neighbours follow. Asserts a count of 1.
rust_opaque_box *resize(rustrt_task_block *task, rust_opaque_box *box, size_t total_size);
// Whatever the count: unwinding frees boxes that are still referred to.
void free(rustrt_task_block *task, rust_opaque_box *box);

} // namespace legacy::boxes
#endif

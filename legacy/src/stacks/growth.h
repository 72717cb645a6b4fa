// The Rust stack of a task: a chain of segments, of which task->stk is the current one.
#ifndef LEGACY_STACKS_GROWTH_H
#define LEGACY_STACKS_GROWTH_H
#include "rustrt_core.h"
#include "stacks/segment.h"

namespace legacy::growth {

inline stk_seg *top_segment(const rustrt_task_block *task) {
    return static_cast<stk_seg *>(task->stk);
}
// Makes a segment with at least `needed` user bytes current. On the C stack, or before the task runs.
void new_stack(rustrt_task_block *task, size_t needed);
// The services upcall_new_stack, upcall_del_stack and upcall_reset_stack_limit.
void *grow(rustrt_task_block *task, size_t frame_size, void *stack_args, size_t stack_args_size);
void shrink(rustrt_task_block *task);
void reset_stack_limit(rustrt_task_block *task);
// A stack that is too small for its limit is found at the first turn.
void check_size(const rustrt_task_block *task);
// Sets the limit word to that of the current segment.
void record_stack_limit(const rustrt_task_block *task);
void free_spare_segments(rustrt_task_block *task);
void free_all_segments(rustrt_task_block *task);

} // namespace legacy::growth
#endif

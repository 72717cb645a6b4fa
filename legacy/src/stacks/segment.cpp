#include "stacks/segment.h"
#include <cstring>

namespace legacy {

void initialise(stk_seg *segment, size_t size, rust_task *task) {
    memset(segment, 0, sizeof *segment);
    segment->end = reinterpret_cast<uintptr_t>(segment->data) + size;
    segment->task = task;
    segment->canary = stack_canary;
}

} // namespace legacy

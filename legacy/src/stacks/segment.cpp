#include "stacks/segment.h"
#include <cassert>
#include <cstring>

namespace legacy {

stk_seg *segment_of_limit(uintptr_t limit) {
    stk_seg *segment = reinterpret_cast<stk_seg *>(limit - red_zone - limit_offset - sizeof(stk_seg));
    assert(segment->canary == stack_canary && "Stack canary was overwritten");
    return segment;
}

void initialise(stk_seg *segment, size_t size, rust_task *task) {
    memset(segment, 0, sizeof *segment);
    segment->end = reinterpret_cast<uintptr_t>(segment->data) + size;
    segment->task = task;
    segment->canary = stack_canary;
}

} // namespace legacy

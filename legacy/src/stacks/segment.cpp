#include "stacks/segment.h"
#include "support/memcheck.h"
#include <cstring>

namespace legacy {

void initialise(stk_seg *segment, size_t size, rust_task *task) {
    memset(segment, 0, sizeof *segment);
    segment->end = reinterpret_cast<uintptr_t>(segment->data) + size;
    segment->task = task;
    segment->canary = stack_canary;
    segment->valgrind_id = memcheck::register_stack(segment->data, segment->end);
}

void retire(stk_seg *segment) {
    memcheck::forget_stack(segment->valgrind_id);
}

} // namespace legacy

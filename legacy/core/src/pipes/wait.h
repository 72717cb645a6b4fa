// Waiting for an event, as receives and selects do.
#pragma once
#include "stacks/hops.h"
#include "tasks/failure.h"

namespace core {

// The next event of the current task. A killed task fails, unless it is failing already: then it gets
// whatever event was the last, without waiting.
inline void *wait_event(rust_task *me) {
    void *event = nullptr;
    bool must_fail = on_c([&] { return task_wait_event(me, &event) && !rust_task_is_unwinding(me); });
    if (must_fail) fail("killed");
    return event;
}

} // namespace core

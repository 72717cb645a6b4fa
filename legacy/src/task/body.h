#ifndef LEGACY_TASK_BODY_H
#define LEGACY_TASK_BODY_H
#include "rustrt.h"

namespace legacy {
// Makes the task's first turn run its body. What the body needs lies at the top of its own stack.
void prepare_body(rust_task *task, spawn_fn body, rust_opaque_box *env, void *argument);
} // namespace legacy
#endif

// Event loops as callers see them.
#ifndef LEGACY_IO_LOOP_H
#define LEGACY_IO_LOOP_H
#include "rustrt_uv.h"

namespace legacy::io {

// NULL when the system has no descriptors left.
uv_loop_t *new_loop();
// Handles that are still open and requests that are not done are dropped without a callback; waits for name
// look-ups that have begun.
void delete_loop(uv_loop_t *loop);
// Until no handle is active, no request unfinished and no closing callback due.
void run(uv_loop_t *loop);
// Each handle of the loop that callers made, in the order of the init calls, closing ones too.
void walk(uv_loop_t *loop, rust_uv_walk_cb callback, void *arg);

} // namespace legacy::io
#endif

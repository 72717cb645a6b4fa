// Handles that the runtime allocates for callers: the handle and its id record are exchange blocks, one each,
// and go back to the exchange heap by the caller's call. Needs a task.
#ifndef LEGACY_IO_HIGH_LEVEL_H
#define LEGACY_IO_HIGH_LEVEL_H
#include "rustrt_uv.h"

namespace legacy::io::high_level {

// legacy-runtime.md section 1. It is the handle's data.
struct id_record {
    uint8_t id[16];
    rust_uv_hilvl_cb callback;
    rust_uv_hilvl_close_cb close_callback;
};
static_assert(offsetof(id_record, callback) == 16 && offsetof(id_record, close_callback) == 24);

uv_async_t *new_async(uv_loop_t *loop, rust_uv_hilvl_cb callback, const uint8_t *id);
uv_timer_t *new_timer(uv_loop_t *loop, rust_uv_hilvl_cb callback, const uint8_t *id);
void start_timer(uv_timer_t *timer, uint32_t timeout, uint32_t repeat);
void close(uv_handle_t *handle, rust_uv_hilvl_close_cb callback);
// Frees both blocks; the handle must be closed.
void free(uv_handle_t *handle);

// An async handle without a record: each wake-up calls callback(loop, loop data, handle).
uv_async_t *bind_operation(uv_loop_t *loop, rust_uv_op_cb callback);
// Closes and frees it.
void stop_operation(uv_handle_t *handle);

} // namespace legacy::io::high_level
#endif

// Wake-ups of a loop from any thread.
#ifndef LEGACY_IO_ASYNC_H
#define LEGACY_IO_ASYNC_H
#include "rustrt_uv.h"

namespace legacy::io {

// 0, or -1 with the loop's last error.
int init_async(uv_loop_t *loop, uv_async_t *storage, rust_uv_async_cb callback);
// From any thread, until the handle's closing callback begins; sends coalesce until the callback begins.
void send(uv_async_t *async);

} // namespace legacy::io
#endif

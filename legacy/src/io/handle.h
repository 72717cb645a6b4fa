// What all handles have in common: their place in the loop, and their end.
#ifndef LEGACY_IO_HANDLE_H
#define LEGACY_IO_HANDLE_H
#include "rustrt_uv.h"

namespace legacy::io {

// Closes: from now on no callback but on_closed (which may be NULL) comes, on a later turn of the loop, after
// those of its unfinished requests. Twice is an assertion. Handles closed in one turn are called last first.
void close(uv_handle_t *proxy, rust_uv_close_cb on_closed);

} // namespace legacy::io
#endif

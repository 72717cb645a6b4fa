// Errors as libuv 0.9 numbered them: a positive code of its own beside the errno; libuv 1.x gives a negative
// errno.
#ifndef LEGACY_IO_ERRORS_H
#define LEGACY_IO_ERRORS_H
#include "rustrt_uv.h"

namespace legacy::io::errors {

constexpr int32_t ok = 0, eof = 1, addrinfo = 2, fault = 15, invalid = 18, no_entry = 34, canceled = 59;

// Of a result of libuv 1.x, 0 included. End of file and cancellation have no errno.
uv_err_t of(int libuv_result);

// Static texts. An unknown code has no name (assertion), but a text.
const char *name(int32_t code);
const char *text(int32_t code);

} // namespace legacy::io::errors
#endif

// Name look-ups on libuv's threads.
#ifndef LEGACY_IO_RESOLVER_H
#define LEGACY_IO_RESOLVER_H
#include "rustrt_uv.h"

namespace legacy::io {

// node, service and hints may be NULL (not both names) and are copied. 0 if begun: then callback(request,
// status, list) comes on the loop. The status of a failure is getaddrinfo's own EAI_ number, the last error
// ENOENT for an unknown name and EADDRINFO with that number otherwise; the list is the caller's to free.
int look_up(uv_loop_t *loop, uv_getaddrinfo_t *request, rust_uv_getaddrinfo_cb callback, const char *node,
            const char *service, const addrinfo *hints);

} // namespace legacy::io
#endif

/* The storage that callers of the service io own, as the runtime uses it.
 *
 * Callers allocate handles and requests by the sizes of libuv 0.9 (rust_uv_helper_*_size, legacy-runtime.md section 1) and
 * know a few offsets; a libuv 1.x handle is larger. So that storage is a PROXY: it keeps the old size and the old offsets of
 * what callers could read, and points at an object of the runtime (`owned`) that holds the libuv 1.x handle or request. Both
 * backends use this layout. docs/protocols/io-proxies.md tells the lifetimes and the contract of the callbacks.
 *
 * Who owns what:
 *   - the proxy belongs to the caller, from before the init call until its close callback (handles) or its completion
 *     callback (requests) has begun; in that callback it may be freed. Storage comes uninitialised: the init call, or the call
 *     that takes the request, writes all fields named here, and nothing in `reserved`, ever;
 *   - `owned` belongs to the runtime. It is set by the init call and NULL again when the closing callback begins;
 *   - `data` is the caller's. Handles: NULL after the init call. Requests: the runtime never writes it;
 *   - a loop is the runtime's as a whole; callers get its address and read data at 0.
 * Handles, requests and loops belong to the loop's thread; only rust_uv_async_send reads a proxy on others.
 *
 * This header completes the types that rustrt.h declares. libuv's own uv.h names other types the same: a file that
 * includes both needs one of them in a namespace (legacy/src/io/libuv.h). */
#ifndef RUSTRT_UV_H
#define RUSTRT_UV_H
#ifdef UV_H
#error "rustrt_uv.h and libuv's uv.h name different types alike; include uv.h in a namespace, as legacy/src/io/libuv.h does"
#endif
#include "rustrt.h"

#ifdef __cplusplus
#define RUSTRT_UV_ASSERT(condition) static_assert(condition, #condition)
#else
#define RUSTRT_UV_ASSERT(condition) _Static_assert(condition, #condition)
#endif
#define RUSTRT_UV_AT(type, field, offset) RUSTRT_UV_ASSERT(offsetof(struct type, field) == (offset))
#define RUSTRT_UV_SIZE(type, size) RUSTRT_UV_ASSERT(sizeof(struct type) == (size))

/* The numbers that libuv 0.9 gave them, in `type`. */
enum rustrt_uv_handle_type { RUSTRT_UV_ASYNC = 1, RUSTRT_UV_TCP = 12, RUSTRT_UV_TIMER = 13 };
enum rustrt_uv_req_type { RUSTRT_UV_CONNECT = 2, RUSTRT_UV_WRITE = 3, RUSTRT_UV_GETADDRINFO = 8 };

struct uv_loop_s {
    void *data;
    uv_err_t last_error; /* of the last call or callback of this loop that failed; see the page */
    void *owned;
    uint8_t reserved[680];
};
RUSTRT_UV_AT(uv_loop_s, data, 0);
RUSTRT_UV_AT(uv_loop_s, last_error, 8);
RUSTRT_UV_SIZE(uv_loop_s, 704);

/* What all handles begin with. */
#define RUSTRT_UV_HANDLE_FIELDS                                                                                          \
    rust_uv_close_cb close_cb; /* from rust_uv_close on */                                                               \
    void *data;                                                                                                          \
    uv_loop_t *loop;                                                                                                     \
    uint32_t type;                                                                                                       \
    uint32_t padding;                                                                                                    \
    void *owned;

struct uv_handle_s {
    RUSTRT_UV_HANDLE_FIELDS
    uint8_t reserved[24];
};
RUSTRT_UV_AT(uv_handle_s, close_cb, 0);
RUSTRT_UV_AT(uv_handle_s, data, 8);
RUSTRT_UV_AT(uv_handle_s, loop, 16);
RUSTRT_UV_AT(uv_handle_s, type, 24);
RUSTRT_UV_AT(uv_handle_s, owned, 32);
RUSTRT_UV_SIZE(uv_handle_s, 64);

struct uv_async_s {
    RUSTRT_UV_HANDLE_FIELDS
    uint8_t reserved[56];
};
RUSTRT_UV_AT(uv_async_s, owned, 32);
RUSTRT_UV_SIZE(uv_async_s, 96);

struct uv_timer_s {
    RUSTRT_UV_HANDLE_FIELDS
    uint8_t reserved[80];
};
RUSTRT_UV_AT(uv_timer_s, owned, 32);
RUSTRT_UV_SIZE(uv_timer_s, 120);

/* A stream here is always a TCP handle. */
struct uv_stream_s {
    RUSTRT_UV_HANDLE_FIELDS
    uint8_t reserved[176];
};
RUSTRT_UV_AT(uv_stream_s, owned, 32);
RUSTRT_UV_SIZE(uv_stream_s, 216);

struct uv_tcp_s {
    RUSTRT_UV_HANDLE_FIELDS
    uint8_t reserved[176];
};
RUSTRT_UV_AT(uv_tcp_s, owned, 32);
RUSTRT_UV_SIZE(uv_tcp_s, 216);

/* What all requests begin with. */
#define RUSTRT_UV_REQ_FIELDS                                                                                             \
    void *data;                                                                                                          \
    uint32_t type;                                                                                                       \
    uint32_t padding;                                                                                                    \
    void *owned;

struct uv_req_s {
    RUSTRT_UV_REQ_FIELDS
    uint8_t reserved[8];
};
RUSTRT_UV_AT(uv_req_s, data, 0);
RUSTRT_UV_AT(uv_req_s, type, 8);
RUSTRT_UV_AT(uv_req_s, owned, 16);
RUSTRT_UV_SIZE(uv_req_s, 32);

struct uv_connect_s {
    RUSTRT_UV_REQ_FIELDS
    uint8_t reserved[16];
    uv_stream_t *handle;
    uint8_t reserved2[16];
};
RUSTRT_UV_AT(uv_connect_s, owned, 16);
RUSTRT_UV_AT(uv_connect_s, handle, 40);
RUSTRT_UV_SIZE(uv_connect_s, 64);

struct uv_write_s {
    RUSTRT_UV_REQ_FIELDS
    uint8_t reserved[24];
    uv_stream_t *handle;
    uint8_t reserved2[104];
};
RUSTRT_UV_AT(uv_write_s, owned, 16);
RUSTRT_UV_AT(uv_write_s, handle, 48);
RUSTRT_UV_SIZE(uv_write_s, 160);

struct uv_getaddrinfo_s {
    RUSTRT_UV_REQ_FIELDS
    uint8_t reserved[104];
};
RUSTRT_UV_AT(uv_getaddrinfo_s, owned, 16);
RUSTRT_UV_SIZE(uv_getaddrinfo_s, 128);

RUSTRT_UV_ASSERT(sizeof(uv_buf_t) == 16 && offsetof(uv_buf_t, base) == 0 && offsetof(uv_buf_t, len) == 8);
RUSTRT_UV_ASSERT(sizeof(uv_err_t) == 8);

#endif

// The I/O functions of rustrt.h as this library uses them: storage of the old sizes (legacy-runtime.md
// section 1), last errors. They are weak imports, so that programs which do no I/O run where nobody serves
// these functions.
#pragma once
#include "rustcore.h"

#pragma weak rust_uv_accept
#pragma weak rust_uv_addrinfo_as_sockaddr_in
#pragma weak rust_uv_addrinfo_as_sockaddr_in6
#pragma weak rust_uv_async_init
#pragma weak rust_uv_async_send
#pragma weak rust_uv_buf_init
#pragma weak rust_uv_close
#pragma weak rust_uv_err_name
#pragma weak rust_uv_free_base_of_buf
#pragma weak rust_uv_freeaddrinfo
#pragma weak rust_uv_get_base_from_buf
#pragma weak rust_uv_get_data_for_req
#pragma weak rust_uv_get_data_for_uv_handle
#pragma weak rust_uv_get_loop_for_uv_handle
#pragma weak rust_uv_get_next_addrinfo
#pragma weak rust_uv_get_stream_handle_from_connect_req
#pragma weak rust_uv_get_stream_handle_from_write_req
#pragma weak rust_uv_getaddrinfo
#pragma weak rust_uv_ip4_addr
#pragma weak rust_uv_ip4_name
#pragma weak rust_uv_ip6_addr
#pragma weak rust_uv_ip6_name
#pragma weak rust_uv_is_ipv4_addrinfo
#pragma weak rust_uv_is_ipv6_addrinfo
#pragma weak rust_uv_last_error
#pragma weak rust_uv_listen
#pragma weak rust_uv_loop_delete
#pragma weak rust_uv_loop_new
#pragma weak rust_uv_malloc_buf_base_of
#pragma weak rust_uv_read_start
#pragma weak rust_uv_read_stop
#pragma weak rust_uv_run
#pragma weak rust_uv_set_data_for_req
#pragma weak rust_uv_set_data_for_uv_handle
#pragma weak rust_uv_strerror
#pragma weak rust_uv_tcp_bind
#pragma weak rust_uv_tcp_bind6
#pragma weak rust_uv_tcp_connect
#pragma weak rust_uv_tcp_connect6
#pragma weak rust_uv_tcp_getpeername
#pragma weak rust_uv_tcp_getpeername6
#pragma weak rust_uv_tcp_init
#pragma weak rust_uv_timer_init
#pragma weak rust_uv_timer_start
#pragma weak rust_uv_walk
#pragma weak rust_uv_write

namespace core::uv {

// What a caller of libuv owns: a handle or request whose size was fixed in 2013.
template <class T, size_t Size> class storage {
public:
    storage() = default;
    storage(const storage &) = delete;
    storage &operator=(const storage &) = delete;

    T *get() {
        return reinterpret_cast<T *>(bytes_);
    }
    // The same as what it begins with.
    uv_handle_t *handle() {
        return reinterpret_cast<uv_handle_t *>(bytes_);
    }
    uv_stream_t *stream() {
        return reinterpret_cast<uv_stream_t *>(bytes_);
    }
    uv_req_t *request() {
        return reinterpret_cast<uv_req_t *>(bytes_);
    }

private:
    alignas(16) unsigned char bytes_[Size] = {};
};

using tcp = storage<uv_tcp_t, 216>;
using connect = storage<uv_connect_t, 64>;
using write = storage<uv_write_t, 160>;
using async = storage<uv_async_t, 96>;
using timer = storage<uv_timer_t, 120>;
using getaddrinfo = storage<uv_getaddrinfo_t, 128>;

// What an operation ends with: when it went well, and when the loop did not live to see the end.
inline constexpr rustcore_tcp_error no_error = {nullptr, nullptr},
                                    loop_has_ended = {"ECANCELED", "the I/O task has ended"};

// All of these on the C stack.

// What a call or callback status on this loop means.
inline rustcore_tcp_error error_of(int status, uv_loop_t *loop) {
    if (status == 0) return no_error;
    uv_err_t error = rust_uv_last_error(loop);
    return {rust_uv_err_name(&error), rust_uv_strerror(&error)};
}

inline uv_loop_t *loop_of(uv_stream_t *stream) {
    return rust_uv_get_loop_for_uv_handle(reinterpret_cast<uv_handle_t *>(stream));
}

// The object that a handle or request was given as its data.
template <class T, class Handle> T *owner_of_handle(Handle *handle) {
    return static_cast<T *>(rust_uv_get_data_for_uv_handle(reinterpret_cast<uv_handle_t *>(handle)));
}
template <class T, class Request> T *owner_of_request(Request *request) {
    return static_cast<T *>(rust_uv_get_data_for_req(reinterpret_cast<uv_req_t *>(request)));
}

} // namespace core::uv

// The service io: the sizes that callers allocate by, those of libuv 0.9 (rustrt_uv.h asserts them).
#include "rustrt_uv.h"

extern "C" {

size_t rust_uv_helper_uv_tcp_t_size(void) {
    return sizeof(uv_tcp_t);
}

size_t rust_uv_helper_uv_connect_t_size(void) {
    return sizeof(uv_connect_t);
}

size_t rust_uv_helper_uv_buf_t_size(void) {
    return sizeof(uv_buf_t);
}

size_t rust_uv_helper_uv_write_t_size(void) {
    return sizeof(uv_write_t);
}

size_t rust_uv_helper_uv_err_t_size(void) {
    return sizeof(uv_err_t);
}

size_t rust_uv_helper_sockaddr_in_size(void) {
    return sizeof(sockaddr_in);
}

size_t rust_uv_helper_sockaddr_in6_size(void) {
    return sizeof(sockaddr_in6);
}

// Of the IPv6 address too, in spite of the name.
size_t rust_uv_helper_addr_in_size(void) {
    return sizeof(sockaddr_in6);
}

size_t rust_uv_helper_addrinfo_size(void) {
    return sizeof(addrinfo);
}

size_t rust_uv_helper_uv_getaddrinfo_t_size(void) {
    return sizeof(uv_getaddrinfo_t);
}

unsigned int rust_uv_helper_get_INADDR_NONE(void) {
    return INADDR_NONE;
}

size_t rust_uv_helper_uv_async_t_size(void) {
    return sizeof(uv_async_t);
}

size_t rust_uv_helper_uv_timer_t_size(void) {
    return sizeof(uv_timer_t);
}
}

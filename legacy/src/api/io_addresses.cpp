// The service io: socket addresses and name look-ups.
#include "io/addresses.h"
#include "io/resolver.h"
#include "router/binding.h"

using namespace legacy;

extern "C" {

struct sockaddr_in rust_uv_ip4_addr(const char *ip, int port) {
    calling_task();
    log(RUSTRT_LOG_STDLIB, log_debug, "rust_uv_ip4_addr: %s port %d", ip, port);
    return io::ip4_address(ip, port);
}

struct sockaddr_in6 rust_uv_ip6_addr(const char *ip, int port) {
    calling_task();
    log(RUSTRT_LOG_STDLIB, log_debug, "rust_uv_ip6_addr: %s port %d", ip, port);
    return io::ip6_address(ip, port);
}

int rust_uv_ip4_name(struct sockaddr_in *src, char *dst, size_t size) {
    return io::ip4_text(*src, dst, size);
}

int rust_uv_ip6_name(struct sockaddr_in6 *src, char *dst, size_t size) {
    return io::ip6_text(*src, dst, size);
}

unsigned int rust_uv_ip4_port(struct sockaddr_in *src) {
    return ntohs(src->sin_port);
}

unsigned int rust_uv_ip6_port(struct sockaddr_in6 *src) {
    return ntohs(src->sin6_port);
}

int rust_uv_getaddrinfo(uv_loop_t *loop, uv_getaddrinfo_t *req, rust_uv_getaddrinfo_cb cb, char *node,
                        char *service, struct addrinfo *hints) {
    return io::look_up(loop, req, cb, node, service, hints);
}

void rust_uv_freeaddrinfo(struct addrinfo *res) {
    if (res) freeaddrinfo(res);
}

bool rust_uv_is_ipv4_addrinfo(struct addrinfo *ai) {
    return ai->ai_family == AF_INET;
}

bool rust_uv_is_ipv6_addrinfo(struct addrinfo *ai) {
    return ai->ai_family == AF_INET6;
}

struct addrinfo *rust_uv_get_next_addrinfo(struct addrinfo *ai) {
    return ai->ai_next;
}

struct sockaddr_in *rust_uv_addrinfo_as_sockaddr_in(struct addrinfo *ai) {
    return reinterpret_cast<sockaddr_in *>(ai->ai_addr);
}

struct sockaddr_in6 *rust_uv_addrinfo_as_sockaddr_in6(struct addrinfo *ai) {
    return reinterpret_cast<sockaddr_in6 *>(ai->ai_addr);
}
}

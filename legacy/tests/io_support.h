// What the tests of the service io share: storage as callers have it, and sockets of the plain kind.
#ifndef LEGACY_TESTS_IO_SUPPORT_H
#define LEGACY_TESTS_IO_SUPPORT_H
#include "harness.h"
#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <unistd.h>

namespace io_test {

// Objects of a program ask the library for sizes.
inline const bool called_early = harness::calls_before_main();

// Storage of a handle or request, of the size that the library tells, uninitialised as far as the library may
// know; behind it a guard that must stay as it is.
template <class T> class storage {
    static constexpr size_t guard = 256;
    size_t _size;
    unsigned char *_bytes;

public:
    static constexpr unsigned char garbage = 0xEE, untouched = 0xA5;

    explicit storage(size_t size) : _size(size), _bytes(static_cast<unsigned char *>(malloc(size + guard))) {
        memset(_bytes, garbage, size);
        memset(_bytes + size, untouched, guard);
    }
    ~storage() {
        check();
        free(_bytes);
    }
    storage(const storage &) = delete;

    void check() const {
        for (size_t i = 0; i < guard; i++) CHECK(_bytes[_size + i] == untouched);
    }
    // Bytes that no reader knows a meaning of.
    void check_unused(size_t begin, size_t end) const {
        for (size_t i = begin; i < end; i++) CHECK(_bytes[i] == garbage);
    }
    const unsigned char *bytes() const {
        return _bytes;
    }
    T *get() const {
        return reinterpret_cast<T *>(_bytes);
    }
    operator T *() const {
        return get();
    }
    operator uv_handle_t *() const {
        return reinterpret_cast<uv_handle_t *>(_bytes);
    }
};

struct timer : storage<uv_timer_t> {
    timer() : storage(rust_uv_helper_uv_timer_t_size()) {}
};
struct async : storage<uv_async_t> {
    async() : storage(rust_uv_helper_uv_async_t_size()) {}
};
struct tcp : storage<uv_tcp_t> {
    tcp() : storage(rust_uv_helper_uv_tcp_t_size()) {}
    operator uv_stream_t *() const {
        return reinterpret_cast<uv_stream_t *>(get());
    }
};
template <class T> struct request : storage<T> {
    using storage<T>::storage;
    operator uv_req_t *() const {
        return reinterpret_cast<uv_req_t *>(this->get());
    }
};
struct connect_request : request<uv_connect_t> {
    connect_request() : request(rust_uv_helper_uv_connect_t_size()) {}
};
struct write_request : request<uv_write_t> {
    write_request() : request(rust_uv_helper_uv_write_t_size()) {}
};
struct lookup_request : request<uv_getaddrinfo_t> {
    lookup_request() : request(rust_uv_helper_uv_getaddrinfo_t_size()) {}
};

inline uv_loop_t *new_loop() {
    auto *loop = static_cast<uv_loop_t *>(rust_uv_loop_new());
    CHECK(loop);
    return loop;
}
template <class Handle> uv_handle_t *as_handle(Handle *handle) {
    return reinterpret_cast<uv_handle_t *>(handle);
}
template <class Handle> uv_loop_t *loop_of(Handle *handle) {
    return rust_uv_get_loop_for_uv_handle(as_handle(handle));
}
inline bool last_error_is(uv_loop_t *loop, int code, int sys_errno) {
    uv_err_t error = rust_uv_last_error(loop);
    return error.code == code && error.sys_errno == sys_errno;
}
inline const char *last_error_name(uv_loop_t *loop) {
    uv_err_t error = rust_uv_last_error(loop);
    return rust_uv_err_name(&error);
}

inline sockaddr_in local4(uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}
inline sockaddr_in6 local6(uint16_t port) {
    sockaddr_in6 address{};
    address.sin6_family = AF_INET6;
    address.sin6_port = htons(port);
    address.sin6_addr = in6addr_loopback;
    return address;
}
inline uint16_t port_of(int socket) {
    sockaddr_in6 name{}; // the port is at the same place in both families
    socklen_t size = sizeof name;
    CHECK(!getsockname(socket, reinterpret_cast<sockaddr *>(&name), &size));
    return ntohs(name.sin6_port);
}
// Of this process's listening socket; the API does not tell which port it was given.
inline uint16_t listening_port() {
    for (int fd = 3; fd < 1024; fd++) {
        int listens = 0;
        socklen_t size = sizeof listens;
        if (!getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) && listens) return port_of(fd);
    }
    CHECK(!"no socket listens");
    return 0;
}
// A plain listener of the C library.
inline int plain_listener() {
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = local4(0);
    CHECK(!bind(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) && !listen(fd, 8));
    return fd;
}
// A port that refuses: bound and not listening, so that nobody else gets it meanwhile.
inline uint16_t refusing_port() {
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = local4(0);
    CHECK(!bind(fd, reinterpret_cast<sockaddr *>(&address), sizeof address));
    return port_of(fd);
}

} // namespace io_test
#endif

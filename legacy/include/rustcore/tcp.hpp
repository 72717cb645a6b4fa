// TCP on an I/O task.
#ifndef RUSTCORE_TCP_HPP
#define RUSTCORE_TCP_HPP
#include "io.hpp"
#include <netinet/in.h>
#include <string>
#include <string_view>

namespace rustcore {

// How an operation ended: well, or by an error with a name such as ECONNREFUSED, EOF, TIMEOUT.
struct tcp_status {
    rustcore_tcp_error error;

    explicit operator bool() const {
        return !error.name;
    }
    bool is(std::string_view name) const {
        return error.name && error.name == name;
    }
};

// The same, with what it brought where it went well.
template <class T> class tcp_result {
public:
    tcp_result(T brought) : brought_(std::move(brought)), status_{} {}
    tcp_result(tcp_status failed) : status_(failed) {}

    explicit operator bool() const {
        return brought_.has_value();
    }
    T &operator*() {
        return *brought_;
    }
    T *operator->() {
        return &*brought_;
    }
    tcp_status status() const {
        return status_;
    }

private:
    std::optional<T> brought_;
    tcp_status status_;
};

// An address of either family with a port.
class ip {
public:
    explicit ip(const rustcore_ip &address) : address_(address) {}
    static std::optional<ip> parse(const char *text, uint16_t port) {
        rustcore_ip address = {};
        if (!rustcore_ip_parse(text, port, &address)) return std::nullopt;
        return ip(address);
    }
    // Without the port.
    std::string text() const {
        char text[64];
        return rustcore_ip_format(&address_, text, sizeof text) ? text : "";
    }
    uint16_t port() const {
        return ntohs(address_.address.sa_family == AF_INET6 ? address_.v6.sin6_port : address_.v4.sin_port);
    }
    const rustcore_ip *get() const {
        return &address_;
    }

private:
    rustcore_ip address_;
};

// The addresses of a name; their ports are 0.
inline tcp_result<std::vector<ip>> resolve(const io_task &io, const char *node) {
    size_t count;
    tcp_status status;
    rustcore_ip *found = rustcore_ip_resolve(io.get(), node, &count, &status.error);
    if (!found) return status;
    std::vector<ip> addresses(found, found + count);
    rustcore_bytes_drop({reinterpret_cast<uint8_t *>(found), count});
    return addresses;
}

// What a read brought, on the port of read_start: bytes or an error.
class tcp_arrival {
public:
    tcp_arrival(tcp_arrival &&other) noexcept : result_(std::exchange(other.result_, {})) {}
    tcp_arrival &operator=(const tcp_arrival &) = delete;
    ~tcp_arrival() {
        rustcore_bytes_drop(result_.bytes);
    }
    tcp_status status() const {
        return {result_.error};
    }
    std::string_view bytes() const {
        return {reinterpret_cast<const char *>(result_.bytes.data), result_.bytes.size};
    }

private:
    rustcore_tcp_read_result result_;
};
template <> struct moves_as_bytes<tcp_arrival> : std::true_type {};
static_assert(sizeof(tcp_arrival) == sizeof(rustcore_tcp_read_result), "that is what the port carries");

// Closes when it is dropped.
class tcp_socket : public end<rustcore_tcp_socket, rustcore_tcp_drop> {
public:
    using end::end;
    static tcp_result<tcp_socket> connect(const io_task &io, const ip &address) {
        tcp_status status;
        rustcore_tcp_socket *socket = rustcore_tcp_connect(io.get(), address.get(), &status.error);
        if (!socket) return status;
        return tcp_socket(socket);
    }

    // Waits until all is written.
    tcp_status write(std::string_view bytes) {
        tcp_status status;
        rustcore_tcp_write(get(), bytes.data(), bytes.size(), &status.error);
        return status;
    }
    // What arrives next, some bytes or more. milliseconds 0: no limit.
    tcp_result<std::string> read(uint32_t milliseconds = 0) {
        rustcore_bytes got;
        tcp_status status;
        if (!rustcore_tcp_read(get(), milliseconds, &got, &status.error)) return status;
        std::string bytes(reinterpret_cast<char *>(got.data), got.size);
        rustcore_bytes_drop(got);
        return bytes;
    }
    // All that arrives from now on, until read_stop.
    tcp_result<port<tcp_arrival>> read_start() {
        tcp_status status;
        rustcore_port *arrivals = rustcore_tcp_read_start(get(), &status.error);
        if (!arrivals) return status;
        return port<tcp_arrival>(arrivals);
    }
    tcp_status read_stop() {
        tcp_status status;
        rustcore_tcp_read_stop(get(), &status.error);
        return status;
    }
    ip peer() const {
        rustcore_ip address;
        rustcore_tcp_peer(get(), &address);
        return ip(address);
    }
};
template <> struct moves_as_bytes<tcp_socket> : std::true_type {};

// Offered to a listener; refused when it is dropped.
class tcp_connection : public end<rustcore_tcp_connection, rustcore_tcp_connection_drop> {
public:
    using end::end;
    tcp_result<tcp_socket> accept() {
        tcp_status status;
        rustcore_tcp_socket *socket = rustcore_tcp_accept(release(), &status.error);
        if (!socket) return status;
        return tcp_socket(socket);
    }
};
template <> struct moves_as_bytes<tcp_connection> : std::true_type {};

// Ends a listener, with an error or (all null) as wanted.
using tcp_kill = shared_chan<rustcore_tcp_error>;

// Listens until it is killed; how it ended. established(tcp_kill) is called here when the listener is up,
// connection(tcp_connection, tcp_kill) on the loop's thread for each arrival: it hands the connection to a
// task.
template <class Established, class Connection>
tcp_status tcp_listen(const io_task &io, const ip &address, int backlog, Established established,
                      Connection connection) {
    struct callbacks {
        Established established;
        Connection connection;
    } both = {std::move(established), std::move(connection)};
    tcp_status status;
    rustcore_tcp_listen(
        io.get(), address.get(), backlog,
        [](rustcore_shared_chan *kill, void *env) {
        static_cast<callbacks *>(env)->established(tcp_kill(rustcore_shared_chan_clone(kill)));
        },
        [](rustcore_tcp_connection *offered, rustcore_shared_chan *kill, void *env) {
        static_cast<callbacks *>(env)->connection(tcp_connection(offered),
                                                  tcp_kill(rustcore_shared_chan_clone(kill)));
    },
        &both, &status.error);
    return status;
}

} // namespace rustcore
#endif

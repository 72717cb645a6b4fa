// What the cases of I/O share: answers of a loop, addresses of one's own.
#ifndef RUSTCORE_TESTS_IO_CASE_H
#define RUSTCORE_TESTS_IO_CASE_H
#include "task_case.h"
#include <chrono>
#include <cstring>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace io_case {

// Runs f(loop) on the loop and waits for its result.
template <class F> auto ask(const io_task &io, F f) {
    using answer_type = decltype(f(static_cast<uv_loop_t *>(nullptr)));
    auto [port, chan] = oneshot<answer_type>();
    io.interact([f = std::move(f), chan = std::move(chan)](uv_loop_t *loop) mutable { chan.send(f(loop)); });
    return port.recv();
}

// A loop that ends with the case, after all that it was asked for until then.
struct own_loop {
    io_task io = io_task::spawn();
    ~own_loop() {
        io.exit();
    }
};

inline const char *const localhost[] = {"127.0.0.1", "::1"};

// An address on this machine that nobody listens on.
inline ip free_address(const char *text = "127.0.0.1") {
    uint16_t port = 0;
    harness::on_c([&] {
        bool v6 = strchr(text, ':');
        rustcore_ip any = {};
        any.address.sa_family = v6 ? AF_INET6 : AF_INET;
        socklen_t length = v6 ? sizeof any.v6 : sizeof any.v4;
        int probe = socket(any.address.sa_family, SOCK_STREAM, 0);
        CHECK(probe >= 0 && !bind(probe, &any.address, length) && !getsockname(probe, &any.address, &length));
        close(probe);
        port = ntohs(v6 ? any.v6.sin6_port : any.v4.sin_port);
    });
    auto address = ip::parse(text, port);
    CHECK(address);
    return *address;
}

// Milliseconds that a clock showed which never goes back.
inline long now() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace io_case
using namespace io_case;

#endif

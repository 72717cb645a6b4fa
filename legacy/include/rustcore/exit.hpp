// The end of the runtime: functions that run then, and tasks that it does not wait for.
#ifndef RUSTCORE_EXIT_HPP
#define RUSTCORE_EXIT_HPP
#include "closure.hpp"

namespace rustcore {

// Runs f at shutdown, in a task of its own.
template <class F> void at_exit(F f) {
    rustcore_at_exit(closure(std::move(f)));
}

// What a weak task hears of the shutdown by. Works in select beside ports.
class shutdown_port {
public:
    explicit shutdown_port(rustcore_port_one *port) : port_(port) {}
    // Until the runtime shuts down.
    void wait() {
        rustcore_select_one(&port_, 1);
    }
    bool requested() const {
        return rustcore_peek_one(port_);
    }
    rustcore_packet *packet() const {
        return rustcore_port_one_packet(port_);
    }

private:
    rustcore_port_one *port_;
};

// Runs f(shutdown_port &) while this task does not keep the runtime alive; f ends when the port tells of the
// shutdown.
template <class F> void weaken(F f) {
    rustcore_weaken(
        [](rustcore_port_one *port, void *env) {
        shutdown_port shutdown(port);
        (*static_cast<F *>(env))(shutdown);
        },
        &f);
}

} // namespace rustcore
#endif

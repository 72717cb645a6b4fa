// Futures: a value that another task is still computing, waited for when it is first asked for.
#ifndef RUSTCORE_FUTURE_HPP
#define RUSTCORE_FUTURE_HPP
#include "closure.hpp"
#include "pipes.hpp"

namespace rustcore {

template <class T> class future {
public:
    explicit future(T known) : known_(std::move(known)) {}
    explicit future(port_one<T> coming) : coming_(std::move(coming)) {}

    // Runs f in a linked task of the default scheduler.
    template <class F> static future spawn(F f) {
        auto [port, chan] = oneshot<T>();
        rustcore_spawn(closure([f = std::move(f), chan = std::move(chan)]() mutable { chan.send(f()); }));
        return future(std::move(port));
    }

    // Waits the first time. Fails when whoever computes it is gone.
    T &get() {
        if (!known_) known_.emplace(coming_.recv());
        return *known_;
    }

private:
    std::optional<T> known_;
    port_one<T> coming_{nullptr};
};

} // namespace rustcore
#endif

// Pipes and closures of this part's own types, over rustcore.h. A value that is sent is moved: its bytes go
// on, so T must not point into itself. All on the Rust stack.
#pragma once
#include "memory/exchange.h"
#include "rustcore.h"
#include <memory>
#include <new>
#include <optional>
#include <type_traits>
#include <utility>

namespace core {

// Bytes on their way into or out of a pipe: nobody destroys the value here.
template <class T> class Moved {
public:
    Moved() = default;
    // Made in place, to be sent.
    template <class... Arguments> static Moved of(Arguments &&...arguments) {
        Moved moved;
        new (moved.bytes_) T{std::forward<Arguments>(arguments)...};
        return moved;
    }
    void *bytes() {
        return bytes_;
    }
    // Once, after the bytes have come.
    T take() {
        T *value = std::launder(reinterpret_cast<T *>(bytes_));
        T result(std::move(*value));
        value->~T();
        return result;
    }

private:
    alignas(T) unsigned char bytes_[sizeof(T)];
};

struct Destroy {
    template <class T> void operator()(T *object) const {
        exchange::destroy(object);
    }
};
template <class T> using Owned = std::unique_ptr<T, Destroy>;

// The ends of a one-shot. The value is what the loop answers to a task that waits.
template <class T> class AnswerChan {
public:
    explicit AnswerChan(rustcore_chan_one *chan) : chan_(chan) {}
    AnswerChan(AnswerChan &&other) noexcept : chan_(std::exchange(other.chan_, nullptr)) {}
    ~AnswerChan() {
        if (chan_) rustcore_chan_one_drop(chan_);
    }
    void send(T value) {
        auto moved = Moved<T>::of(std::move(value));
        rustcore_send_one(std::exchange(chan_, nullptr), moved.bytes());
    }

private:
    rustcore_chan_one *chan_;
};

template <class T> class AnswerPort {
public:
    explicit AnswerPort(rustcore_port_one *port) : port_(port) {}
    AnswerPort(AnswerPort &&other) noexcept : port_(std::exchange(other.port_, nullptr)) {}
    ~AnswerPort() {
        if (port_) rustcore_port_one_drop(port_);
    }
    // Waits. Nothing: whoever was asked is gone.
    std::optional<T> receive() {
        Moved<T> moved;
        if (!rustcore_try_recv_one(std::exchange(port_, nullptr), moved.bytes())) return std::nullopt;
        return moved.take();
    }

private:
    rustcore_port_one *port_;
};

template <class T> struct Answer {
    AnswerPort<T> port;
    AnswerChan<T> chan;
};

template <class T> Answer<T> make_answer() {
    rustcore_port_one *port;
    rustcore_chan_one *chan;
    rustcore_oneshot(&exchange::descriptor<T>, &port, &chan);
    return {AnswerPort<T>(port), AnswerChan<T>(chan)};
}

// An owned closure that runs f once.
template <class F> rustcore_closure closure_of(F f) {
    return {[](void *env) { (*static_cast<F *>(env))(); }, exchange::make<F>(std::move(f)),
            [](void *env) { exchange::destroy(static_cast<F *>(env)); }};
}

// Runs f in place with kills held back.
template <class F> void unkillable(F f) {
    rustcore_unkillable([](void *env) { (*static_cast<F *>(env))(); }, &f);
}

} // namespace core

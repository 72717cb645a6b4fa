// State that several tasks hold.
#ifndef RUSTCORE_SHARED_HPP
#define RUSTCORE_SHARED_HPP
#include "tasks.hpp"
#include "value.hpp"

namespace rustcore {

// A mutex for short sections: no yield and no receive inside.
class little_lock {
public:
    little_lock() {
        upcall_call_shim_on_c_stack(&lock_, reinterpret_cast<void *>(+[](void *lock) {
            *static_cast<rust_lock **>(lock) = rust_create_little_lock();
        }));
    }
    ~little_lock() {
        upcall_call_shim_on_c_stack(lock_, reinterpret_cast<void *>(&rust_destroy_little_lock));
    }
    little_lock(const little_lock &) = delete;
    little_lock &operator=(const little_lock &) = delete;

    // Runs the section with the lock held and hands back its result.
    template <class F> auto lock(F section) {
        using result_type = decltype(section());
        if constexpr (std::is_void_v<result_type>) {
            rustcore_little_lock(
                lock_, [](void *env) { (*static_cast<F *>(env))(); }, &section);
        } else {
            std::optional<result_type> result;
            lock([&] { result.emplace(section()); });
            return std::move(*result);
        }
    }

private:
    rust_lock *lock_;
};

// One reference to a T behind a little lock; a copy is one more. A failure inside poisons it for all.
template <class T> class exclusive {
public:
    explicit exclusive(T data) {
        value<T> given(std::move(data));
        x_ = rustcore_exclusive_new(value<T>::type(), given.bytes());
    }
    exclusive(const exclusive &other) : x_(rustcore_exclusive_clone(other.x_)) {}
    exclusive(exclusive &&other) noexcept : x_(std::exchange(other.x_, nullptr)) {}
    exclusive &operator=(exclusive other) noexcept {
        std::swap(x_, other.x_);
        return *this;
    }
    ~exclusive() {
        if (x_) rustcore_exclusive_drop(x_);
    }

    // Runs f on the data with the lock held and hands back its result.
    template <class F> auto with(F f) const {
        using result_type = decltype(f(std::declval<T &>()));
        if constexpr (std::is_void_v<result_type>) {
            rustcore_exclusive_with(
                x_, [](void *data, void *env) { (*static_cast<F *>(env))(value<T>::in(data)); }, &f);
        } else {
            std::optional<result_type> result;
            with([&](T &data) { result.emplace(f(data)); });
            return std::move(*result);
        }
    }
    // Waits until this is the last reference; the data.
    T unwrap() && {
        value<T> got;
        rustcore_exclusive_unwrap(std::exchange(x_, nullptr), got.bytes());
        return got.take();
    }

private:
    rustcore_exclusive *x_;
};

// One reference to a T without a lock: what it is changed by must be safe for several threads. A copy is one
// more.
template <class T> class shared_state {
public:
    explicit shared_state(T data) {
        value<T> given(std::move(data));
        state_ = rustcore_shared_state_new(value<T>::type(), given.bytes());
    }
    shared_state(const shared_state &other) : state_(rustcore_shared_state_clone(other.state_)) {}
    shared_state(shared_state &&other) noexcept : state_(std::exchange(other.state_, nullptr)) {}
    shared_state &operator=(shared_state other) noexcept {
        std::swap(state_, other.state_);
        return *this;
    }
    ~shared_state() {
        if (state_) rustcore_shared_state_drop(state_);
    }

    T &get() const {
        return value<T>::in(rustcore_shared_state_get(state_));
    }
    T &operator*() const {
        return get();
    }
    T *operator->() const {
        return &get();
    }
    // Waits until this is the last reference; the data.
    T unwrap() && {
        value<T> got;
        rustcore_shared_state_unwrap(std::exchange(state_, nullptr), got.bytes());
        return got.take();
    }

private:
    rustcore_shared_state *state_;
};

template <class T> struct moves_as_bytes<exclusive<T>> : std::true_type {};
template <class T> struct moves_as_bytes<shared_state<T>> : std::true_type {};

} // namespace rustcore
#endif

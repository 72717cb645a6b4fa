// One counted reference to an object of the exchange heap that several tasks share.
#pragma once
#include "memory/exchange.h"
#include <atomic>
#include <utility>

namespace core {

template <class T> class ref {
    struct counted {
        std::atomic<intptr_t> count{1};
        T object;
        template <class... A> explicit counted(A &&...arguments) : object(std::forward<A>(arguments)...) {}
    };
    counted *_shared = nullptr;

    explicit ref(counted *shared) : _shared(shared) {}

public:
    ref() = default;
    ref(const ref &other) : _shared(other._shared) {
        if (_shared) _shared->count.fetch_add(1, std::memory_order_relaxed);
    }
    ref(ref &&other) noexcept : _shared(std::exchange(other._shared, nullptr)) {}
    ref &operator=(ref other) noexcept {
        std::swap(_shared, other._shared);
        return *this;
    }
    ~ref() {
        // Acquire and release: the last one sees what the others did to the object.
        if (_shared && _shared->count.fetch_sub(1, std::memory_order_acq_rel) == 1)
            exchange::destroy(_shared);
    }

    template <class... A> static ref make(A &&...arguments) {
        return ref(exchange::make<counted>(std::forward<A>(arguments)...));
    }
    explicit operator bool() const {
        return _shared != nullptr;
    }
    // True for good: nobody else has a reference to make more of.
    bool is_last() const {
        return _shared->count.load(std::memory_order_acquire) == 1;
    }
    T *operator->() const {
        return &_shared->object;
    }
    T &operator*() const {
        return _shared->object;
    }
};

} // namespace core

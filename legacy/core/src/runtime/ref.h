// One counted reference to an object of the exchange heap that several tasks share.
#pragma once
#include "runtime/exchange.h"
#include <atomic>
#include <utility>

namespace rustcore {

template <class T> class ref {
public:
    ref() = default;
    ref(const ref &other) : shared_(other.shared_) {
        if (shared_) shared_->count.fetch_add(1, std::memory_order_relaxed);
    }
    ref(ref &&other) noexcept : shared_(std::exchange(other.shared_, nullptr)) {}
    ref &operator=(ref other) noexcept {
        std::swap(shared_, other.shared_);
        return *this;
    }
    ~ref() {
        // Acquire and release: the last one sees what the others did to the object.
        if (shared_ && shared_->count.fetch_sub(1, std::memory_order_acq_rel) == 1) exchange_delete(shared_);
    }

    template <class... Arguments> static ref make(Arguments &&...arguments) {
        ref made;
        made.shared_ = exchange_new<counted>(std::forward<Arguments>(arguments)...);
        return made;
    }
    explicit operator bool() const {
        return shared_ != nullptr;
    }
    T *operator->() const {
        return &shared_->object;
    }
    T &operator*() const {
        return shared_->object;
    }

private:
    struct counted {
        std::atomic<intptr_t> count{1};
        T object;
        template <class... Arguments>
        explicit counted(Arguments &&...arguments) : object{std::forward<Arguments>(arguments)...} {}
    };
    counted *shared_ = nullptr;
};

} // namespace rustcore

// An owned closure: dropped exactly once, by whoever holds it in the end, also when it was never called.
#pragma once
#include "rustcore.h"
#include <utility>

namespace rustcore {

class closure {
public:
    explicit closure(rustcore_closure taken) : closure_(taken) {}
    closure(closure &&other) noexcept : closure_(std::exchange(other.closure_, {})) {}
    closure &operator=(closure &&) = delete;
    // The drop is the caller's code, which may fail.
    ~closure() noexcept(false) {
        if (closure_.drop) closure_.drop(closure_.env);
    }

    // Once at most; on the Rust stack of the task that owns it.
    void call() {
        closure_.call(closure_.env);
    }

private:
    rustcore_closure closure_ = {};
};

} // namespace rustcore

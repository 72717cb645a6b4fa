// An owned closure: dropped exactly once, by whoever holds it in the end, also when it was never called.
#pragma once
#include "rustcore.h"
#include <utility>

namespace core {

class closure {
    rustcore_closure _closure = {};

public:
    explicit closure(rustcore_closure taken) : _closure(taken) {}
    closure(closure &&other) noexcept : _closure(std::exchange(other._closure, {})) {}
    closure &operator=(closure &&) = delete;
    // The drop is the caller's code, which may fail.
    ~closure() noexcept(false) {
        if (_closure.drop) _closure.drop(_closure.env);
    }

    // To whoever owns it from now on.
    rustcore_closure give() {
        return std::exchange(_closure, {});
    }

    // Once at most; on the Rust stack of the task that owns it.
    void call() {
        _closure.call(_closure.env);
    }
};

} // namespace core

// A function object as an owned closure of rustcore.h.
#ifndef RUSTCORE_CLOSURE_HPP
#define RUSTCORE_CLOSURE_HPP
#include "../rustcore.h"
#include <utility>

namespace rustcore {

// Whoever gets it calls it once at most and drops it once.
template <class F> rustcore_closure closure(F f) {
    return {[](void *env) { (*static_cast<F *>(env))(); }, new F(std::move(f)),
            [](void *env) { delete static_cast<F *>(env); }};
}

} // namespace rustcore
#endif

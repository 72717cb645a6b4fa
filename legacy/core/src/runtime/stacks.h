// The one place where this library changes stacks (observed-behaviour.md section 2). Exported functions run
// on the Rust stack of a task; calls into rustrt.h that generated code made on the C stack go through on_c,
// what the runtime calls back goes through on_rust. on_c from the C stack starts over near the top of that
// stack and overwrites the caller's frames, so what runs there says so.
#pragma once
#include "rustrt.h"
#include <type_traits>

namespace rustcore {

namespace detail {
template <class F> void run(void *f) {
    (*static_cast<F *>(f))();
}

template <class F> auto run_behind(void (*shim)(void *, void *), F &f) {
    using Result = decltype(f());
    if constexpr (std::is_void_v<Result>) {
        shim(&f, reinterpret_cast<void *>(&run<F>));
    } else {
        // Results come back through the argument block.
        Result result{};
        auto call = [&] { result = f(); };
        shim(&call, reinterpret_cast<void *>(&run<decltype(call)>));
        return result;
    }
}
} // namespace detail

// Runs f on the C stack. A failure inside aborts.
template <class F> auto on_c(F f) {
    return detail::run_behind(&upcall_call_shim_on_c_stack, f);
}

// Runs f on the Rust stack. A failure inside aborts.
template <class F> auto on_rust(F f) {
    return detail::run_behind(&upcall_call_shim_on_rust_stack, f);
}

} // namespace rustcore

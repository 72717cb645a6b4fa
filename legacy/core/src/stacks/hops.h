// Where each call into rustrt.h is made. Exported functions run on the Rust stack of a task; generated code
// called most of the runtime through the C-stack shim, also task_wait_event, task_signal_event,
// rust_task_deref and the functions that make, start and kill tasks (observed-behaviour.md section 2 has the
// exceptions, which are called directly). Code that may be on either stack must not use these: on_c from the
// C stack overwrites its caller's frames.
#pragma once
#include "rustrt.h"
#include <type_traits>

namespace core {

namespace hops {
template <class Shim, class F> auto call(Shim shim, F &f) {
    using result_type = std::invoke_result_t<F &>;
    if constexpr (std::is_void_v<result_type>) {
        shim(&f, reinterpret_cast<void *>(+[](void *p) { (*static_cast<F *>(p))(); }));
    } else {
        // The argument block carries the result back, as in generated code.
        static_assert(std::is_trivially_default_constructible_v<result_type>);
        struct block {
            F &f;
            result_type result;
        } arguments = {f, {}};
        shim(&arguments, reinterpret_cast<void *>(+[](void *p) {
            auto &arguments = *static_cast<block *>(p);
            arguments.result = arguments.f();
        }));
        return arguments.result;
    }
}
} // namespace hops

// From the Rust stack: runs f on the C stack and hands back its result. f must not fail: an exception out of
// it aborts. Without a task f runs where it is.
template <class F> auto on_c(F f) {
    return hops::call(upcall_call_shim_on_c_stack, f);
}

// From a callback that the runtime makes on the C stack: runs f on the Rust stack. A failure of f aborts.
template <class F> auto on_rust(F f) {
    return hops::call(upcall_call_shim_on_rust_stack, f);
}

} // namespace core

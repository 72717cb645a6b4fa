// The two stacks of a task, as generated code used them.
//
// A task's body runs on its Rust stack. Generated code calls foreign functions on a C stack that it borrows
// for the call, all but a few of the runtime's own (docs/legacy/observed-behaviour.md section 2); C calls
// back into Rust code on the Rust stack again. The two nest to any depth. on_c from code that is already on
// the C stack starts over near the top of that stack and overwrites the frames there, so a function of these
// callers says in its comment where it runs if that is not the Rust stack.
#pragma once
#include "rustrt.h"
#include <optional>
#include <type_traits>
#include <utility>

namespace caller {

namespace detail {
template <class F> void run(void *f) {
  (*static_cast<F *>(f))();
}

template <class Switch, class F> auto run_behind(Switch shim, F &&f) {
  using Function = std::remove_reference_t<F>;
  using Result = decltype(f());
  if constexpr (std::is_void_v<Result>) {
    shim(&f, reinterpret_cast<void *>(&run<Function>));
  } else {
    // the argument block of the call: generated code, too, returned results through it
    std::optional<Result> result;
    auto call = [&] {
      result.emplace(f());
    };
    shim(&call, reinterpret_cast<void *>(&run<decltype(call)>));
    return std::move(*result);
  }
}
} // namespace detail

// Runs f on the C stack and hands back its result; to be called on the Rust stack.
template <class F> auto on_c(F &&f) {
  return detail::run_behind(&upcall_call_shim_on_c_stack, f);
}

// Runs f on the Rust stack and hands back its result; to be called on the C stack.
template <class F> auto on_rust(F &&f) {
  return detail::run_behind(&upcall_call_shim_on_rust_stack, f);
}

} // namespace caller

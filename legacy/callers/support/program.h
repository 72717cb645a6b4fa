// A program: its crate map and its start.
#pragma once
#include "tasks.h"
#include "trace.h"

namespace caller {

// The stack of each task. Bodies in C++ call the C library's functions on the C stack, but nothing grows the
// Rust stack for them.
inline constexpr const char *task_stack_size = "262144";

inline void annihilate() {
  free_managed_boxes();
}

// A crate map of version 1. Its modules end with a null name; the walk over the other crates begins at the
// second slot of children (a bug of 2013 that programs came to rely on).
struct Crate {
  int32_t version = 1;
  void (*annihilator)() = &annihilate;
  const mod_entry *modules = nullptr;
  const Crate *children[4] = {};
};

inline const mod_entry no_modules[] = {{nullptr, nullptr}};

// Starts the runtime with Main as task 1 and returns its exit status when all is over.
template <auto Main> int start_program(int argc, char **argv, Crate &crate) {
  setenv("RUST_MIN_STACK", task_stack_size, 0);
  if (!crate.modules)
    crate.modules = no_modules;
  return rust_start(reinterpret_cast<uintptr_t>(&detail::enter<Main>), argc, argv, &crate);
}

template <auto Main> int start_program(int argc, char **argv) {
  static Crate crate;
  return start_program<Main>(argc, argv, crate);
}

// The same, and says the exit status.
template <auto Main, class... More> int run_program(int argc, char **argv, More &...more) {
  int status = start_program<Main>(argc, argv, more...);
  line("exit status %d", status);
  return status & 255;
}

} // namespace caller

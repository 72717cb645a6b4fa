// What the callers on librustcore.so share: the core library's C++ face, a command line and a trace. They
// call nothing else.
#pragma once
#include "rustcore.hpp"
#include "support/arguments.h"
#include "support/trace.h"

namespace caller {

// Runs main as task 1, and says the exit status.
template <class F> int run_core_program(int argc, char **argv, F main) {
  int status = rustcore::start(argc, argv, std::move(main));
  line("exit status %d", status);
  return status & 255;
}

// For a task that found a wrong result.
inline void wrong() {
  on_c([] { rust_set_exit_status(1); });
}

} // namespace caller

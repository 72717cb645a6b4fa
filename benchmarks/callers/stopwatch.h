// How the benchmark callers time a round.
#pragma once
#include "support/stacks.h"
#include <ctime>

namespace caller {

struct Round {
  double wall_ns, cpu_ns;
  long ops;
};

inline double read_clock(clockid_t clock) {
  return on_c([=] {
    timespec now;
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
  });
}

// Runs from its making to ops(). Native tasks stay on their thread once they run, so a thread's clock may be
// read before and after yields.
class Stopwatch {
public:
  explicit Stopwatch(clockid_t cpu_clock = CLOCK_THREAD_CPUTIME_ID)
      : cpu_clock_(cpu_clock), cpu_(read_clock(cpu_clock)), wall_(read_clock(CLOCK_MONOTONIC)) {}
  Round ops(long count) const {
    return {read_clock(CLOCK_MONOTONIC) - wall_, read_clock(cpu_clock_) - cpu_, count};
  }

private:
  clockid_t cpu_clock_;
  double cpu_, wall_;
};

} // namespace caller

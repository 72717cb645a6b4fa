// What a workload of the benchmark is, and the clocks it is measured with.
#pragma once
#include "caller.h"
#include <ctime>

namespace bench {

// The command line's, for all workloads.
struct Options {
  long n, tasks, alive, size, depth;
  bool child_signals, shim_once, on_c_stack;
};
extern Options options;

// One round of a workload. Bytes are resident memory that the operations hold together; 0 where that says
// nothing.
struct Round {
  double wall_ns, cpu_ns;
  long ops;
  double bytes = 0;
};

enum class Threads { one, two };

struct Workload {
  const char *name;
  Round (*run)(long n);
  long n;
  const char *operation;
  // Two: its tasks are to be on two threads.
  Threads threads = Threads::one;
};

// By file.
extern const std::vector<Workload> call_workloads, task_workloads, parked_workloads;

inline double read_clock(clockid_t clock) {
  return caller::on_c([=] {
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

} // namespace bench

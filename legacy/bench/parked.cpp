// Many tasks alive at a time: what they cost, and the memory they hold while they are all parked.
#include "workload.h"
#include <atomic>
#include <fstream>

using namespace caller;

namespace bench {
namespace {

// For the C stack. Resident memory and the page tables it needs.
double resident_bytes() {
  std::ifstream status("/proc/self/status");
  double kilobytes = 0;
  for (std::string text; std::getline(status, text);)
    if (text.rfind("VmRSS:", 0) == 0 || text.rfind("VmPTE:", 0) == 0)
      kilobytes += strtod(text.c_str() + 6, nullptr);
  return kilobytes * 1024;
}

// Changed by tasks of one thread, but read by all of them between yields.
std::atomic<long> parked, ended;

// As compiled code waited: through the C stack, which the task therefore keeps.
void park_on_c_stack() {
  parked++;
  wait_event();
  ended++;
}

// On the task's own stack; what no compiled code did, but what a task costs that holds no C stack.
void park_on_own_stack() {
  parked++;
  void *event;
  task_wait_event(self(), &event);
  ended++;
}

// Frames stay small here: this runs on stacks of any size, the smallest of 768 bytes included.
Round parked_tasks(long n) {
  parked = ended = 0;
  auto *tasks = on_c([=] { return new rust_task *[n]; });
  double bytes = on_c(resident_bytes);
  Stopwatch watch;
  for (long i = 0; i < n; i++) {
    tasks[i] = create();
    if (options.on_c_stack)
      start<park_on_c_stack>(tasks[i]);
    else
      start<park_on_own_stack>(tasks[i]);
  }
  while (parked < n)
    yield();
  bytes = on_c(resident_bytes) - bytes;
  for (long i = 0; i < n; i++)
    signal(tasks[i], 0L);
  while (ended < n)
    yield();
  Round round = watch.ops(n);
  round.bytes = bytes;
  on_c([=] { delete[] tasks; });
  return round;
}

} // namespace

const std::vector<Workload> parked_workloads = {
    {"parked", parked_tasks, 100000, "one task spawned, parked with all the others, woken and ended"},
};

} // namespace bench

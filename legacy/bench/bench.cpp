// Times the old API from inside tasks, in the way old callers used it: foreign functions through the C-stack
// shim, the runtime's own upcalls directly. The same binary runs on every librustrt.so.
//
//   bench                                      all figures in a table, beside those of the original runtime
//   bench yield n=1000000 rounds=5 warm_ms=200 one workload, a line a round
//
// A line: workload= threads= ns_per_op= (wall clock) cpu_ns_per_op= (of the measuring thread; of the process
// where two threads work) bytes_per_op= (where operations hold memory together) ops= round=. Single-thread
// figures are best read from cpu_ns_per_op on a machine that does other work.
#include "figures.h"
#include "workload.h"
#include <fcntl.h>

using namespace caller;

namespace bench {

Options options;

namespace {

const Workload *chosen;
long rounds, warm_ms;

void measure() {
  double warm_until = read_clock(CLOCK_MONOTONIC) + static_cast<double>(warm_ms) * 1e6;
  while (read_clock(CLOCK_MONOTONIC) < warm_until)
    chosen->run(std::max(options.n / 10, 1L));
  unsigned long threads = on_c([] { return rust_num_threads(); }) + (chosen->threads == Threads::two ? 1 : 0);
  for (long round = 0; round < rounds; round++) {
    Round result = chosen->run(options.n);
    auto ops = static_cast<double>(result.ops);
    on_c([&] {
      char held[40] = "";
      if (result.bytes != 0)
        snprintf(held, sizeof held, " bytes_per_op=%.1f", result.bytes / ops);
      line("workload=%s threads=%lu ns_per_op=%.1f cpu_ns_per_op=%.1f%s ops=%ld round=%ld", chosen->name,
           threads, result.wall_ns / ops, result.cpu_ns / ops, held, result.ops, round);
    });
  }
}

void discard_standard_error() {
  int nowhere = open("/dev/null", O_WRONLY);
  if (nowhere < 0 || dup2(nowhere, STDERR_FILENO) < 0) {
    perror("bench: /dev/null");
    exit(1);
  }
  close(nowhere);
}

} // namespace
} // namespace bench

int main(int argc, char **argv) {
  using namespace bench;
  std::string purpose =
      "bench [WORKLOAD] [NAME=VALUE...]: times the old API from inside tasks; without a workload: "
      "all figures beside the original's\n";
  std::string names;
  for (const auto *workloads : {&call_workloads, &task_workloads, &parked_workloads})
    for (const Workload &workload : *workloads) {
      purpose += std::string("\n  ") + workload.name + std::string(14 - strlen(workload.name), ' ') +
                 workload.operation;
      names += std::string(names.empty() ? "" : ", ") + workload.name;
      if (argc > 1 && !strcmp(argv[1], workload.name))
        chosen = &workload;
    }
  // A first word without a value is the workload's, the others are the arguments'.
  bool first_is_workload = argc > 1 && !strchr(argv[1], '=') && argv[1][0] != '-' && strcmp(argv[1], "help");
  if (first_is_workload && !chosen) {
    fprintf(stderr, "bench: '%s': expected a workload, one of %s\n", argv[1], names.c_str());
    return 2;
  }
  std::vector<char *> words(argv, argv + argc);
  if (chosen)
    words.erase(words.begin() + 1);
  Arguments arguments(
      static_cast<int>(words.size()), words.data(), purpose.c_str(),
      {{"n", "0", "operations a round; 0: as many as suit the workload"},
       {"rounds", "5", "rounds, a line each; without a workload: processes for each figure"},
       {"warm_ms", "0", "how long to run before the first round"},
       {"tasks", "2", "yield: tasks that yield; 1: the measuring task alone"},
       {"alive", "1000", "spawn_batch: tasks alive at a time"},
       {"size", "64", "malloc, exchange: bytes"},
       {"depth", "4", "fail, end: frames"},
       {"hold", "c", "parked: c: each task waits on a C stack, as compiled code did; own: on its own stack"},
       {"wait", "yield",
        "spawn: yield: the parent yields until the child ran; signal: it waits for an event"},
       {"shim", "each", "exchange: each: a C-stack call for each call, as old code did; once: one for all"}});
  rounds = arguments.number("rounds", 1);
  options.n = arguments.number("n");
  if (!chosen)
    return print_figures(rounds, options.n);
  if (options.n == 0)
    options.n = chosen->n;
  options.tasks = arguments.number("tasks", 1);
  options.alive = arguments.number("alive", 1);
  options.size = arguments.number("size");
  options.depth = arguments.number("depth", 1);
  options.on_c_stack = arguments.choice("hold", {"c", "own"}) == "c";
  options.child_signals = arguments.choice("wait", {"yield", "signal"}) == "signal";
  options.shim_once = arguments.choice("shim", {"each", "once"}) == "once";
  warm_ms = arguments.number("warm_ms");
  setenv("RUST_THREADS", "1", 0); // all workloads but event2 mean one thread
  if (!strcmp(chosen->name, "log"))
    discard_standard_error();
  return start_program<measure>(argc, argv);
}

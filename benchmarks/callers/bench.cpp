// Times the old API from inside tasks, in the way old callers used it: foreign functions through the C-stack
// shim, the runtime's own upcalls directly. The same binary runs on every backend; the harness runs it
// several times, in turn, and takes medians.
//
//   bench yield n=1000000 rounds=5 warm_ms=200
//
// One line a round: workload= threads= ns_per_op= (wall clock) cpu_ns_per_op= (of the measuring thread; of
// the process where two threads work) ops= round=. Single-thread figures are best read from cpu_ns_per_op on
// a machine that does other work.
#include "caller.h"
#include "stopwatch.h"
#include <atomic>
#include <fcntl.h>

using namespace caller;

namespace {

struct Options {
  long n, tasks, alive, size, depth;
  bool child_signals, shim_once, apart;
} options;

// ---- calls

Round call(long n) {
  Stopwatch watch;
  for (long i = 0; i < n; i++)
    rust_dbg_do_nothing();
  return watch.ops(n);
}

Round get_task(long n) {
  Stopwatch watch;
  for (long i = 0; i < n; i++)
    rust_get_task();
  return watch.ops(n);
}

Round shim(long n) {
  Stopwatch watch;
  for (long i = 0; i < n; i++)
    on_c([] {});
  return watch.ops(n);
}

// ---- yields: measured by one of the tasks, while the main task is parked

struct Yielders {
  long n;
  TaskRef home;
  std::atomic<long> left, turns{0}; // tasks that have not ended; yields of the partners
  std::atomic<bool> stop{false};
  Round round = {};

  void leave() {
    if (--left == 0)
      signal(home, 0L);
  }
};

void yielding_partner(Yielders *&all) {
  while (!all->stop.load(std::memory_order_relaxed)) {
    all->turns.store(all->turns.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
    yield();
  }
  all->leave();
}

void yielding_measurer(Yielders *&all) {
  for (int i = 0; i < 100; i++)
    yield(); // until all partners run
  long before = all->turns;
  Stopwatch watch;
  for (long i = 0; i < all->n; i++)
    yield();
  all->round = watch.ops(all->n + all->turns - before);
  all->stop = true;
  all->leave();
}

Round yields(long n) {
  Yielders all{n, TaskRef(self()), options.tasks};
  for (long i = 1; i < options.tasks; i++)
    spawn<yielding_partner>(&all);
  spawn<yielding_measurer>(&all);
  wait_event();
  return all.round;
}

// ---- events: a round trip is two signals and two waits

struct Players {
  long n;
  rust_task *home, *ping, *pong;
  Round round = {};
};

void pong(Players *&all) {
  for (long i = 0; i < all->n; i++) {
    wait_event();
    signal(all->ping, i);
  }
}

void ping(Players *&all) {
  clockid_t clock = options.apart ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_THREAD_CPUTIME_ID;
  Stopwatch watch(clock);
  for (long i = 0; i < all->n; i++) {
    signal(all->pong, i);
    wait_event();
  }
  all->round = watch.ops(all->n);
  signal(all->home, 0L);
}

Round event(long n) {
  // The second thread is that of another scheduler: where the tasks of one scheduler go is the runtime's
  // business.
  rust_task *second = options.apart ? create_in(on_c([] { return rust_new_sched(1); })) : create();
  Players all{n, self(), create(), second};
  TaskRef home(all.home), first(all.ping), other(all.pong);
  start<pong>(all.pong, &all);
  start<ping>(all.ping, &all);
  wait_event();
  return all.round;
}

// ---- spawn and exit

std::atomic<long> ended;

void child() {
  ended++;
}

void signalling_child(rust_task *&parent) {
  signal(parent, 0L);
}

Round spawn_one_at_a_time(long n) {
  ended = 0;
  TaskRef me(self());
  Stopwatch watch;
  for (long i = 0; i < n; i++) {
    if (options.child_signals) {
      spawn<signalling_child>(self());
      wait_event();
    } else {
      spawn<child>();
      while (ended <= i)
        yield();
    }
  }
  return watch.ops(n);
}

Round spawn_batches(long n) {
  ended = 0;
  Stopwatch watch;
  long spawned = 0;
  while (spawned < n) {
    for (long i = 0; i < options.alive; i++)
      spawn<child>();
    spawned += options.alive;
    while (ended < spawned)
      yield();
  }
  return watch.ops(spawned);
}

// ---- memory

Round local_heap(long n) {
  static type_desc description = {64, 8, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};
  auto size = static_cast<uintptr_t>(options.size);
  Stopwatch watch;
  for (long i = 0; i < n; i++)
    upcall_free(reinterpret_cast<void *>(upcall_malloc(&description, size)));
  return watch.ops(n);
}

Round exchange_heap(long n) {
  auto size = static_cast<size_t>(options.size);
  Stopwatch watch;
  if (options.shim_once)
    on_c([=] {
      for (long i = 0; i < n; i++)
        rust_uv_current_kernel_free(rust_uv_current_kernel_malloc(size));
    });
  else
    for (long i = 0; i < n; i++) {
      void *block = on_c([=] { return rust_uv_current_kernel_malloc(size); });
      on_c([=] { rust_uv_current_kernel_free(block); });
    }
  return watch.ops(n);
}

// ---- failure: a task whose destructors run while it fails, beside one that ends normally with the same
// frames

std::atomic<long> destroyed;

struct Guard {
  ~Guard() { destroyed.fetch_add(1, std::memory_order_relaxed); }
};

[[gnu::noinline]] void descend(long frames, bool failing) {
  Guard guard;
  if (frames > 1)
    descend(frames - 1, failing);
  else if (failing)
    upcall_fail(nullptr, nullptr, 0);
  asm volatile(""); // keeps each frame a frame
}

struct CountsItsEnd {
  bool failing;
  bool owner = true;
  explicit CountsItsEnd(bool failing) : failing(failing) {}
  CountsItsEnd(CountsItsEnd &&other) noexcept
      : failing(other.failing), owner(std::exchange(other.owner, false)) {}
  ~CountsItsEnd() { ended += owner; }
};

void descending_child(CountsItsEnd &me) {
  descend(options.depth, me.failing);
}

Round descending_tasks(long n, bool failing) {
  ended = destroyed = 0;
  Stopwatch watch;
  for (long i = 0; i < n; i++) {
    spawn<descending_child>(CountsItsEnd(failing));
    while (ended <= i)
      yield();
  }
  return watch.ops(n);
}

Round fail_tasks(long n) {
  return descending_tasks(n, true);
}

Round end_tasks(long n) {
  return descending_tasks(n, false);
}

// ---- logging, to nowhere

Round log_lines(long n) {
  static const char text[] = "a line of the length that log lines usually have";
  Stopwatch watch;
  for (long i = 0; i < n; i++)
    on_c([] { rust_log_str(1, text, sizeof text - 1); });
  return watch.ops(n);
}

// ---- the program

struct Workload {
  const char *name;
  Round (*run)(long n);
  long n;
  const char *operation;
  bool apart; // its tasks are to be on two threads
};

const Workload workloads[] = {
    {"call", call, 10000000, "one rust_dbg_do_nothing, called directly", false},
    {"get_task", get_task, 10000000, "one rust_get_task", false},
    {"shim", shim, 5000000, "one empty call on the C stack", false},
    {"yield", yields, 500000, "one yield of any of tasks= tasks on one thread", false},
    {"event", event, 200000, "one round trip of an event between two tasks of one thread", false},
    {"event2", event, 20000, "one round trip of an event between tasks of two threads", true},
    {"spawn", spawn_one_at_a_time, 100000, "one task spawned, run and ended, one at a time", false},
    {"spawn_batch", spawn_batches, 100000, "one task spawned, run and ended, alive= at a time", false},
    {"malloc", local_heap, 2000000, "one upcall_malloc and upcall_free of size= bytes", false},
    {"exchange", exchange_heap, 2000000, "one exchange malloc and free of size= bytes", false},
    {"fail", fail_tasks, 20000, "one task that fails depth= frames deep, each with a destructor", false},
    {"end", end_tasks, 20000, "the same task, ending normally", false},
    {"log", log_lines, 500000, "one line logged, to /dev/null", false},
};

const Workload *chosen;
long rounds, warm_ms;

void measure() {
  double warm_until = read_clock(CLOCK_MONOTONIC) + static_cast<double>(warm_ms) * 1e6;
  while (read_clock(CLOCK_MONOTONIC) < warm_until)
    chosen->run(std::max(options.n / 10, 1L));
  unsigned long threads = on_c([] { return rust_num_threads(); }) + (chosen->apart ? 1 : 0);
  for (long round = 0; round < rounds; round++) {
    Round result = chosen->run(options.n);
    auto ops = static_cast<double>(result.ops);
    say("workload=%s threads=%lu ns_per_op=%.1f cpu_ns_per_op=%.1f ops=%ld round=%ld", chosen->name, threads,
        result.wall_ns / ops, result.cpu_ns / ops, result.ops, round);
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

int main(int argc, char **argv) {
  std::string purpose = "bench WORKLOAD [NAME=VALUE...]: times the old API from inside tasks\n";
  std::string names;
  for (const Workload &workload : workloads) {
    purpose += std::string("\n  ") + workload.name + std::string(14 - strlen(workload.name), ' ') +
               workload.operation;
    names += std::string(names.empty() ? "" : ", ") + workload.name;
    if (argc > 1 && !strcmp(argv[1], workload.name))
      chosen = &workload;
  }
  // The first word is the workload's, the others are the arguments'.
  bool first_is_workload = chosen != nullptr;
  std::vector<char *> words(argv, argv + argc);
  if (first_is_workload)
    words.erase(words.begin() + 1);
  Arguments arguments(
      static_cast<int>(words.size()), words.data(), purpose.c_str(),
      {{"n", "0", "operations a round; 0: as many as suit the workload"},
       {"rounds", "5", "rounds, a line each"},
       {"warm_ms", "0", "how long to run before the first round"},
       {"tasks", "2", "yield: tasks that yield; 1: the measuring task alone"},
       {"alive", "1000", "spawn_batch: tasks alive at a time"},
       {"size", "64", "malloc, exchange: bytes"},
       {"depth", "4", "fail, end: frames"},
       {"wait", "yield",
        "spawn: yield: the parent yields until the child ran; signal: it waits for an event"},
       {"shim", "each", "exchange: each: a C-stack call for each call, as old code did; once: one for all"}});
  if (!chosen) {
    fprintf(stderr, "bench: '%s': expected a workload, one of %s\n", argc > 1 ? argv[1] : "", names.c_str());
    return 2;
  }
  options.n = arguments.number("n");
  if (options.n == 0)
    options.n = chosen->n;
  options.tasks = arguments.number("tasks", 1);
  options.alive = arguments.number("alive", 1);
  options.size = arguments.number("size");
  options.depth = arguments.number("depth", 1);
  options.child_signals = arguments.choice("wait", {"yield", "signal"}) == "signal";
  options.shim_once = arguments.choice("shim", {"each", "once"}) == "once";
  options.apart = chosen->apart;
  rounds = arguments.number("rounds", 1);
  warm_ms = arguments.number("warm_ms");
  setenv("RUST_THREADS", "1", 0); // all workloads but event2 mean one thread
  if (!strcmp(chosen->name, "log"))
    discard_standard_error();
  return start_program<measure>(argc, argv);
}

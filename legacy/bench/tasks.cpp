// What tasks do with each other: yields, events, spawns, ends and failures.
#include "workload.h"
#include <atomic>

using namespace caller;

namespace bench {
namespace {

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
  Threads threads;
  Round round = {};
};

// The last signal may still be under way when its receiver has gone on and all is over: hence a reference of
// its own, and no look at the others after it.
void pong(Players *&all) {
  long n = all->n;
  TaskRef partner(all->ping);
  for (long i = 0; i < n; i++) {
    wait_event();
    signal(partner, i);
  }
}

void ping(Players *&all) {
  Stopwatch watch(all->threads == Threads::two ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_THREAD_CPUTIME_ID);
  for (long i = 0; i < all->n; i++) {
    signal(all->pong, i);
    wait_event();
  }
  all->round = watch.ops(all->n);
  signal(all->home, 0L);
}

Round event_round_trips(long n, Threads threads) {
  // The second thread is that of another scheduler: where the tasks of one scheduler go is the runtime's
  // business.
  rust_task *second = threads == Threads::two ? create_in(on_c([] { return rust_new_sched(1); })) : create();
  Players all{n, self(), create(), second, threads};
  TaskRef home(all.home), first(all.ping), other(all.pong);
  start<pong>(all.pong, &all);
  start<ping>(all.ping, &all);
  wait_event();
  return all.round;
}

Round event(long n) {
  return event_round_trips(n, Threads::one);
}

Round event_across(long n) {
  return event_round_trips(n, Threads::two);
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

} // namespace

const std::vector<Workload> task_workloads = {
    {"yield", yields, 500000, "one yield of any of tasks= tasks on one thread"},
    {"event", event, 200000, "one round trip of an event between two tasks of one thread"},
    {"event2", event_across, 20000, "one round trip of an event between tasks of two threads", Threads::two},
    {"spawn", spawn_one_at_a_time, 100000, "one task spawned, run and ended, one at a time"},
    {"spawn_batch", spawn_batches, 100000, "one task spawned, run and ended, alive= at a time"},
    {"fail", fail_tasks, 20000, "one task that fails depth= frames deep, each with a destructor"},
    {"end", end_tasks, 20000, "the same task, ending normally"},
};

} // namespace bench

// Stress for what must hold of stacks and tasks (docs/design.md section 3), on millions of switches: every
// task keeps its frames, registers and floating-point values over each park; whatever is constructed is
// destroyed, whatever is spawned ends, whatever is allocated is freed, whatever is signalled arrives. It
// stands for no old program; it is every old program at once.
//
// One summary line on standard output; a message and a non-zero status on the first violation (1) or wrong
// argument (2). Built twice: as the program storm and as libstorm.so, whose storm_main a .NET process may
// call any number of times.
#include "storm/counted.h"
#include <pthread.h>

using namespace storm;

namespace {

long rounds, tasks, depth;

// rounds turns of each task, on both of its stacks and nested.
void yielder(long seed) {
  Guard guard;
  for (long i = 0; i < rounds; i++) {
    if (i % 16 == 7)
      checked_yield_on_c(seed + i);
    else if (i % 16 == 15)
      on_c([=] { on_rust([=] { checked_yield(seed - i); }); });
    else
      checked_yield(seed + i);
  }
}

void yield_storm() {
  for (long i = 0; i < tasks; i++)
    storm_spawn(yielder, i);
  wait_until_ended(tasks);
}

// Pairs of tasks that send each other numbers; none may be lost and none overtaken.
struct Partner {
  TaskRef other;
  bool first;
  Guard guard;
  Partner(TaskRef other, bool first) : other(std::move(other)), first(first) {}
  Partner(Partner &&from) noexcept : other(std::move(from.other)), first(from.first) {}
};

void partner(Partner &me) {
  auto send = [&](long i) {
    signal(me.other, i);
    ledger.signalled++;
  };
  if (me.first)
    send(1);
  for (long i = 1; i <= rounds; i++) {
    Held(i).over([&] {
      Event event = wait_event();
      expect(event.number() == i, "an event was lost or overtaken", event.number(), i);
    });
    ledger.received++;
    if (me.first ? i < rounds : true)
      send(me.first ? i + 1 : i);
  }
  ledger.ended++;
}

void event_storm() {
  for (long i = 0; i < tasks / 2; i++) {
    rust_task *one = create(), *two = create();
    TaskRef to_one(one), to_two(two);
    ledger.spawned += 2;
    start<partner>(two, Partner(std::move(to_one), false));
    start<partner>(one, Partner(std::move(to_two), true));
  }
  wait_until_ended(ledger.spawned);
}

// Tasks that end in every way, with everything left to the runtime: managed boxes whose drop glue parks,
// task-local data whose cleanup parks, spawns and waits, an annihilator that allocates, yields and spawns.
struct Leaf {
  Block block{40};
  Guard guard;
  long seed;
  explicit Leaf(long seed) : seed(seed) {}
  Leaf(Leaf &&other) noexcept : block(std::move(other.block)), seed(other.seed) {}
  ~Leaf() { checked_yield(seed); }
};

void helper(long seed) {
  checked_yield(seed);
}

struct Question {
  long seed;
  Chan<long> answer;
};

void answer(Question &question) {
  checked_yield(question.seed);
  question.answer.send(question.seed + 1);
  ledger.ended++;
}

// Asks another task, parked until its answer is there; possible wherever the Rust stack is.
void ask(long seed) {
  auto [port, chan] = oneshot<long>();
  ledger.spawned++;
  spawn<answer>({seed, std::move(chan)});
  Held(seed).over([&, &port = port] {
    long got = port.receive().value_or(-1);
    expect(got == seed + 1, "a helper's answer", got, seed + 1);
  });
}

void cleanup(void *data) {
  on_rust([seed = reinterpret_cast<long>(data)] {
    Block block(100);
    checked_yield(seed);
    ask(seed);
    ledger.cleanups++;
  });
}

void fall(long seed, long frames) {
  Guard guard(frames % 3 == 1);
  Block block(32);
  if (frames > 0)
    fall(seed, frames - 1);
  else
    upcall_fail(nullptr, nullptr, 0);
}

void leaver(long seed) {
  Guard guard;
  rust_set_task_local_data(self(), reinterpret_cast<void *>(seed));
  rust_task_local_data_atexit(self(), &cleanup);
  Leaf *kept = managed(Leaf(seed)), *freed = managed(Leaf(seed));
  checked_yield(seed);
  expect(kept->seed == seed, "a managed box", kept->seed, seed);
  free_managed(freed);
  if (seed % 2) {
    ledger.failures++;
    fall(seed, seed % depth);
  }
}

void annihilate_in_storm() {
  long freed = free_managed_boxes();
  if (freed == 0)
    return; // a helper's or the main task's: they would spawn helpers without end
  ledger.annihilated += freed;
  Block block(64);
  managed(Leaf(freed));
  checked_yield(freed);
  storm_spawn(helper, freed);
  ask(freed);
  free_managed_boxes();
}

void end_storm() {
  spawn_all(leaver, rounds, tasks);
}

// Failures that cross many frames, parking in destructors on the way.
void faller(long seed) {
  ledger.failures++;
  fall(seed, depth);
}

void fail_storm() {
  spawn_all(faller, rounds, tasks);
}

// Tasks killed while they wait, yield, hold a C stack, or have not run yet.
struct Victim {
  long seed;
  std::atomic<long> *ready;
  Guard guard;
  Victim(long seed, std::atomic<long> *ready) : seed(seed), ready(ready) {}
  Victim(Victim &&other) noexcept : seed(other.seed), ready(other.ready) {}
};

void victim(Victim &me) {
  Guard guard(true);
  ledger.failures++;
  (*me.ready)++;
  bool killed = false;
  switch (me.seed % 3) {
  case 0:
    Held(me.seed).over([&] { killed = wait_event().killed; });
    break;
  case 1:
    while (!killed)
      Held(me.seed).over([&] { killed = yield(); });
    break;
  case 2:
    while (!killed)
      on_c([&] { Held(me.seed).over([&] { killed = rust_task_yield(rust_get_task(), nullptr); }); });
    break;
  }
  ledger.ended++;
  expect(killed, "a wait that nobody signals ended without a kill");
  fail();
}

void kill_storm() {
  std::atomic<long> ready{0};
  for (long i = 0; i < rounds; i++) {
    rust_task *task = create();
    TaskRef reference(task);
    ledger.spawned++;
    if (i % 7 == 0)
      kill(task);
    start<victim>(task, Victim(i, &ready));
    if (i % 7 != 0) {
      for (long k = 0; k < i % 5 || (i % 2 && ready < i + 1); k++)
        checked_yield(i);
      kill(task);
    }
    while (ledger.ended < i + 1)
      checked_yield(i);
  }
}

// Spawning trees: tasks that spawn while others end, on every thread there is.
void branch(long levels) {
  Guard guard;
  Block block(48);
  if (levels > 0)
    for (int i = 0; i < 2; i++)
      storm_spawn(branch, levels - 1);
  checked_yield(levels);
}

void spawn_storm() {
  long levels = 0;
  while (2L << levels < tasks)
    levels++;
  for (long i = 0; i < rounds; i++) {
    storm_spawn(branch, levels);
    wait_until_ended(ledger.spawned);
  }
}

// Events from a thread that the runtime did not make. The thread sends the next number once the last has
// arrived.
struct Foreign {
  rust_task *target;
  std::atomic<long> arrived{0};
};

void *send_from_outside(void *data) {
  auto *foreign = static_cast<Foreign *>(data);
  for (long i = 1; i <= rounds; i++) {
    ledger.signalled++;
    task_signal_event(foreign->target, reinterpret_cast<void *>(i));
    while (foreign->arrived.load(std::memory_order_acquire) < i)
      sched_yield();
  }
  return nullptr;
}

void foreign_storm() {
  for (long i = 0; i < 3; i++)
    storm_spawn(yielder, i);
  Foreign foreign{self()};
  pthread_t thread;
  on_c([&] { expect(pthread_create(&thread, nullptr, send_from_outside, &foreign) == 0, "pthread_create"); });
  for (long i = 1; i <= rounds; i++) {
    Held(i).over([&] {
      Event event = wait_event();
      expect(event.number() == i, "an event of a foreign thread", event.number(), i);
    });
    ledger.received++;
    foreign.arrived.store(i, std::memory_order_release);
  }
  on_c([&] { pthread_join(thread, nullptr); });
  wait_until_ended(ledger.spawned);
}

// Everything at once.
void mixed(long seed) {
  switch (seed % 4) {
  case 0:
    leaver(seed);
    break;
  case 1:
    faller(seed);
    break;
  case 2:
    ask(seed);
    break;
  case 3:
    branch(2);
    break;
  }
}

void mixed_storm() {
  for (long i = 0; i < 4; i++)
    storm_spawn(yielder, i);
  spawn_all(mixed, rounds, tasks);
}

struct Mode {
  const char *name;
  int (*start)(int, char **, Crate &);
};

template <auto Body> int start_mode(int argc, char **argv, Crate &crate) {
  return start_program<Body>(argc, argv, crate);
}

const Mode modes[] = {{"yield", start_mode<yield_storm>},     {"event", start_mode<event_storm>},
                      {"end", start_mode<end_storm>},         {"fail", start_mode<fail_storm>},
                      {"kill", start_mode<kill_storm>},       {"spawn", start_mode<spawn_storm>},
                      {"foreign", start_mode<foreign_storm>}, {"mixed", start_mode<mixed_storm>}};

int balance(const char *mode, int status) {
  expect(status == 0, "exit status", status, 0);
  expect(ledger.constructed == ledger.destroyed, "guards destroyed", ledger.destroyed, ledger.constructed);
  expect(ledger.spawned == ledger.ended, "tasks ended", ledger.ended, ledger.spawned);
  expect(ledger.allocated == ledger.freed, "exchange blocks freed", ledger.freed, ledger.allocated);
  expect(ledger.signalled == ledger.received, "events received", ledger.received, ledger.signalled);
  auto left = static_cast<long>(*rust_get_exchange_count_ptr());
  expect(left == 0, "exchange count at the end", left, 0);
  line("storm %s: parks %ld, tasks %ld, guards %ld, blocks %ld, events %ld, failures %ld, cleanups %ld, "
       "boxes annihilated %ld",
       mode, ledger.parks.load(), ledger.ended.load(), ledger.destroyed.load(), ledger.freed.load(),
       ledger.received.load(), ledger.failures.load(), ledger.cleanups.load(), ledger.annihilated.load());
  return 0;
}

} // namespace

extern "C" __attribute__((visibility("default"))) int storm_main(int argc, char **argv) {
  Arguments arguments(argc, argv,
                      "stress for stacks and tasks; says what it counted, or what did not balance",
                      {{"mode", "mixed", "yield, event, end, fail, kill, spawn, foreign or mixed"},
                       {"rounds", "1000", "turns, round trips or tasks, by mode"},
                       {"tasks", "64", "tasks alive at a time"},
                       {"depth", "12", "frames that a failure crosses"}});
  std::vector<std::string> names;
  for (const Mode &mode : modes)
    names.push_back(mode.name);
  std::string chosen = arguments.choice("mode", names);
  rounds = arguments.number("rounds", 1);
  tasks = arguments.number("tasks", 2);
  depth = arguments.number("depth", 1);
  ledger.reset();
  static Crate crate;
  crate.annihilator = &annihilate_in_storm;
  for (const Mode &mode : modes)
    if (chosen == mode.name)
      return balance(mode.name, mode.start(argc, argv, crate));
  return 2; // choice() lets only the names of modes through
}

#ifndef STORM_LIBRARY
int main(int argc, char **argv) {
  return storm_main(argc, argv);
}
#endif

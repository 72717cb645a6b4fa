// Stress for what must hold of stacks and tasks (docs/design.md section 3), on millions of switches: every
// task keeps its frames, registers and floating-point values over each park; whatever is constructed is
// destroyed, whatever is spawned ends, whatever is allocated is freed, whatever is signalled arrives. It
// stands for no old program; it is every old program at once.
//
// One summary line on standard output; a message and a non-zero status on the first violation (1) or wrong
// argument (2). Built twice: as the program storm and as libstorm.so, whose storm_main a .NET process may
// call any number of times.
#include "storm/endings.h"
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
  count_thread();
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
  count_thread();
  Guard guard(true);
  if (me.seed % 4 == 1)
    clean_up_at_the_end(me.seed);
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

// Parks far down on both stacks: most of the Rust stack below RUST_MIN_STACK=262144 and most of a C stack are
// in use.
void dig(long seed, long frames) {
  volatile long page[128];
  for (volatile long &word : page)
    word = seed + frames;
  if (frames > 0)
    dig(seed, frames - 1);
  else
    on_c([=] {
      volatile char far[600 * 1024];
      for (size_t i = 0; i < sizeof far; i += 1024)
        far[i] = static_cast<char>(seed + static_cast<long>(i / 1024));
      Held(seed).over([] { rust_task_yield(rust_get_task(), nullptr); });
      on_rust([=] { ask(seed); });
      for (size_t i = 0; i < sizeof far; i += 1024)
        expect(far[i] == static_cast<char>(seed + static_cast<long>(i / 1024)),
               "a frame far down the C stack changed", far[i], seed);
    });
  for (long i = 0; i < 128; i++)
    expect(page[i] == seed + frames, "a frame far down the Rust stack changed", page[i], seed + frames);
}

void digger(long seed) {
  dig(seed, 120 + seed % 40);
}

void deep_storm() {
  spawn_all(digger, rounds, std::min(tasks, 8L));
}

// Schedulers that come and go, each with a few tasks that ask one another and one on the platform scheduler.
// All tasks of a scheduler are made before the first starts: a scheduler ends with its last task.
void visitor(Job &job) {
  count_thread();
  checked_yield(job.seed);
  ask(job.seed);
}

void scheduler_storm() {
  for (long i = 0; i < rounds; i++) {
    rust_sched_id id = on_c([=] { return rust_new_sched(1 + i % 3); });
    std::vector<rust_task *> made;
    for (long k = 0; k <= i % 4; k++)
      made.push_back(create_in(id));
    made.push_back(create_in(on_c([] { return rust_osmain_sched_id(); })));
    for (rust_task *task : made) {
      expect(task != nullptr, "a scheduler without tasks went away");
      ledger.spawned++;
      start<visitor>(task, Job(nullptr, i));
    }
    while (running() >= tasks)
      checked_yield(i);
  }
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

const Mode modes[] = {{"yield", start_mode<yield_storm>},
                      {"event", start_mode<event_storm>},
                      {"end", start_mode<end_storm>},
                      {"fail", start_mode<fail_storm>},
                      {"kill", start_mode<kill_storm>},
                      {"spawn", start_mode<spawn_storm>},
                      {"foreign", start_mode<foreign_storm>},
                      {"deep", start_mode<deep_storm>},
                      {"schedulers", start_mode<scheduler_storm>},
                      {"mixed", start_mode<mixed_storm>}};

int balance(const char *mode, int status) {
  expect(status == 0, "exit status", status, 0);
  expect(ledger.constructed == ledger.destroyed, "guards destroyed", ledger.destroyed, ledger.constructed);
  expect(ledger.spawned == ledger.ended, "tasks ended", ledger.ended, ledger.spawned);
  expect(ledger.allocated == ledger.freed, "exchange blocks freed", ledger.freed, ledger.allocated);
  expect(ledger.signalled == ledger.received, "events received", ledger.received, ledger.signalled);
  auto left = static_cast<long>(*rust_get_exchange_count_ptr());
  expect(left == 0, "exchange count at the end", left, 0);
  line("storm %s: parks %ld, threads %ld, tasks %ld, guards %ld, blocks %ld, events %ld, failures %ld, "
       "cleanups %ld, "
       "boxes annihilated %ld",
       mode, ledger.parks.load(), ledger.threads.load(), ledger.ended.load(), ledger.destroyed.load(),
       ledger.freed.load(), ledger.received.load(), ledger.failures.load(), ledger.cleanups.load(),
       ledger.annihilated.load());
  return 0;
}

} // namespace

extern "C" __attribute__((visibility("default"))) int storm_main(int argc, char **argv) {
  Arguments arguments(
      argc, argv, "stress for stacks and tasks; says what it counted, or what did not balance",
      {{"mode", "mixed", "yield, event, end, fail, kill, spawn, foreign, deep, schedulers or mixed"},
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

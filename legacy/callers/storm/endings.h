// Ways for a task to end that leave work to the runtime: managed boxes whose drop glue parks, task-local data
// whose cleanup parks, spawns and waits, destructors that park while a failure unwinds, an annihilator that
// allocates, yields and spawns.
#pragma once
#include "counted.h"

namespace storm {

struct Leaf {
  Block block{40};
  Guard guard;
  long seed;
  explicit Leaf(long seed) : seed(seed) {}
  Leaf(Leaf &&other) noexcept : block(std::move(other.block)), seed(other.seed) {}
  ~Leaf() { checked_yield(seed); }
};

inline void helper(long seed) {
  checked_yield(seed);
}

struct Question {
  long seed;
  Chan<long> answer;
};

inline void answer(Question &question) {
  checked_yield(question.seed);
  question.answer.send(question.seed + 1);
  ledger.ended++;
}

// Asks another task, parked until its answer is there; possible wherever the Rust stack is.
inline void ask(long seed) {
  auto [port, chan] = oneshot<long>();
  ledger.spawned++;
  spawn<answer>({seed, std::move(chan)});
  Held(seed).over([&, &port = port] {
    long got = port.receive().value_or(-1);
    expect(got == seed + 1, "a helper's answer", got, seed + 1);
  });
}

// Shielded, as the core library's was: a killed task's cleanup must not fail.
inline void cleanup(void *data) {
  on_rust([seed = reinterpret_cast<long>(data)] {
    rust_task_inhibit_kill(self());
    Block block(100);
    checked_yield(seed);
    ask(seed);
    ledger.cleanups++;
    rust_task_allow_kill(self());
  });
}

inline void clean_up_at_the_end(long seed) {
  rust_set_task_local_data(self(), reinterpret_cast<void *>(seed));
  rust_task_local_data_atexit(self(), &cleanup);
}

// Waits for another task in its destructor, which runs while a failure unwinds.
struct AskingGuard {
  long seed;
  ~AskingGuard() { ask(seed); }
};

inline void fall_further(long seed, long frames);

inline void fall(long seed, long frames) {
  Guard guard(frames % 3 == 1);
  Block block(32);
  if (frames % 5 == 2) {
    AskingGuard asks{seed};
    fall_further(seed, frames);
  } else {
    fall_further(seed, frames);
  }
}

inline void fall_further(long seed, long frames) {
  if (frames > 0)
    fall(seed, frames - 1);
  else
    upcall_fail(nullptr, nullptr, 0);
}

inline void leaver(long seed) {
  Guard guard;
  clean_up_at_the_end(seed);
  Leaf *kept = managed(Leaf(seed)), *freed = managed(Leaf(seed));
  checked_yield(seed);
  expect(kept->seed == seed, "a managed box", kept->seed, seed);
  free_managed(freed);
  if (seed % 2) {
    ledger.failures++;
    fall(seed, seed % 12);
  }
}

inline void annihilate_in_storm() {
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

} // namespace storm

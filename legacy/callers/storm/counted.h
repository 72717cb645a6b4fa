// Objects, exchange blocks and tasks that the ledger counts.
#pragma once
#include "parks.h"

namespace storm {

class Guard {
public:
  explicit Guard(bool parks = false) : parks_(parks) { ledger.constructed++; }
  Guard(const Guard &) = delete;
  ~Guard() {
    if (parks_)
      checked_yield(77);
    ledger.destroyed++;
  }

private:
  bool parks_;
};

// An exchange block for as long as this lives.
class Block {
public:
  explicit Block(size_t size)
      : memory_(on_c([=] { return static_cast<char *>(rust_uv_current_kernel_malloc(size)); })), size_(size) {
    ledger.allocated++;
    for (size_t i = 0; i < size; i++)
      expect(memory_[i] == 0, "a fresh exchange block is not zero", memory_[i], 0);
    memset(memory_, 0x5a, size);
  }
  Block(Block &&other) noexcept : memory_(std::exchange(other.memory_, nullptr)), size_(other.size_) {}
  ~Block() {
    if (!memory_)
      return;
    for (size_t i = 0; i < size_; i++)
      expect(memory_[i] == 0x5a, "an exchange block changed", memory_[i], 0x5a);
    on_c([this] { rust_uv_current_kernel_free(memory_); });
    ledger.freed++;
  }

private:
  char *memory_;
  size_t size_;
};

// Every task of a storm runs through run_job: its end is counted by the drop of its environment, which
// happens however it ends.
struct Job {
  void (*body)(long seed);
  long seed;
  Guard *ended = new Guard;
  Job(void (*body)(long), long seed) : body(body), seed(seed) {}
  Job(Job &&other) noexcept
      : body(other.body), seed(other.seed), ended(std::exchange(other.ended, nullptr)) {}
  ~Job() {
    if (ended) {
      delete ended;
      ledger.ended++;
    }
  }
};

inline void run_job(Job &job) {
  count_thread();
  job.body(job.seed);
}

inline void storm_spawn(void (*body)(long), long seed) {
  ledger.spawned++;
  spawn<run_job>(Job(body, seed));
}

inline void wait_until_ended(long count) {
  while (ledger.ended < count)
    checked_yield(1);
}

inline long running() {
  return ledger.spawned - ledger.ended;
}

// Spawns count tasks, at most so many of them at a time, and waits for the last.
inline void spawn_all(void (*body)(long), long count, long at_a_time) {
  for (long i = 0; i < count; i++) {
    while (running() >= at_a_time)
      checked_yield(2);
    storm_spawn(body, i);
  }
  wait_until_ended(ledger.spawned);
}

} // namespace storm

// What a storm counts, all of which must balance at its end, and what it does when something does not hold.
#pragma once
#include "../caller.h"
#include <atomic>

namespace storm {

using namespace caller;

struct Ledger {
  std::atomic<long> constructed{0}, destroyed{0};
  std::atomic<long> spawned{0}, ended{0};
  std::atomic<long> allocated{0}, freed{0};
  std::atomic<long> signalled{0}, received{0};
  std::atomic<long> failures{0}, cleanups{0}, annihilated{0}, parks{0};
  std::atomic<long> threads{0}; // that began tasks
  long storm = 0;               // number of this storm in the process

  void reset() {
    for (auto *count : {&constructed, &destroyed, &spawned, &ended, &allocated, &freed, &signalled, &received,
                        &failures, &cleanups, &annihilated, &parks, &threads})
      *count = 0;
    storm++;
  }
};

inline Ledger ledger;

// Counts the calling thread, once a storm.
inline void count_thread() {
  thread_local long counted_in = 0;
  if (std::exchange(counted_in, ledger.storm) != ledger.storm)
    ledger.threads++;
}

[[noreturn]] inline void violation(const char *what, long value, long wanted) {
  fprintf(stderr, "storm: %s: %ld, expected %ld\n", what, value, wanted);
  _exit(1);
}

inline void expect(bool holds, const char *what, long value = 0, long wanted = 0) {
  if (!holds)
    violation(what, value, wanted);
}

} // namespace storm

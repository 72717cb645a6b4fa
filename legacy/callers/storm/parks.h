// Parks, each checked: what a task holds must be the same after it.
#pragma once
#include "ledger.h"

namespace storm {

// What a frame holds over a park: a pattern in memory, values in callee-saved registers and a floating-point
// value. A frame or register of another task's would show here.
class Held {
public:
  explicit Held(long seed) : seed_(seed) {
    for (size_t i = 0; i < words; i++)
      memory_[i] = pattern(i);
  }
  template <class Park> void over(Park &&park) {
    long a = seed_ * 3, b = seed_ * 5, c = seed_ * 7;
    double x = static_cast<double>(seed_) * 0.5;
    asm volatile("" : "+r"(a), "+r"(b), "+r"(c), "+x"(x));
    ledger.parks.fetch_add(1, std::memory_order_relaxed);
    park();
    asm volatile("" : "+r"(a), "+r"(b), "+r"(c), "+x"(x));
    expect(a == seed_ * 3 && b == seed_ * 5 && c == seed_ * 7, "a register changed over a park", a,
           seed_ * 3);
    expect(x == static_cast<double>(seed_) * 0.5, "a floating-point value changed over a park",
           static_cast<long>(x), seed_);
    for (size_t i = 0; i < words; i++)
      expect(memory_[i] == pattern(i), "a frame changed over a park", memory_[i], pattern(i));
  }

private:
  static constexpr size_t words = 24;
  long pattern(size_t i) const { return seed_ * 1000003 + static_cast<long>(i); }
  long seed_;
  volatile long memory_[words];
};

inline void checked_yield(long seed) {
  Held(seed).over([] { yield(); });
}

// A yield from the C stack: the task keeps its C stack while it is parked.
inline void checked_yield_on_c(long seed) {
  on_c([=] { Held(seed).over([] { rust_task_yield(rust_get_task(), nullptr); }); });
}

} // namespace storm

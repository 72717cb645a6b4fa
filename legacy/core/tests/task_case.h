// What the cases of tasks share: bodies whose end can be seen, waits that a kill does not end.
#ifndef RUSTCORE_TESTS_TASK_CASE_H
#define RUSTCORE_TESTS_TASK_CASE_H
#include "core_case.h"
#include "rustcore.hpp"

namespace task_case {

using namespace rustcore;

// A body, or what it owns, that counts its end: dropped with the closure, after the body, also when it failed
// or never ran.
class ending {
    std::atomic<int> *_count;

public:
    explicit ending(std::atomic<int> &count) : _count(&count) {}
    ending(ending &&other) noexcept : _count(std::exchange(other._count, nullptr)) {}
    ~ending() {
        if (_count) ++*_count;
    }
};

// Yields, whether killed or not, until so many.
inline void await(const std::atomic<int> &count, int least = 1) {
    while (count.load() < least) harness::yield();
}
// Waits for a message that never comes: until killed.
inline void wait_to_be_killed() {
    auto [port, chan] = stream<int>();
    port.recv();
}
// Yields until killed, then fails.
inline void spin() {
    for (;;) yield();
}
inline bool killed() {
    return harness::yield();
}

inline const char *place = "case";
[[noreturn]] inline void give_up(const char *text) {
    fail(text, place, 1);
}

inline uintptr_t exchange_count() {
    return __atomic_load_n(rust_get_exchange_count_ptr(), __ATOMIC_SEQ_CST);
}

} // namespace task_case
using namespace task_case;

#endif

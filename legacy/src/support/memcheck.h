// Tells valgrind about stacks it cannot see. Without this every switch looks to it like one huge step on one
// stack, and everything between the two for memory that must not be touched. Costs a few instructions that do
// nothing outside of valgrind; empty where its header was not there when this was built.
#ifndef LEGACY_SUPPORT_MEMCHECK_H
#define LEGACY_SUPPORT_MEMCHECK_H
#include <cstdint>
#ifdef RUSTRT_VALGRIND
#include <valgrind/valgrind.h>
#endif

namespace legacy::memcheck {

// The id under which it is forgotten again; 0 outside of valgrind.
inline uint32_t register_stack(const void *low, uintptr_t high) {
#ifdef RUSTRT_VALGRIND
    return static_cast<uint32_t>(VALGRIND_STACK_REGISTER(low, reinterpret_cast<const void *>(high - 1)));
#else
    (void)low, (void)high;
    return 0;
#endif
}

inline void forget_stack(uint32_t id) {
#ifdef RUSTRT_VALGRIND
    VALGRIND_STACK_DEREGISTER(id);
#else
    (void)id;
#endif
}

} // namespace legacy::memcheck
#endif

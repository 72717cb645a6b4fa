// The stack-limit word, %fs:112: the lowest address that code on a Rust stack may use, 0 on every other
// stack. Compiled code compares its stack pointer with it; the runtime finds the current task by it.
#ifndef LEGACY_STACKS_LIMIT_WORD_H
#define LEGACY_STACKS_LIMIT_WORD_H
#include <cstdint>

namespace legacy::limit_word {

inline uintptr_t get() {
    uintptr_t limit;
    asm volatile("movq %%fs:112, %0" : "=r"(limit));
    return limit;
}

inline void set(uintptr_t limit) {
    asm volatile("movq %0, %%fs:112" : : "r"(limit));
}

} // namespace legacy::limit_word
#endif

// The two ways of changing stacks, in switch.S.
#ifndef LEGACY_STACKS_SWITCH_H
#define LEGACY_STACKS_SWITCH_H
#include <cstdint>

namespace legacy {

// Saved registers of a suspended context; the order is known to switch.S and, in a task block, to callers.
enum saved_register {
    saved_rbx,
    saved_rsp,
    saved_rbp,
    saved_rdi,
    saved_r12,
    saved_r13,
    saved_r14,
    saved_r15,
    saved_xmm,
    saved_rip = saved_xmm + 12,
    saved_words = 22,
    saved_next = 22
};

} // namespace legacy

extern "C" {
// Saves the running context in save and continues the one in load. The floating-point control state is not
// part of it.
__attribute__((visibility("hidden"))) void rustrt_swap(uint64_t *save, uint64_t *load);
// The same; first stores the stack pointer under which the caller may be built upon, 16-aligned, in
// *published.
__attribute__((visibility("hidden"))) void rustrt_enter_task(uint64_t *save, uint64_t *load,
                                                             void **published);
// fn(arg) on the stack that ends at sp (16-aligned). The stack pointer left behind is stored in *left.
// Failures unwind through it. Debuggers accept a jump to a lower stack only below a function of this name.
__attribute__((visibility("hidden"))) void __morestack(void *arg, void *fn, uintptr_t sp, uintptr_t *left);
}
#endif

#include "stacks/c_stacks.h"
#include "router/binding.h"
#include <cassert>
#include <utility>

namespace legacy::c_stacks {
namespace {

// In static storage of the thread: every call through the C stack comes here twice.
__attribute__((tls_model("initial-exec"))) thread_local stk_seg *cached, *extra;

stk_seg *create() {
    auto *stack = static_cast<stk_seg *>(in_use.exchange->allocate(sizeof(stk_seg) + c_stack_size, 0));
    initialise(stack, c_stack_size, nullptr);
    return stack;
}

void free(stk_seg *stack) {
    retire(stack);
    in_use.exchange->free(stack);
}

} // namespace

void begin_thread() {
    cached = extra = nullptr;
}

void end_thread() {
    if (cached) free(std::exchange(cached, nullptr));
}

void prepare() {
    if (!cached) cached = create();
}

stk_seg *borrow() {
    if (extra) return std::exchange(extra, nullptr);
    stk_seg *cached_c_stack = std::exchange(cached, nullptr);
    assert(cached_c_stack);
    return cached_c_stack;
}

bool give_back(stk_seg *stack) {
    if (!cached) {
        cached = stack;
        return false;
    }
    assert(!extra);
    extra = stack;
    return true;
}

void free_extra() {
    if (extra) free(std::exchange(extra, nullptr));
}

} // namespace legacy::c_stacks

#include "stacks/c_stacks.h"
#include "router/binding.h"
#include <utility>

namespace legacy::c_stacks {
namespace {

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

void free_extra() {
    if (extra) free(std::exchange(extra, nullptr));
}

} // namespace legacy::c_stacks

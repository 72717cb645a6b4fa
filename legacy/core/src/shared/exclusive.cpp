#include "shared/shared_block.h"
#include "tasks/failure.h"

namespace {

core::shared_block &block(rustcore_exclusive *x) {
    return *reinterpret_cast<core::shared_block *>(x);
}

} // namespace

rustcore_exclusive *rustcore_exclusive_new(const type_desc *type, void *value) {
    core::shared_block *made = core::shared_block::make(type, value);
    made->lock.emplace();
    return reinterpret_cast<rustcore_exclusive *>(made);
}

rustcore_exclusive *rustcore_exclusive_clone(rustcore_exclusive *x) {
    block(x).retain();
    return x;
}

void rustcore_exclusive_drop(rustcore_exclusive *x) {
    block(x).release();
}

void rustcore_exclusive_with(rustcore_exclusive *x, void (*f)(void *data, void *env), void *env) {
    core::shared_block &data = block(x);
    core::locked section(*data.lock);
    if (data.poisoned) core::fail("poisoned exclusive: a task failed inside");
    data.poisoned = true; // unless f returns
    f(data.value(), env);
    data.poisoned = false;
}

void rustcore_exclusive_unwrap(rustcore_exclusive *x, void *out) {
    block(x).unwrap(out);
}

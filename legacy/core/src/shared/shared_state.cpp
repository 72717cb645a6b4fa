#include "shared/shared_block.h"

namespace {

core::shared_block &block(rustcore_shared_state *state) {
    return *reinterpret_cast<core::shared_block *>(state);
}

} // namespace

rustcore_shared_state *rustcore_shared_state_new(const type_desc *type, void *value) {
    return reinterpret_cast<rustcore_shared_state *>(core::shared_block::make(type, value));
}

rustcore_shared_state *rustcore_shared_state_clone(rustcore_shared_state *state) {
    block(state).retain();
    return state;
}

void *rustcore_shared_state_get(rustcore_shared_state *state) {
    return block(state).value();
}

void rustcore_shared_state_drop(rustcore_shared_state *state) {
    block(state).release();
}

void rustcore_shared_state_unwrap(rustcore_shared_state *state, void *out) {
    block(state).unwrap(out);
}

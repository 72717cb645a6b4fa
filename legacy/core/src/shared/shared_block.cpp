#include "shared/shared_block.h"
#include "memory/trailing_value.h"
#include "tasks/failure.h"

namespace core {
using block_value = trailing_value<shared_block>;

// The block itself, on its way to the unwrapper.
const type_desc shared_block::message_type = {
    sizeof(shared_block *),
    alignof(shared_block *),
    nullptr,
    [](void *, void *, const type_desc **, void *message) { end(*static_cast<shared_block **>(message)); },
    nullptr,
    nullptr,
    nullptr,
    nullptr};

shared_block *shared_block::make(const type_desc *type, void *value) {
    auto *block = new (block_value::allocate(type, type)) shared_block(type);
    move_bytes(block->value(), value, type);
    return block;
}

void *shared_block::value() {
    return block_value::of(this, _type);
}

// The value has been moved out, or is dropped here.
struct ended_block {
    shared_block *block;
    const type_desc *type;
    ~ended_block() {
        rust_opaque_box *box = block_value::box_of(block, type);
        block->~shared_block();
        exchange::free(box);
    }
};

void shared_block::end(shared_block *block) {
    ended_block afterwards{block, block->_type}; // also when the glue fails
    exchange::drop_value(block->_type, block->value());
}

void shared_block::retain() {
    _count.fetch_add(1, std::memory_order_relaxed);
}

void shared_block::release() {
    if (_count.fetch_sub(1, std::memory_order_acq_rel) != 1) return;
    shared_block *self = this;
    if (rustcore_chan_one *chan = _unwrapper.exchange(nullptr, std::memory_order_acq_rel))
        rustcore_send_one(chan, &self);
    else end(self);
}

// Gives up the caller's reference and returns when no other is left.
void shared_block::wait_until_last() {
    rustcore_port_one *port;
    rustcore_chan_one *chan, *nobody = nullptr;
    rustcore_oneshot(&message_type, &port, &chan);
    if (!_unwrapper.compare_exchange_strong(nobody, chan, std::memory_order_acq_rel)) {
        rustcore_chan_one_drop(chan);
        rustcore_port_one_drop(port);
        release();
        fail("another task unwraps this already");
    }
    release();
    shared_block *self;
    rustcore_recv_one(port, &self);
}

void shared_block::unwrap(void *out) {
    wait_until_last();
    if (poisoned) {
        end(this);
        fail("poisoned: a task failed inside");
    }
    ended_block afterwards{this, _type};
    move_bytes(out, value(), _type);
}

} // namespace core

#include "shared/shared_block.h"
#include "memory/exchange.h"
#include "tasks/failure.h"
#include <algorithm>
#include <cstring>

namespace core {
namespace {

size_t align_of(const type_desc *type) {
    return std::max(type->align, alignof(shared_block));
}

size_t offset_of_value(const type_desc *type) {
    return (sizeof(shared_block) + type->align - 1) / type->align * type->align;
}

// An empty value has no bytes and may come without an address.
void move_bytes(void *to, const void *from, const type_desc *type) {
    if (type->size) memcpy(to, from, type->size);
}

} // namespace

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
    size_t align = align_of(type);
    rust_opaque_box *box = exchange::allocate(type, offset_of_value(type) + type->size, align);
    auto *block = new (reinterpret_cast<char *>(box) + exchange::body_offset(align)) shared_block(type);
    move_bytes(block->value(), value, type);
    return block;
}

void *shared_block::value() {
    return reinterpret_cast<char *>(this) + offset_of_value(_type);
}

// The value has been moved out, or is dropped here.
struct ended_block {
    shared_block *block;
    const type_desc *type;
    ~ended_block() {
        char *box = reinterpret_cast<char *>(block) - exchange::body_offset(align_of(type));
        block->~shared_block();
        exchange::free(reinterpret_cast<rust_opaque_box *>(box));
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

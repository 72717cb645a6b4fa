// What several tasks hold: a value behind its count of references, in one block of the exchange heap.
//
// Unwrapping: one task at a time waits for the last other reference. It puts a chan into the block, gives up
// its reference, and receives the block as a message. Whoever gives up the last reference takes the chan and
// sends the block, or ends it when there is none; so the block belongs to one task from then on. An unwrapper
// that is killed has closed its port, and a message nobody receives is ended by its glue.
#pragma once
#include "rustcore.h"
#include "shared/little_lock.h"
#include <atomic>
#include <optional>

namespace core {

class shared_block {
    std::atomic<intptr_t> _count{1};
    std::atomic<rustcore_chan_one *> _unwrapper{nullptr};
    const type_desc *_type;

    static const type_desc message_type;
    static void end(shared_block *block);
    void wait_until_last();

public:
    // An exclusive's.
    std::optional<little_lock> lock;
    bool poisoned = false;

    // Moves the value in; one reference.
    static shared_block *make(const type_desc *type, void *value);
    // References, given back by release or unwrap.
    void retain();
    void release();
    void *value();
    // Moves the value out, unless it is poisoned.
    void unwrap(void *out);

private:
    explicit shared_block(const type_desc *type) : _type(type) {}
};

} // namespace core

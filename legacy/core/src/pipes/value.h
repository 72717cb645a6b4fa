// A value that was given away: bytes with a descriptor, between the caller that forgets it and the packet
// that takes it.
#pragma once
#include "memory/exchange.h"
#include "rustcore.h"
#include <utility>

namespace core {

// Who fails on the way drops it.
class moved_value {
public:
    moved_value(const type_desc *type, void *value) : type_(type), value_(value) {}
    moved_value(const moved_value &) = delete;
    ~moved_value() noexcept(false) {
        if (ours_) exchange::drop_value(type_, value_);
    }
    // The bytes, to be moved on at once.
    void *give() {
        ours_ = false;
        return value_;
    }

private:
    const type_desc *type_;
    void *value_;
    bool ours_ = true;
};

} // namespace core

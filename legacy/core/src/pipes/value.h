// Values as bytes with a descriptor.
#pragma once
#include "rustcore.h"
#include <cstring>

namespace rustcore {

inline void drop_value(const type_desc *type, void *value) {
    if (type->drop) type->drop(nullptr, nullptr, nullptr, value);
}

// Between the caller that gave a value away and the packet that takes it. Who fails on the way drops it.
class moved_value {
public:
    moved_value(const type_desc *type, void *value) : type_(type), value_(value) {}
    moved_value(const moved_value &) = delete;
    ~moved_value() {
        if (value_) drop_value(type_, value_);
    }
    // The bytes, to be moved on at once.
    void *give() {
        void *value = value_;
        value_ = nullptr;
        return value;
    }

private:
    const type_desc *type_;
    void *value_;
};

} // namespace rustcore

// A value of a described type that stands behind an object T in the same block, at the alignment of its type:
// how packets and shared blocks hold theirs.
#pragma once
#include "memory/exchange.h"
#include <algorithm>
#include <cstring>

namespace core {

// An empty value has no bytes and may come without an address.
inline void move_bytes(void *to, const void *from, const type_desc *type) {
    if (type->size) memcpy(to, from, type->size);
}

template <class T> struct trailing_value {
    static size_t align(const type_desc *type) {
        return std::max(type->align, alignof(T));
    }
    static void *of(T *object, const type_desc *type) {
        return reinterpret_cast<char *>(object) + offset(type);
    }
    // A new block, its T yet to be made where this points, the value behind it yet to be moved in.
    static void *allocate(const type_desc *noted, const type_desc *type) {
        rust_opaque_box *box = exchange::allocate(noted, offset(type) + type->size, align(type));
        return reinterpret_cast<char *>(box) + exchange::body_offset(align(type));
    }
    static rust_opaque_box *box_of(T *object, const type_desc *type) {
        return reinterpret_cast<rust_opaque_box *>(reinterpret_cast<char *>(object) -
                                                   exchange::body_offset(align(type)));
    }

private:
    static size_t offset(const type_desc *type) {
        return (sizeof(T) + type->align - 1) / type->align * type->align;
    }
};

} // namespace core

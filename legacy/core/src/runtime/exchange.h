// The exchange heap as core has it: C malloc, zeroed, behind the header of a box; the process-wide count
// raised and lowered by hand. What is left at exit aborts.
#pragma once
#include "rustrt.h"
#include <cstdlib>
#include <new>

namespace rustcore {

// Where the body of a box stands.
constexpr size_t body_offset(size_t align) {
    return (sizeof(rust_opaque_box) + align - 1) & -align;
}

// A box for a body of this size. An alignment of more than 16 is kept within the box only, as malloc does not
// give it.
inline rust_opaque_box *exchange_allocate(const type_desc *td, size_t size, size_t align) {
    auto *box = static_cast<rust_opaque_box *>(calloc(1, body_offset(align) + size));
    if (!box) abort();
    __atomic_fetch_add(rust_get_exchange_count_ptr(), 1, __ATOMIC_RELAXED);
    box->ref_count = -1;
    box->td = const_cast<type_desc *>(td);
    return box;
}

inline void exchange_free(rust_opaque_box *box) {
    free(box);
    __atomic_fetch_sub(rust_get_exchange_count_ptr(), 1, __ATOMIC_RELAXED);
}

// An object of the library's own in the exchange heap.
template <class T, class... Arguments> T *exchange_new(Arguments &&...arguments) {
    static_assert(alignof(T) <= 16, "malloc aligns to 16");
    return new (exchange_allocate(nullptr, sizeof(T), alignof(T)) + 1)
        T{static_cast<Arguments &&>(arguments)...};
}

template <class T> void exchange_delete(T *object) {
    // Also when the destructor fails.
    struct freed {
        rust_opaque_box *box;
        ~freed() {
            exchange_free(box);
        }
    } afterwards{reinterpret_cast<rust_opaque_box *>(object) - 1};
    object->~T();
}

// Runs the drop glue of a type, if it has any, on a value in place.
inline void drop_value(const type_desc *type, void *value) {
    if (type->drop) type->drop(nullptr, nullptr, nullptr, value);
}

} // namespace rustcore

// The exchange heap as libcore allocated from it (legacy-runtime.md section 9): blocks of the C heap with a
// box header, counted one by one in the runtime's word. At exit the count must be 0, so whatever is not freed
// aborts the process.
#pragma once
#include "rustrt.h"
#include <cstddef>
#include <new>
#include <utility>

namespace core::exchange {

// The offset of a body of this alignment: behind the header.
constexpr size_t body_offset(size_t align) {
    return (sizeof(rust_opaque_box) + align - 1) / align * align;
}

// A block with a zeroed body of size bytes, returned as its box. type is only noted in the header. Any stack;
// out of memory aborts.
rust_opaque_box *allocate(const type_desc *type, size_t size, size_t align = alignof(std::max_align_t));
void free(rust_opaque_box *box);

// Runs the drop glue of a type, if it has any, on a value in place.
inline void drop_value(const type_desc *type, void *value) {
    if (type->drop) type->drop(nullptr, nullptr, nullptr, value);
}

// Of messages that only tell that they came.
inline constexpr type_desc nothing = {0, 1, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};

// The descriptor of a C++ type.
template <class T>
inline type_desc descriptor = {
    sizeof(T), alignof(T),
    nullptr,   [](void *, void *, const type_desc **, void *value) { static_cast<T *>(value)->~T(); },
    nullptr,   nullptr,
    nullptr,   nullptr};

template <class T> rust_opaque_box *box_of(T *body) {
    return reinterpret_cast<rust_opaque_box *>(reinterpret_cast<char *>(body) - body_offset(alignof(T)));
}

// An object in a block of its own.
template <class T, class... A> T *make(A &&...arguments) {
    rust_opaque_box *box = allocate(&descriptor<T>, sizeof(T), alignof(T));
    void *body = reinterpret_cast<char *>(box) + body_offset(alignof(T));
    struct unless_made {
        rust_opaque_box *box;
        ~unless_made() {
            if (box) free(box);
        }
    } failed{box};
    T *object = new (body) T(std::forward<A>(arguments)...);
    failed.box = nullptr;
    return object;
}
template <class T> void destroy(T *object) {
    struct freed {
        rust_opaque_box *box;
        ~freed() {
            free(box);
        }
    } afterwards{box_of(object)}; // also when the destructor fails
    object->~T();
}

// For the containers of the standard library.
template <class T> struct allocator {
    using value_type = T;
    allocator() = default;
    template <class U> allocator(const allocator<U> &) {}
    T *allocate(size_t n) {
        return reinterpret_cast<T *>(
            reinterpret_cast<char *>(exchange::allocate(nullptr, n * sizeof(T), alignof(T))) +
            body_offset(alignof(T)));
    }
    void deallocate(T *p, size_t) {
        exchange::free(box_of(p));
    }
    template <class U> bool operator==(const allocator<U> &) const {
        return true;
    }
    template <class U> bool operator!=(const allocator<U> &) const {
        return false;
    }
};

} // namespace core::exchange

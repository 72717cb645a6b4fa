// Owned vectors and strings as the runtime itself makes them: exchange blocks with reference count 0; a
// string has a descriptor, a vector has none.
#ifndef LEGACY_MEMORY_VECTORS_H
#define LEGACY_MEMORY_VECTORS_H
#include "rustrt.h"

namespace legacy::vectors {

rust_str *make_string(const char *text);
// Room for exactly count strings, which the caller fills in.
rust_vec_box *make_of_strings(size_t count);

inline rust_str **strings_of(rust_vec_box *vector) {
    return reinterpret_cast<rust_str **>(vector->data);
}

// Capacity becomes exactly size bytes where it was smaller. The block may move.
void reserve_exactly(rust_vec_box **vector, size_t size);

} // namespace legacy::vectors
#endif

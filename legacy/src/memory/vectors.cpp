#include "memory/vectors.h"
#include "memory/exchange.h"
#include <cstring>

namespace legacy::vectors {
namespace {

// The body of a string: bytes that need no glue.
type_desc string_body = {1, 1, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};

rust_vec_box *make(size_t size) {
    auto *vector = static_cast<rust_vec_box *>(in_use.exchange->allocate(sizeof(rust_vec_box) + size, 1));
    vector->fill = vector->alloc = size;
    return vector;
}

} // namespace

rust_str *make_string(const char *text) {
    size_t size = strlen(text) + 1;
    rust_str *string = make(size);
    string->header.td = &string_body;
    memcpy(string->data, text, size);
    return string;
}

rust_vec_box *make_of_strings(size_t count) {
    return make(count * sizeof(rust_str *));
}

void reserve_exactly(rust_vec_box **vector, size_t size) {
    if ((*vector)->alloc >= size) return;
    *vector = static_cast<rust_vec_box *>(in_use.exchange->reallocate(*vector, sizeof(rust_vec_box) + size));
    (*vector)->alloc = size;
}

} // namespace legacy::vectors

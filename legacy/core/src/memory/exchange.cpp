#include "memory/exchange.h"
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace core::exchange {
namespace {

void count(intptr_t change) {
    __atomic_fetch_add(rust_get_exchange_count_ptr(), change, __ATOMIC_SEQ_CST);
}

} // namespace

rust_opaque_box *allocate(const type_desc *type, size_t size, size_t align) {
    size_t total = body_offset(align) + size;
    // malloc aligns to 16; a block from aligned_alloc is freed in the same way.
    void *block = align <= alignof(std::max_align_t)
                      ? malloc(total)
                      : aligned_alloc(align, (total + align - 1) / align * align);
    if (!block) {
        fputs("out of memory in the exchange heap\n", stderr);
        abort();
    }
    memset(block, 0, total);
    auto *box = static_cast<rust_opaque_box *>(block);
    box->ref_count = -1;
    box->td = const_cast<type_desc *>(type);
    count(1);
    return box;
}

void free(rust_opaque_box *box) {
    count(-1);
    ::free(box);
}

} // namespace core::exchange

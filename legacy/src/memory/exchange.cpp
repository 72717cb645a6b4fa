// This library's own exchange heap: blocks of the C library without a prefix, since callers allocate and free
// such blocks by themselves and adjust the same count.
#include "memory/exchange.h"
#include <cassert>
#include <cstdlib>
#include <cstring>

namespace legacy {
namespace {

void *allocate(size_t size, int zeroed) {
    RUSTRT_COUNT(in_use.counters, RUSTRT_UNIT_EXCHANGE_HEAP, RUSTRT_LEGACY);
    // One call or the other, not malloc and memset: see memory_region::allocate.
    void *block = zeroed ? calloc(1, size) : malloc(size);
    // malloc(0) may give NULL without being out of memory.
    assert((block || !size) && "exchange heap: out of memory");
    __atomic_fetch_add(in_use.exchange_count, 1, __ATOMIC_SEQ_CST);
    return block;
}

void *reallocate(void *block, size_t size) {
    RUSTRT_COUNT(in_use.counters, RUSTRT_UNIT_EXCHANGE_HEAP, RUSTRT_LEGACY);
    void *moved = realloc(block, size);
    assert((moved || !size) && "exchange heap: out of memory");
    return moved;
}

void release(void *block) {
    RUSTRT_COUNT(in_use.counters, RUSTRT_UNIT_EXCHANGE_HEAP, RUSTRT_LEGACY);
    __atomic_fetch_sub(in_use.exchange_count, 1, __ATOMIC_SEQ_CST);
    free(block);
}

} // namespace

const rustrt_exchange_seam own_exchange = {allocate, reallocate, release};

} // namespace legacy

#include "memory/region.h"
#include <cassert>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace legacy {
namespace {

[[noreturn]] void out_of_memory(size_t size) {
    fprintf(stderr, "memory region: out of memory allocating %zu bytes\n", size);
    abort();
}

} // namespace

memory_region::~memory_region() {
    if (_live_allocs == 0) return;
    fprintf(stderr, "leaked memory in rust main loop (%zd objects)\n", _live_allocs);
    assert(false);
}

void *memory_region::allocate(size_t size, bool zeroed) {
    // Not malloc and then memset if zeroed: gcc makes one calloc of that, which zeroes every stack.
    void *block = zeroed ? calloc(1, size) : malloc(size);
    if (!block) out_of_memory(size);
    __atomic_fetch_add(&_live_allocs, 1, __ATOMIC_SEQ_CST);
    return block;
}

void *memory_region::reallocate(void *block, size_t size) {
    void *moved = realloc(block, size);
    if (!moved) out_of_memory(size);
    return moved;
}

void memory_region::free(void *block) {
    if (__atomic_load_n(&_live_allocs, __ATOMIC_RELAXED) < 1) assert(false && "live_allocs < 1");
    __atomic_fetch_sub(&_live_allocs, 1, __ATOMIC_SEQ_CST);
    ::free(block);
}

} // namespace legacy

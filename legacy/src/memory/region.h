// A counted heap that belongs to one loop or one task: stack segments, managed boxes, generator contexts.
// Used by one thread at a time, but the last free may be another's, hence the atomic count. Destroying one
// with live blocks aborts.
#ifndef LEGACY_MEMORY_REGION_H
#define LEGACY_MEMORY_REGION_H
#include "locks/lock_and_signal.h"
#include <cstddef>
#include <cstdint>

namespace legacy {

class memory_region {
    // Not taken in a normal build (only allocation tracking needs it), yet part of what making a task costs.
    lock_and_signal _lock;
    intptr_t _live_allocs = 0;

public:
    memory_region() = default;
    ~memory_region();

    void *allocate(size_t size, bool zeroed);
    void *reallocate(void *block, size_t size);
    void free(void *block);
};

} // namespace legacy
#endif

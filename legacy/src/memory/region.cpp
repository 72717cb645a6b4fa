#include "memory/region.h"
#include "memory/boxes.h"
#include "memory/gc_metadata.h"
#include "router/binding.h"
#include "router/hooks.h"
#include <cassert>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace legacy {
namespace {

void **live_allocs_of(rustrt_task_block *task) {
    return &task->slot[RUSTRT_UNIT_LOCAL_HEAP];
}

intptr_t load(rustrt_task_block *task) {
    return reinterpret_cast<intptr_t>(__atomic_load_n(live_allocs_of(task), __ATOMIC_RELAXED));
}

void add(rustrt_task_block *task, int by) {
    if (by < 0 && load(task) < 1) assert(false && "live_allocs < 1");
    __atomic_fetch_add(live_allocs_of(task), by, __ATOMIC_SEQ_CST);
}

[[noreturn]] void out_of_memory(size_t size) {
    fprintf(stderr, "memory region: out of memory allocating %zu bytes\n", size);
    abort();
}

} // namespace

void *region::allocate(rustrt_task_block *task, size_t size, bool zeroed) {
    // Not malloc and then memset if zeroed: gcc makes one calloc of that, which zeroes every stack.
    void *block = zeroed ? calloc(1, size) : malloc(size);
    if (!block) out_of_memory(size);
    add(task, 1);
    return block;
}

void *region::reallocate(void *block, size_t size) {
    void *moved = realloc(block, size);
    if (!moved) out_of_memory(size);
    return moved;
}

void region::free(rustrt_task_block *task, void *block) {
    add(task, -1);
    ::free(block);
}

void region::burial(rustrt_task_block *task) {
    if (load(task) == 0) return;
    fprintf(stderr, "leaked memory in rust main loop (%zd objects)\n", load(task));
    assert(false);
}

// The seam: what the core and other services use.
namespace {

void count_call() {
    RUSTRT_COUNT(in_use.counters, RUSTRT_UNIT_LOCAL_HEAP, RUSTRT_LEGACY);
}

void seam_start(const void *crate_map) {
    count_call();
    gc_metadata::build(static_cast<const ::crate_map *>(crate_map));
}

void *seam_allocate(rustrt_task_block *task, size_t size, int zeroed) {
    count_call();
    return region::allocate(task, size, zeroed);
}

void *seam_reallocate(rustrt_task_block *, void *block, size_t size) {
    count_call();
    return region::reallocate(block, size);
}

void seam_free(rustrt_task_block *task, void *block) {
    count_call();
    region::free(task, block);
}

void seam_count(rustrt_task_block *task, int by) {
    count_call();
    add(task, by);
}

void *seam_resize_box(rustrt_task_block *task, void *box, size_t size) {
    count_call();
    return boxes::resize(task, static_cast<rust_opaque_box *>(box), size);
}

// A library alone serves itself; who takes the unit over replaces this.
[[maybe_unused]] const bool registered =
    (hooks::add(RUSTRT_UNIT_LOCAL_HEAP, nullptr, nullptr, region::burial), true);

} // namespace

const rustrt_local_heap_seam own_local_heap = {seam_start, seam_allocate, seam_reallocate,
                                               seam_free,  seam_count,    seam_resize_box};

} // namespace legacy

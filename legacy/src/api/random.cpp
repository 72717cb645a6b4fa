#include "env/environment.h"
#include "random/isaac.h"
#include "rustrt.h"
#include "router/binding.h"

using namespace legacy;

namespace {

rust_rng *allocate(rustrt_task_block *task) {
    return static_cast<rust_rng *>(in_use.local_heap->allocate(task, sizeof(rust_rng), 1));
}

} // namespace

extern "C" {

rust_rng *rand_new(void) {
    rustrt_task_block *task = calling_task();
    rust_rng *rng = allocate(task);
    isaac::seed(rng, environment_of(task).seed);
    return rng;
}

rust_rng *rand_new_seeded(rust_vec_box *seed) {
    rust_rng *rng = allocate(calling_task());
    isaac::seed(rng, seed->data, seed->fill);
    return rng;
}

rust_rng *rand_new_seeded2(rust_vec_box **seed) {
    return rand_new_seeded(*seed);
}

size_t rand_next(rust_rng *rng) {
    return isaac::next(rng);
}

void rand_free(rust_rng *rng) {
    in_use.local_heap->free(calling_task(), rng);
}

// A bare vector in a block that is sized for a boxed one: callers free it as such.
rust_vec *rand_seed(void) {
    calling_task();
    auto *seed =
        static_cast<rust_vec *>(in_use.exchange->allocate(sizeof(rust_vec_box) + isaac::seed_size, 1));
    seed->fill = seed->alloc = isaac::seed_size;
    isaac::system_bytes(seed->data, isaac::seed_size);
    return seed;
}
}

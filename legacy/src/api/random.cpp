#include "env/environment.h"
#include "kernel/kernel.h"
#include "memory/exchange.h"
#include "random/isaac.h"
#include "rustrt.h"
#include "task/current.h"
#include "task/task.h"

using namespace legacy;

namespace {

rust_rng *allocate(rust_task *task) {
    return static_cast<rust_rng *>(task->local_region.allocate(sizeof(rust_rng), true));
}

} // namespace

extern "C" {

rust_rng *rand_new(void) {
    rust_task *task = current_task();
    rust_rng *rng = allocate(task);
    isaac::seed(rng, task->runtime()->env.seed);
    return rng;
}

rust_rng *rand_new_seeded(rust_vec_box *seed) {
    rust_rng *rng = allocate(current_task());
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
    current_task()->local_region.free(rng);
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

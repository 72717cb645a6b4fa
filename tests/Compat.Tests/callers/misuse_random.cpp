// Misuse (misuse.h) of random numbers: seeds.
#include "harness.h"
#include <cstring>

using namespace harness;

CASE(a_seeded_generator_repeats_itself, exits(0).out("same 1, other 1\n")) {
    on_c([] {
        auto *seed = static_cast<rust_vec_box *>(rust_uv_current_kernel_malloc(sizeof(rust_vec_box) + 64));
        seed->fill = seed->alloc = 64;
        memset(seed->data, 7, 64);
        rust_rng *a = rand_new_seeded(seed), *b = rand_new_seeded2(&seed);
        seed->data[63] = 8;
        rust_rng *c = rand_new_seeded(seed);
        bool same = true, other = false;
        for (int i = 0; i < 1000; i++) {
            size_t next = rand_next(a);
            same &= next == rand_next(b);
            other |= next != rand_next(c);
        }
        print("same %d, other %d\n", same, other);
        rand_free(a);
        rand_free(b);
        rand_free(c);
        rust_uv_current_kernel_free(seed);
    });
}

CASE(a_known_seed_gives_known_numbers, exits(0).env("RUST_SEED", "7").out("1331664188 1257080754564\n")) {
    on_c([] {
        rust_rng *generator = rand_new();
        size_t first = rand_next(generator), sum = first; // two refills of its 256 results
        for (int i = 1; i < 600; i++) sum += rand_next(generator);
        print("%zu %zu\n", first, sum);
        rand_free(generator);
    });
}

CASE(an_empty_seed_is_a_seed, exits(0).out("1352257584 4193743365 1680074026 1834560455 2614628494\n")) {
    on_c([] {
        auto *seed = static_cast<rust_vec_box *>(rust_uv_current_kernel_malloc(sizeof(rust_vec_box)));
        seed->fill = seed->alloc = 0;
        rust_rng *generator = rand_new_seeded(seed);
        size_t next[5];
        for (size_t &n : next) n = rand_next(generator);
        print("%zu %zu %zu %zu %zu\n", next[0], next[1], next[2], next[3], next[4]);
        rand_free(generator);
        rust_uv_current_kernel_free(seed);
    });
}

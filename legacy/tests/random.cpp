#include "harness.h"
#include <cstring>
#include <sys/resource.h>
using namespace harness;

template <class F> static void with(rust_rng *rng, F f) {
    f(rng);
    rand_free(rng);
}

CASE(rust_seed_gives_the_recorded_sequence, exits(0).env("RUST_SEED", "42")) {
    on_c([] {
        for (int i = 0; i < 2; i++)
            with(rand_new(), [](rust_rng *rng) {
                const size_t recorded[] = {0xa8683777, 0xeaf43cdc, 0x3159165a, 0xc0f980ec};
                for (size_t value : recorded) CHECK(rand_next(rng) == value);
            });
    });
}

CASE(a_seed_that_is_no_number_is_zero, exits(0).env("RUST_SEED", "abc")) {
    on_c([] {
        static size_t from_text;
        with(rand_new(), [](rust_rng *rng) { from_text = rand_next(rng); });
        auto *zero = static_cast<rust_vec_box *>(rust_uv_current_kernel_malloc(sizeof(rust_vec_box) + 2048));
        zero->fill = zero->alloc = 2048;
        // The words that RUST_SEED=0 expands to.
        uint64_t word = 0, *words = reinterpret_cast<uint64_t *>(zero->data);
        for (int i = 0; i < 256; i++, word += 0x7ed55d16 + (word << 12)) words[i] = word;
        with(rand_new_seeded(zero), [](rust_rng *rng) { CHECK(rand_next(rng) == from_text); });
        rust_uv_current_kernel_free(zero);
    });
}

CASE(without_a_seed_generators_differ_and_stay_below_32_bits, exits(0)) {
    on_c([] {
        rust_rng *a = rand_new(), *b = rand_new();
        int same = 0;
        for (int i = 0; i < 1000; i++) {
            size_t x = rand_next(a), y = rand_next(b);
            CHECK(x < 1UL << 32 && y < 1UL << 32);
            same += x == y;
        }
        CHECK(same < 10);
        rand_free(a);
        rand_free(b);
    });
}

CASE(seed_bytes_beyond_2048_are_ignored_and_missing_ones_are_zero, exits(0)) {
    on_c([] {
        auto make = [](size_t fill) {
            auto *seed =
                static_cast<rust_vec_box *>(rust_uv_current_kernel_malloc(sizeof(rust_vec_box) + 5000));
            seed->alloc = 5000;
            seed->fill = fill;
            memset(seed->data, 3, 5000);
            return seed;
        };
        rust_vec_box *whole = make(2048), *more = make(5000), *less = make(100), *padded = make(2048);
        memset(padded->data + 100, 0, 1948);
        rust_rng *a = rand_new_seeded(whole), *b = rand_new_seeded2(&more), *c = rand_new_seeded(less),
                 *d = rand_new_seeded(padded);
        CHECK(rand_next(a) == rand_next(b));
        CHECK(rand_next(c) == rand_next(d));
        for (rust_rng *rng : {a, b, c, d}) rand_free(rng);
        for (rust_vec_box *seed : {whole, more, less, padded}) rust_uv_current_kernel_free(seed);
    });
}

CASE(rand_seed_is_a_bare_exchange_vector, exits(0).threads("1")) {
    on_c([] {
        uintptr_t before = *rust_get_exchange_count_ptr();
        rust_vec *a = rand_seed(), *b = rand_seed();
        CHECK(*rust_get_exchange_count_ptr() == before + 2);
        CHECK(a->fill == 2048 && a->alloc == 2048 && memcmp(a->data, b->data, 2048));
        rust_uv_current_kernel_free(a);
        rust_uv_current_kernel_free(b);
    });
}

// The context as callers may see it: a count, 256 results, 256 words of memory, three words.
CASE(results_are_handed_out_from_the_last_to_the_first, exits(0).env("RUST_SEED", "42")) {
    on_c([] {
        rust_rng *rng = rand_new();
        auto *words = reinterpret_cast<uint64_t *>(rng);
        for (int batch = 0; batch < 3; batch++)
            for (int i = 255; i >= 0; i--) {
                size_t value = rand_next(rng);
                CHECK(value == words[1 + i] && words[0] == static_cast<uint64_t>(i));
            }
        rand_free(rng);
    });
}

CASE(the_seed_is_read_at_the_start, exits(0).env("RUST_SEED", "7")) {
    on_c([] {
        rust_rng *a = rand_new();
        setenv("RUST_SEED", "42", 1);
        rust_rng *b = rand_new();
        for (int i = 0; i < 10; i++) CHECK(rand_next(a) == rand_next(b));
        rand_free(a);
        rand_free(b);
    });
}

CASE(a_seed_vector_is_only_read, exits(0)) {
    on_c([] {
        auto *seed = static_cast<rust_vec_box *>(rust_uv_current_kernel_malloc(sizeof(rust_vec_box) + 8));
        seed->alloc = 8;
        seed->fill = 5;
        memcpy(seed->data, "abcdefgh", 8);
        rand_free(rand_new_seeded(seed));
        CHECK(seed->alloc == 8 && seed->fill == 5 && !memcmp(seed->data, "abcdefgh", 8));
        rust_uv_current_kernel_free(seed);
    });
}

CASE(a_generator_belongs_to_the_task_that_made_it, aborts("live_allocs < 1").threads("1")) {
    static rust_rng *mine;
    on_c([] { mine = rand_new(); });
    spawn(TASK { on_c([] { rand_free(mine); }); });
    while (true) yield();
}

static void take_away_all_descriptors() {
    rlimit none = {0, 0};
    CHECK(!setrlimit(RLIMIT_NOFILE, &none));
}

CASE(without_noise_a_generator_ends_the_process, exits(1).err("/dev/urandom")) {
    on_c([] {
        take_away_all_descriptors();
        rand_new();
    });
}

CASE(without_noise_a_seed_ends_the_process, exits(1).err("/dev/urandom")) {
    on_c([] {
        take_away_all_descriptors();
        rand_seed();
    });
}

START(a_generator_needs_a_task, aborts("no current task")) {
    rand_new();
}

START(a_seed_needs_a_task, aborts("no current task")) {
    rand_seed();
}

// The ISAAC generator on 64-bit words: mixing is done on full words, generation is cut to 32 bits. Its
// sequence therefore differs from the published 32-bit one for the same seed. Layout: callers may see the
// context (rustrt's ABI).
#ifndef LEGACY_RANDOM_ISAAC_H
#define LEGACY_RANDOM_ISAAC_H
#include <cstddef>
#include <cstdint>

struct rust_rng {
    uint64_t count;
    uint64_t results[256];
    uint64_t memory[256];
    uint64_t a, b, c;
};
static_assert(sizeof(rust_rng) == 4128);

namespace legacy::isaac {

constexpr size_t seed_size = sizeof(rust_rng::results);

// Seeds from the text of RUST_SEED, or from the system where it is NULL.
void seed(rust_rng *rng, const char *rust_seed);
// Seeds from the first seed_size bytes at most, the rest zero.
void seed(rust_rng *rng, const uint8_t *bytes, size_t length);
// Below 2^32. Results of a batch are handed out from the last to the first.
uint64_t next(rust_rng *rng);
// Fills a buffer from /dev/urandom; where that fails: message, exit status 1.
void system_bytes(uint8_t *bytes, size_t length);

} // namespace legacy::isaac
#endif

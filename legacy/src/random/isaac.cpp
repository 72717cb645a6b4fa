#include "random/isaac.h"
#include "support/checked.h"
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace legacy::isaac {
namespace {

struct mixer {
    uint64_t w[8];

    // Eight rounds; in round i word i takes a shifted neighbour, word i+3 takes word i, word i+1 takes word
    // i+2.
    void mix() {
        static const int shift[8] = {11, -2, 8, -16, 10, -4, 8, -9};
        for (int i = 0; i < 8; i++) {
            uint64_t next = w[(i + 1) & 7];
            w[i] ^= shift[i] > 0 ? next << shift[i] : next >> -shift[i];
            w[(i + 3) & 7] += w[i];
            w[(i + 1) & 7] += w[(i + 2) & 7];
        }
    }
};

void generate(rust_rng *rng) {
    constexpr uint64_t mask = 0xffffffff;
    uint64_t *m = rng->memory, a = rng->a, b = rng->b + ++rng->c;
    for (int i = 0; i < 256; i++) {
        uint64_t x = m[i], shifted;
        switch (i & 3) {
        case 0: shifted = a << 13; break;
        case 1: shifted = a >> 6; break;
        case 2: shifted = a << 2; break;
        default: shifted = a >> 16; break;
        }
        a = ((a ^ shifted) + m[(i + 128) & 255]) & mask;
        uint64_t y = (m[(x >> 2) & 255] + a + b) & mask;
        m[i] = y;
        b = (m[(y >> 10) & 255] + x) & mask;
        rng->results[i] = b;
    }
    rng->a = a;
    rng->b = b;
    rng->count = 256;
}

// The seed is in results.
void initialise(rust_rng *rng) {
    rng->a = rng->b = rng->c = 0;
    mixer m;
    for (uint64_t &word : m.w) word = 0x9e3779b9;
    for (int i = 0; i < 4; i++) m.mix();
    const uint64_t *passes[] = {rng->results, rng->memory};
    for (const uint64_t *source : passes)
        for (int i = 0; i < 256; i += 8) {
            for (int k = 0; k < 8; k++) m.w[k] += source[i + k];
            m.mix();
            memcpy(&rng->memory[i], m.w, sizeof m.w);
        }
    generate(rng);
}

} // namespace

void seed(rust_rng *rng, const char *rust_seed) {
    if (rust_seed) {
        uint64_t word = static_cast<uint64_t>(static_cast<int64_t>(atoi(rust_seed)));
        for (uint64_t &result : rng->results) {
            result = word;
            word += 0x7ed55d16 + (word << 12);
        }
    } else {
        system_bytes(reinterpret_cast<uint8_t *>(rng->results), seed_size);
    }
    initialise(rng);
}

void seed(rust_rng *rng, const uint8_t *bytes, size_t length) {
    memset(rng->results, 0, seed_size);
    memcpy(rng->results, bytes, length < seed_size ? length : seed_size);
    initialise(rng);
}

uint64_t next(rust_rng *rng) {
    if (rng->count == 0) generate(rng);
    return rng->results[--rng->count];
}

void system_bytes(uint8_t *bytes, size_t length) {
    int device = open("/dev/urandom", O_RDONLY | O_CLOEXEC);
    if (device < 0) fatal("cannot open /dev/urandom");
    for (size_t done = 0; done < length;) {
        ssize_t got = read(device, bytes + done, length - done);
        if (got <= 0) fatal("cannot read /dev/urandom");
        done += got;
    }
    close(device);
}

} // namespace legacy::isaac

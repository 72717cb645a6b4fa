#include "deflate/deflate.h"
#include <algorithm>
#include <climits>
#include <cstdlib>
#include <zlib.h>

namespace legacy::deflate {
namespace {

constexpr int window_bits = 15;
constexpr int raw_window_bits = -window_bits; // zlib's way of asking for no header
constexpr int memory_level = 8;
constexpr size_t smallest_output = 128;

struct step {
    int probes, level;
};
// The original named its levels by their probes; more than 512 are the highest. zlib's first three are
// greedy.
constexpr step greedy_levels[] = {{1, 1}, {6, 2}, {INT_MAX, 3}};
constexpr step lazy_levels[] = {{16, 4}, {32, 5}, {128, 6}, {256, 7}, {512, 8}, {INT_MAX, 9}};

int level_of(int flags) {
    if (flags & only_raw_blocks) return Z_NO_COMPRESSION;
    const step *level = flags & greedy_parsing ? greedy_levels : lazy_levels;
    while (level->probes < (flags & probes_mask)) level++;
    return level->level;
}

int strategy_of(int flags) {
    if (flags & only_static_blocks) return Z_FIXED;
    if ((flags & probes_mask) == 0) return Z_HUFFMAN_ONLY;
    if (flags & run_length_matches) return Z_RLE;
    if (flags & filter_matches) return Z_FILTERED;
    return Z_DEFAULT_STRATEGY;
}

// Drives a stream from one whole input to one output that grows. zlib counts in unsigned int, so that both
// are handed over in parts.
template <class Step>
void *run(z_stream &stream, const void *source, size_t length, size_t *out_length, Step step) {
    auto *in = static_cast<const Bytef *>(source);
    Bytef *out = nullptr;
    size_t used = 0, capacity = 0;
    for (int result = Z_OK; result != Z_STREAM_END;) {
        if (used == capacity) {
            capacity = std::max(capacity * 2, smallest_output);
            auto *larger = static_cast<Bytef *>(realloc(out, capacity));
            if (!larger) break;
            out = larger;
        }
        uInt in_part = static_cast<uInt>(std::min<size_t>(length, UINT_MAX));
        uInt out_part = static_cast<uInt>(std::min<size_t>(capacity - used, UINT_MAX));
        stream.next_in = const_cast<Bytef *>(in);
        stream.avail_in = in_part;
        stream.next_out = out + used;
        stream.avail_out = out_part;
        result = step(&stream, in_part == length ? Z_FINISH : Z_NO_FLUSH);
        // Z_BUF_ERROR with room left means that the input ended before the stream did.
        if (result != Z_OK && result != Z_STREAM_END && !(result == Z_BUF_ERROR && stream.avail_out == 0))
            break;
        in += in_part - stream.avail_in;
        length -= in_part - stream.avail_in;
        used += out_part - stream.avail_out;
        if (result == Z_STREAM_END) {
            *out_length = used;
            return out;
        }
    }
    free(out);
    return nullptr;
}

} // namespace

void *compress(const void *source, size_t length, size_t *out_length, int flags) {
    if (!out_length) return nullptr;
    *out_length = 0;
    if (!source && length) return nullptr;
    z_stream stream{};
    int bits = flags & write_zlib_header ? window_bits : raw_window_bits;
    if (deflateInit2(&stream, level_of(flags), Z_DEFLATED, bits, memory_level, strategy_of(flags)) != Z_OK)
        return nullptr;
    void *result = run(stream, source, length, out_length, ::deflate);
    deflateEnd(&stream);
    return result;
}

void *decompress(const void *source, size_t length, size_t *out_length, int flags) {
    *out_length = 0;
    z_stream stream{};
    if (inflateInit2(&stream, flags & parse_zlib_header ? window_bits : raw_window_bits) != Z_OK)
        return nullptr;
    void *result = run(stream, source, length, out_length, inflate);
    inflateEnd(&stream);
    if (*out_length == 0) {
        free(result);
        return nullptr;
    }
    return result;
}

} // namespace legacy::deflate

// Deflate streams in one call, memory to memory, over zlib. Callers speak of flags as the original's
// compressor knew them; what zlib has no counterpart for is served by the nearest it has. The streams are
// valid for any inflater, but need not be byte for byte those of the original.
#ifndef LEGACY_DEFLATE_DEFLATE_H
#define LEGACY_DEFLATE_DEFLATE_H
#include <cstddef>

namespace legacy::deflate {

// Of compress.
enum compress_flags {
    probes_mask = 0xfff,        // dictionary probes for each match: 0 Huffman coding only, 0x80 normal
    write_zlib_header = 0x1000, // header and checksum of a zlib stream, else a raw one
    compute_adler32 = 0x2000,   // without a header nobody sees it: no effect
    greedy_parsing = 0x4000,    // take the first match
    nondeterministic = 0x8000,  // permission to be faster and less repeatable: not used
    run_length_matches = 0x10000,
    filter_matches = 0x20000, // short matches are not worth it
    only_static_blocks = 0x40000,
    only_raw_blocks = 0x80000
};

// Of decompress; its other flags are about partial input and say nothing here.
enum decompress_flags { parse_zlib_header = 1 };

// Both: a block of the C library, which the caller frees, with its length in *out_length; or NULL and 0.
void *compress(const void *source, size_t length, size_t *out_length, int flags);
// NULL for what is no stream, for one that is cut off, and for an empty one, as observed of the original: it
// only allocates when the first byte comes out. Bytes behind the end are ignored.
void *decompress(const void *source, size_t length, size_t *out_length, int flags);

} // namespace legacy::deflate
#endif

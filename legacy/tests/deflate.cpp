#include "harness.h"
#include <cstring>
#include <zlib.h>
using namespace harness;

static const int normal = 0x80;

static std::string compressed(const std::string &text, int flags) {
    size_t length = 77;
    void *block = tdefl_compress_mem_to_heap(text.data(), text.size(), &length, flags);
    CHECK(block);
    std::string result(static_cast<char *>(block), length);
    free(block);
    return result;
}

static std::string decompressed(const std::string &stream, int flags) {
    size_t length = 77;
    void *block = tinfl_decompress_mem_to_heap(stream.data(), stream.size(), &length, flags);
    CHECK(block);
    std::string result(static_cast<char *>(block), length);
    free(block);
    return result;
}

static void refused(const std::string &stream, int flags) {
    size_t length = 77;
    CHECK(!tinfl_decompress_mem_to_heap(stream.data(), stream.size(), &length, flags) && length == 0);
}

// Words that repeat, among numbers that do not.
static std::string prose() {
    std::string text;
    for (unsigned i = 0, x = 1; i < 20000; i++, x = x * 1664525 + 1013904223)
        text += (x >> 30 ? "the same words again " : std::to_string(x)) + "\n";
    return text;
}

START(an_empty_input_is_a_stream_of_two_bytes, exits(0)) {
    size_t length;
    auto *stream = static_cast<unsigned char *>(tdefl_compress_mem_to_heap(nullptr, 0, &length, normal));
    CHECK(stream && length == 2 && stream[0] == 3 && stream[1] == 0);
    free(stream);
}

START(what_was_compressed_comes_back_whatever_the_flags, exits(0)) {
    const std::string text = prose();
    for (int probes : {0, 1, 6, 16, 32, 0x80, 256, 512, 768, 0xfff})
        for (int flags : {0, 0x2000, 0x4000, 0x8000, 0x10000, 0x20000, 0x40000, 0x80000, 0x4000 | 0x20000}) {
            std::string raw = compressed(text, probes | flags);
            CHECK(decompressed(raw, 0) == text);
            std::string with_header = compressed(text, probes | flags | 0x1000);
            CHECK(decompressed(with_header, 1) == text);
        }
}

START(a_raw_stream_has_no_header_and_a_zlib_stream_has_one, exits(0)) {
    std::string raw = compressed("words words words", normal),
                with_header = compressed("words words words", normal | 0x1000);
    // Two bytes in front, a checksum of four behind.
    CHECK(with_header.size() == raw.size() + 6 && with_header.substr(2, raw.size()) == raw);
    CHECK(with_header[0] == 0x78);
    uLong sum = adler32(0, nullptr, 0);
    sum = adler32(sum, reinterpret_cast<const Bytef *>("words words words"), 17);
    for (int i = 0; i < 4; i++)
        CHECK(static_cast<unsigned char>(with_header[raw.size() + 2 + i]) == ((sum >> (24 - 8 * i)) & 0xff));
}

START(more_probes_compress_more, exits(0)) {
    const std::string text = prose();
    size_t huffman_only = compressed(text, 0).size(), few = compressed(text, 0x4000 | 1).size(),
           usual = compressed(text, normal).size(), raw = compressed(text, normal | 0x80000).size();
    CHECK(usual < few && few < huffman_only && huffman_only < raw && raw > text.size());
}

START(static_blocks_only_say_so_in_their_first_bits, exits(0)) {
    const std::string text = prose();
    auto first = [](const std::string &stream) { return (static_cast<unsigned char>(stream[0]) >> 1) & 3; };
    CHECK(first(compressed(text, normal | 0x40000)) == 1 && first(compressed(text, normal | 0x80000)) == 0);
    CHECK(first(compressed(text, normal)) == 2);
}

START(nowhere_for_the_length_gives_no_stream, exits(0)) {
    CHECK(!tdefl_compress_mem_to_heap("abc", 3, nullptr, normal));
}

START(a_length_without_a_source_gives_no_stream, exits(0)) {
    size_t length = 77;
    CHECK(!tdefl_compress_mem_to_heap(nullptr, 3, &length, normal) && length == 0);
}

START(junk_does_not_inflate, exits(0)) {
    refused("this is no stream at all", 0);
    refused(std::string(100, '\xff'), 0);
    refused("", 0);
}

START(a_cut_stream_does_not_inflate, exits(0)) {
    std::string stream = compressed(prose(), normal);
    for (size_t cut : {size_t{1}, size_t{100}, stream.size() / 2})
        refused(stream.substr(0, stream.size() - cut), 0);
}

START(a_stream_with_a_header_needs_its_flag_and_its_checksum, exits(0)) {
    std::string stream = compressed(prose(), normal | 0x1000);
    refused(stream, 0);
    stream.back() ^= 1;
    refused(stream, 1);
}

START(an_empty_stream_gives_nothing, exits(0)) {
    refused(compressed("", normal), 0);
}

START(bytes_behind_a_stream_are_ignored, exits(0)) {
    CHECK(decompressed(compressed("abc", normal) + "more", 0) == "abc");
}

START(output_of_any_size_grows_its_block, exits(0)) {
    for (size_t size : {1, 127, 128, 129, 255, 256, 257, 65535, 65536, 3000000}) {
        const std::string text(size, 'a');
        CHECK(decompressed(compressed(text, normal), 0) == text);
    }
}

CASE(a_task_compresses_on_its_c_stack, exits(0)) {
    on_c([] { CHECK(decompressed(compressed(prose(), normal), 0) == prose()); });
}

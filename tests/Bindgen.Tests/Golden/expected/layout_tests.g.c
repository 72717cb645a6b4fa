/* Written by Rustrt.Bindgen (tools/bindgen); do not edit.
 * Inputs (SHA-256):
 *   small.h        ab1c14d304758269092e8033a11d8f6a6fe27f6e7bce819d2e66f1d865dd780a
 *   manifest.json  0496c284219feb0c3235545d748ac088f4f5547442d64fc3a2907f2ee9942f89 */
#include <small.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

static int failures;

static __attribute__((unused)) void expect(const char *what, long bindings, long compiler)
{
    if (bindings != compiler)
    {
        printf("%s: %ld in the bindings, %ld in C\n", what, bindings, compiler);
        failures = 1;
    }
}

static __attribute__((unused)) void expect_bits(const char *what, const void *record, long size, long first, long width)
{
    const unsigned char *bytes = record;
    long bit;
    for (bit = 0; bit < 8 * size; bit++)
    {
        if ((bytes[bit / 8] >> (bit % 8) & 1) != (bit >= first && bit < first + width))
        {
            printf("bits of %s: bit %ld is wrong in the bindings\n", what, bit);
            failures = 1;
        }
    }
}

int main(void)
{
    expect("size of in_addr", 4, (long)sizeof(struct in_addr));
    expect("alignment of in_addr", 4, (long)_Alignof(struct in_addr));
    expect("offset of in_addr.s_addr", 0, (long)offsetof(struct in_addr, s_addr));
    expect("size of small_big", 24, (long)sizeof(struct small_big));
    expect("alignment of small_big", 8, (long)_Alignof(struct small_big));
    expect("offset of small_big.a", 0, (long)offsetof(struct small_big, a));
    expect("offset of small_big.b", 8, (long)offsetof(struct small_big, b));
    expect("offset of small_big.c", 16, (long)offsetof(struct small_big, c));
    expect("size of small_list", 8, (long)sizeof(struct small_list));
    expect("alignment of small_list", 8, (long)_Alignof(struct small_list));
    expect("offset of small_list.count", 0, (long)offsetof(struct small_list, count));
    expect("offset of small_list.items", 8, (long)offsetof(struct small_list, items));
    expect("size of small_mixed", 16, (long)sizeof(struct small_mixed));
    expect("alignment of small_mixed", 8, (long)_Alignof(struct small_mixed));
    expect("offset of small_mixed.real", 0, (long)offsetof(struct small_mixed, real));
    expect("offset of small_mixed.whole", 8, (long)offsetof(struct small_mixed, whole));
    expect("size of small_named_by_typedef", 72, (long)sizeof(small_named_by_typedef));
    expect("alignment of small_named_by_typedef", 8, (long)_Alignof(small_named_by_typedef));
    expect("offset of small_named_by_typedef.name", 0, (long)offsetof(small_named_by_typedef, name));
    expect("offset of small_named_by_typedef.color", 4, (long)offsetof(small_named_by_typedef, color));
    expect("offset of small_named_by_typedef.set", 8, (long)offsetof(small_named_by_typedef, set));
    expect("offset of small_named_by_typedef.grid", 10, (long)offsetof(small_named_by_typedef, grid));
    expect("offset of small_named_by_typedef.pairs", 24, (long)offsetof(small_named_by_typedef, pairs));
    expect("offset of small_named_by_typedef.object", 56, (long)offsetof(small_named_by_typedef, object));
    expect("offset of small_named_by_typedef.compare", 64, (long)offsetof(small_named_by_typedef, compare));
    expect("size of small_pair", 16, (long)sizeof(struct small_pair));
    expect("alignment of small_pair", 8, (long)_Alignof(struct small_pair));
    expect("offset of small_pair.first", 0, (long)offsetof(struct small_pair, first));
    expect("offset of small_pair.second", 8, (long)offsetof(struct small_pair, second));
    expect("size of small_shared", 16, (long)sizeof(struct small_shared));
    expect("alignment of small_shared", 8, (long)_Alignof(struct small_shared));
    expect("offset of small_shared.real", 0, (long)offsetof(struct small_shared, real));
    expect("offset of small_shared.whole", 4, (long)offsetof(struct small_shared, whole));
    expect("offset of small_shared.other", 8, (long)offsetof(struct small_shared, other));
    expect("size of small_task_block", 48, (long)sizeof(struct small_task_block));
    expect("alignment of small_task_block", 8, (long)_Alignof(struct small_task_block));
    expect("offset of small_task_block.id", 0, (long)offsetof(struct small_task_block, id));
    expect("offset of small_task_block.slot", 8, (long)offsetof(struct small_task_block, slot));
    expect("offset of small_task_block.word", 32, (long)offsetof(struct small_task_block, word));
    expect("size of sockaddr_in", 16, (long)sizeof(struct sockaddr_in));
    expect("alignment of sockaddr_in", 4, (long)_Alignof(struct sockaddr_in));
    expect("offset of sockaddr_in.sin_family", 0, (long)offsetof(struct sockaddr_in, sin_family));
    expect("offset of sockaddr_in.sin_port", 2, (long)offsetof(struct sockaddr_in, sin_port));
    expect("offset of sockaddr_in.sin_addr", 4, (long)offsetof(struct sockaddr_in, sin_addr));
    expect("offset of sockaddr_in.sin_zero", 8, (long)offsetof(struct sockaddr_in, sin_zero));
    return failures;
}

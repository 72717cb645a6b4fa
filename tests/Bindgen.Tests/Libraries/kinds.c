#include "kinds.h"

struct kinds_handle {
    int unused;
};

int64_t kinds_sum_bits(const struct kinds_bits *bits) { return bits->a + bits->b + bits->c + (int64_t)bits->d + bits->e + bits->f; }

struct kinds_bits kinds_make_bits(int b) {
    struct kinds_bits bits = {7, b, KINDS_FOUR, 0xfedcba9876, -64, 1};
    return bits;
}

int64_t kinds_sum_tight(const struct kinds_tight_bits *bits) { return bits->a + bits->b + bits->c + bits->d; }

double kinds_sum_packed(struct kinds_packed packed) { return packed.a + packed.b + packed.c; }

union kinds_value kinds_real(double value) {
    union kinds_value result = {.real = value};
    return result;
}

int64_t kinds_whole(union kinds_value value) { return value.whole; }

int64_t kinds_call(kinds_callback callback, void *state) {
    union kinds_value value = {.whole = 40};
    return callback(value, state);
}

int64_t kinds_sum_variant(const kinds_variant *variant) {
    return variant->x + variant->y + variant->words[2] + variant->outer.inner[1].deep + variant->inside;
}

kinds_flags kinds_either(kinds_flags left, kinds_flags right) { return left | right; }

struct kinds_arrays kinds_turn(struct kinds_arrays arrays) {
    arrays.small[3].s = (short)(arrays.small[0].s + 1);
    arrays.pointer[0] = (char *)arrays.pointer[0] + 1;
    return arrays;
}

kinds_handle_alias kinds_open(void) {
    static struct kinds_handle handle;
    return &handle;
}

int kinds_sum_rows(int rows, int columns, int values[rows][columns], const int factors[rows]) {
    int sum = 0;
    for (int row = 0; row < rows; row++)
        for (int column = 0; column < columns; column++)
            sum += values[row][column] * factors[row];
    return sum;
}

int kinds_labelled(int value) { return value + 1; }

int kinds_same(kinds_handle_ptr left, struct kinds_handle *right) { return left == right; }

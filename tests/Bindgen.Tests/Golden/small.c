#include "small.h"
#include <string.h>

int64_t small_add(int8_t a, uint16_t b, int32_t c, bool negate) {
    int64_t sum = (int64_t)a + b + c;
    return negate ? -sum : sum;
}
enum small_color small_mix(enum small_color left, enum small_color right) { return left | right; }
int64_t small_visit(const small_numbers *list, small_visitor visitor, void *state) {
    int64_t sum = 0;
    for (size_t i = 0; i < list->count; i++)
        sum += visitor(list->items[i], state);
    return sum;
}
size_t small_length(const char *string, FILE *log) { return log ? 0 : strlen(string); }
void small_nothing(void) {}
int64_t small_six(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, int64_t caller) {
    return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * caller;
}
double small_floats(double a, float b, int64_t c) { return a + b + (double)c; }
small_opaque *small_open(void) { return NULL; }
static int compare(const void *left, const void *right) { return *(const char *)left - *(const char *)right; }
void small_fill(small_named_by_typedef *out) {
    static small_big big = {1, 2, 3};
    memcpy(out->name, "abc", 4);
    out->color = SMALL_GREEN;
    out->set = true;
    for (int i = 0; i < 6; i++)
        out->grid[i / 3][i % 3] = (short)i;
    out->pairs[1] = (small_pair){10, -20};
    out->object = &big;
    out->compare = compare;
}
small_pair small_swap(small_pair pair) { return (small_pair){(uint32_t)pair.second, pair.first}; }
small_mixed small_scale(small_mixed value, double by) {
    return (small_mixed){value.real * by, (intptr_t)((double)value.whole * by)};
}
small_big small_grow(uint64_t a, uint64_t b) { return (small_big){a, b, a + b}; }
uint64_t small_sum(small_big big, uint64_t more) { return big.a + big.b + big.c + more; }
double small_blend(small_shared value, int64_t more) {
    return value.real + value.whole[0] + 10 * value.whole[1] + value.other + (double)more;
}
uint16_t small_port(struct sockaddr_in address) { return ntohs(address.sin_port); }
int small_old(int argv[], int fixed) { return argv[0] + fixed; }

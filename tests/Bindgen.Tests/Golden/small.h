/* A little library with one of each thing that bindgen binds. small.c implements it. */
#ifndef SMALL_H
#define SMALL_H
#include <netinet/in.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#ifdef SMALL_BINDGEN
#define SMALL_API(service, context, blocks) \
    __attribute__((annotate("small:service=" service ";context=" context ";blocks=" blocks)))
#else
#define SMALL_API(service, context, blocks)
#endif

enum small_unit { SMALL_UNIT_PLAIN, SMALL_UNIT_TWO_WORDS, SMALL_UNITS };
enum small_color { SMALL_RED = 1, SMALL_GREEN = 0x80000000 };
enum small_signed { SMALL_BELOW = -1, SMALL_ABOVE = 1 };
enum { SMALL_LIMIT = 7 };

typedef struct small_task_block {
    intptr_t id;
    void *slot[3];
    uint64_t word[2];
} small_task_block;

typedef struct small_opaque small_opaque;

typedef struct small_pair {
    uint32_t first;
    int64_t second;
} small_pair;

typedef struct small_mixed { /* one eightbyte of each register class */
    double real;
    intptr_t whole;
} small_mixed;

typedef struct small_big { /* passed in memory */
    uint64_t a, b, c;
} small_big;

typedef struct small_shared { /* its first eightbyte is an integer's, because of one of its members */
    float real;
    int16_t whole[2];
    double other;
} small_shared;

typedef struct {
    char name[4];
    enum small_color color;
    bool set;
    short grid[2][3];
    small_pair pairs[2];
    struct small_big *object; /* a C# keyword */
    int (*compare)(const void *left, const void *right);
} small_named_by_typedef;

typedef struct small_list {
    size_t count;
    int32_t items[];
} small_list;

typedef int64_t (*small_visitor)(int64_t item, void *state);
typedef small_list small_numbers;

SMALL_API("plain", "global", "no")
int64_t small_add(int8_t a, uint16_t b, int32_t c, bool negate);
SMALL_API("plain", "kernel", "no")
enum small_color small_mix(enum small_color left, enum small_color right);
SMALL_API("plain", "task", "yes")
int64_t small_visit(const small_numbers *list, small_visitor visitor, void *state);
SMALL_API("plain", "global", "no")
size_t small_length(const char *string, FILE *log);
SMALL_API("plain", "global", "no")
void small_nothing(void);
SMALL_API("plain", "global", "no")
int64_t small_six(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, int64_t caller);
SMALL_API("plain", "global", "no")
double small_floats(double a, float b, int64_t c);
SMALL_API("plain", "global", "no")
small_opaque *small_open(void);
SMALL_API("plain", "global", "no")
void small_fill(small_named_by_typedef *out);

SMALL_API("records", "global", "no")
small_pair small_swap(small_pair pair);
SMALL_API("records", "global", "no")
small_mixed small_scale(small_mixed value, double by);
SMALL_API("records", "global", "no")
small_big small_grow(uint64_t a, uint64_t b);
SMALL_API("records", "global", "no")
uint64_t small_sum(small_big big, uint64_t more);
SMALL_API("records", "global", "no")
double small_blend(small_shared value, int64_t more);
SMALL_API("records", "global", "no")
uint16_t small_port(struct sockaddr_in address);

SMALL_API("not-served", "global", "no")
int small_old(int argv[], int fixed);
#endif

/* One of each thing of C that the headers of others hold and small.h does not. kinds.c implements it. */
#ifndef KINDS_H
#define KINDS_H
#include <stdint.h>

#define KINDS_INT (1 << 4)
#define KINDS_UNSIGNED 0xffffffffu
#define KINDS_LONG (-5L)
#define KINDS_SIZE sizeof(struct kinds_bits)
#define KINDS_REAL 0.5
#define KINDS_FLOAT 1.25f
#define KINDS_TEXT "a\"b" "\\c"
#define KINDS_TEXT_INSIDE ((const char *)("in" "side"))
#define KINDS_TEXT_OF_ZEROS "\0a\0"
#define KINDS_TEXT_UNICODE "\xc3\xa9\n\1772"
#define KINDS_TEXT_OF_BYTES "\211PNG"
#define KINDS_TEXT_WIDE L"wide"
#define KINDS_CHAR 'x'
#define KINDS_OTHER KINDS_INT
#define KINDS_NOWHERE ((struct kinds_bits *)-1)

static const unsigned long KINDS_VARIABLE = 1ul << 40;
static const double KINDS_VARIABLE_REAL = 2.5;
static const char KINDS_VARIABLE_TEXT[] = "text";
static const char *const KINDS_VARIABLE_POINTER = "pointed at";

typedef enum { KINDS_ONE = 1, KINDS_TWO = 2, KINDS_FOUR = 4 } kinds_flags;
enum kinds_wide { KINDS_WIDE = 0x100000000 };
enum kinds_small { KINDS_MINUS = -1 };

struct kinds_bits {
    unsigned a : 3;
    int b : 5;
    unsigned : 2;
    kinds_flags c : 4;
    unsigned : 0;
    unsigned long long d : 40;
    signed char e : 7;
    _Bool f : 1;
};

struct kinds_tight_bits { /* bit fields that share their integer with what stands before */
    char a;
    int b : 24;
    short c;
    short d : 9;
} __attribute__((packed));

struct __attribute__((packed)) kinds_packed {
    char a;
    int b;
    double c;
};

#pragma pack(push, 2)
struct kinds_packed_by_two {
    char a;
    int b;
    long c;
};
#pragma pack(pop)

struct kinds_aligned {
    char a;
    _Alignas(32) int b;
};

struct kinds_holds_aligned {
    char a;
    struct kinds_packed packed;
    struct kinds_aligned aligned[2];
};

union kinds_value {
    int64_t whole;
    double real;
    struct {
        unsigned char first, second;
    } bytes;
};

/** What can be one of several things. */
typedef struct kinds_variant {
    int kind; /* which it is */
    union {
        int whole;
        float real;
        struct {
            short x : 9, y : 7;
            uint16_t words[3];
        };
        const char *texts[2];
    };
    struct {
        struct {
            int deep;
        } inner[2];
    } outer;
    struct kinds_variant *next;
    enum { KINDS_INSIDE = 7 } inside;
} kinds_variant;

struct kinds_arrays { /* of what C# has no fixed arrays of, in two registers */
    struct {
        short s;
    } small[4];
    void *pointer[1];
};

struct kinds_tail {
    char length;
    double items[];
};

#ifdef KINDS_ROOM /* given with --define, which the layout program must repeat */
struct kinds_room {
    char room[KINDS_ROOM];
};
#endif

typedef struct kinds_handle *kinds_handle_ptr;
typedef kinds_handle_ptr kinds_handle_alias;
typedef int64_t (*kinds_callback)(union kinds_value value, void *state);

/**
 * Adds up what a record holds.
 * @param bits the record, <b>not</b> null
 * @return the sum
 */
int64_t kinds_sum_bits(const struct kinds_bits *bits);
struct kinds_bits kinds_make_bits(int b);
int64_t kinds_sum_tight(const struct kinds_tight_bits *bits);
double kinds_sum_packed(struct kinds_packed packed);
union kinds_value kinds_real(double value);
int64_t kinds_whole(union kinds_value value);
int64_t kinds_call(kinds_callback callback, void *state);
int64_t kinds_sum_variant(const kinds_variant *variant);
kinds_flags kinds_either(kinds_flags left, kinds_flags right);
struct kinds_arrays kinds_turn(struct kinds_arrays arrays);
kinds_handle_alias kinds_open(void);
int kinds_same(kinds_handle_ptr left, struct kinds_handle *right);
int kinds_sum_rows(int rows, int columns, int values[rows][columns], const int factors[rows]);
int kinds_labelled(int value) __asm__("kinds_label");
#endif

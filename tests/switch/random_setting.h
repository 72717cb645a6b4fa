/* Random settings as structures and as text, for switch_fuzz.c. */
#ifndef RANDOM_SETTING_H
#define RANDOM_SETTING_H
#include "switch.h"

enum { UNITS = 6, NEEDS = 2, VALUES = 4, TEXT_MAX = 8192 };

extern const switch_unit units[UNITS];
extern const switch_need needs[NEEDS];
extern const char *const values[VALUES];

/* The text of a round and where it is put. */
typedef struct input {
    char text[TEXT_MAX];
    size_t length;
    bool in_file;
    char *block; /* the text of a variable, terminated, in a block of its size */
} input;

typedef struct setting {
    int all, unit[UNITS]; /* index into values, or -1 */
    bool on_error;
} setting;

/* All that is random comes from here and depends only on the seed. */
void start_random(uint64_t seed);
int below(int limit);

setting random_setting(bool in_file);

/* The setting as text in a random form: order, blanks, comments, repetitions, line ends. */
void write_setting(input *in, const setting *s);

#endif

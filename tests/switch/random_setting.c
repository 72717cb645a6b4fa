#include "random_setting.h"

#include <stdlib.h>
#include <string.h>

static const char *const no_services[] = {NULL}, *const core_services[] = {"scheduling", "unwinding", NULL};
const switch_unit units[UNITS] = {{"core", core_services},          {"stacks", no_services},
                                  {"exchange-heap", core_services}, {"logging", no_services},
                                  {"local-heap", no_services},      {"io", no_services}};
const switch_need needs[NEEDS] = {{1, 0, "of the first"}, {4, 1, "of the second"}};
const char *const values[VALUES] = {"legacy", "new", "new,legacy", "legacy,new"};

static uint64_t state;

void start_random(uint64_t seed) { state = seed; }

/* splitmix64 */
static uint64_t next_random(void) {
    uint64_t z = (state += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

int below(int limit) { return (int)(next_random() % (uint64_t)limit); }

static void put(input *in, const char *text) {
    size_t length = strlen(text);
    if (in->length + length > TEXT_MAX)
        abort();
    memcpy(in->text + in->length, text, length);
    in->length += length;
}

static void put_blanks(input *in) {
    for (int i = below(4); i > 1; i--)
        put(in, below(2) ? " " : "\t");
}

static void put_separator(input *in) {
    static const char *const in_files[] = {";",  "\n",   "\r\n", "#;all=zebra\n", " # \xc3\xbc\n\n",
                                           ";;", "\n;\n"};
    put_blanks(in);
    put(in, in->in_file ? in_files[below(7)] : below(5) ? ";" : ";\t; ");
    put_blanks(in);
}

static void put_entry(input *in, const char *name, const char *value) {
    put_blanks(in);
    put(in, name);
    put_blanks(in);
    put(in, "=");
    for (; *value; value++) {
        char letter[] = {*value, '\0'};
        if (*value == ',')
            put_blanks(in);
        put(in, letter);
        if (*value == ',')
            put_blanks(in);
    }
    put_separator(in);
}

/* Entry k of the setting: 0 for all, then the units, then on-error. */
static void put_kth(input *in, const setting *s, int k) {
    if (k == 0 && s->all >= 0)
        put_entry(in, "all", values[s->all]);
    else if (k == UNITS + 1 && s->on_error)
        put_entry(in, "on-error", "legacy");
    else if (k > 0 && k <= UNITS && s->unit[k - 1] >= 0)
        put_entry(in, units[k - 1].name, values[s->unit[k - 1]]);
}

void write_setting(input *in, const setting *s) {
    int order[UNITS + 2];
    in->length = 0;
    if (in->in_file && below(8) == 0)
        put(in, "\xef\xbb\xbf");
    for (int k = 0; k < UNITS + 2; k++)
        order[k] = k;
    for (int k = UNITS + 1; k > 0; k--) {
        int other = below(k + 1), kept = order[k];
        order[k] = order[other];
        order[other] = kept;
    }
    for (int k = 0; k < UNITS + 2; k++) {
        put_kth(in, s, order[k]);
        if (below(6) == 0)
            put_kth(in, s, order[below(k + 1)]);
    }
    if (in->in_file && below(3) == 0)
        put(in, "# the end");
}

setting random_setting(bool in_file) {
    setting s = {.all = below(VALUES + 1) - 1, .on_error = in_file && below(4) == 0};
    int together = below(3) ? -1 : below(VALUES);
    for (int i = 0; i < UNITS; i++) {
        s.unit[i] = below(3) ? -1 : below(VALUES);
        if (i == needs[0].needs || i == needs[0].unit || i == needs[1].unit)
            s.unit[i] = below(8) ? together : s.unit[i];
    }
    bool empty = s.all < 0;
    for (int i = 0; i < UNITS; i++)
        empty = empty && s.unit[i] < 0;
    if (empty && !in_file)
        s.all = below(VALUES);
    return s;
}

/* The switch language: text in, rules out. docs/switch.md is its description. */
#ifndef SWITCH_PARSE_H
#define SWITCH_PARSE_H
#include "switch.h"
#include "switch_text.h"

/* Where text comes from. */
typedef struct switch_source {
    enum switch_source_kind kind;
    const char *name; /* the variable's or the file's */
    switch_span text;
} switch_source;

typedef struct switch_rule {
    uint8_t order[SWITCH_BACKENDS];
    uint8_t count; /* 0: not given */
    int line, column;
} switch_rule;

/* All that one source says. The order of its entries does not matter: see switch_parse. */
typedef struct switch_rules {
    switch_rule all;
    switch_rule unit[SWITCH_UNITS_MAX];
    bool on_error_legacy;
} switch_rules;

/* Reads a whole source. A name may be given twice only with the same value; so order never decides anything,
 * and a rule for a unit can beat the rule for all wherever it stands. On an error says the first one in error
 * and goes on reading: on-error=legacy holds wherever in the file it stands. */
bool switch_parse(const switch_catalogue *catalogue, const switch_source *source, switch_rules *rules,
                  switch_text *error);

/* "ZLIB_SWITCH, character 12" or "/etc/app/zlib.switch:3:1". */
void switch_add_place(switch_text *text, enum switch_source_kind kind, const char *name, int line,
                      int column);

#endif

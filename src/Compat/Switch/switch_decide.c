/* From the process's environment to an order of preference per unit:
 *   1. the rules of the highest source that is there (switch_source.c);
 *   2. PREFIX_SWITCH_TRACE and PREFIX_MISSING, after the source, so that its on-error=legacy covers them too;
 *   3. per unit: its own rule, else the rule for all, else legacy;
 *   4. units with an edge between them must have one value. */
#include <assert.h>
#include <string.h>

#include "switch.h"
#include "switch_decision.h"
#include "switch_source.h"
#include "switch_words.h"

typedef struct deciding {
    const switch_catalogue *catalogue;
    const switch_environment *environment;
    switch_decision *decision;
    switch_rules rules;
    switch_text error;
} deciding;

/* The variables that take one of two words, the first meaning the same as no variable. */
static const char *const trace_words[] = {"0", "1"}, *const missing_words[] = {"refuse", "call"};

static bool is_second(const deciding *d, const char *suffix, const char *const words[2]) {
    const char *value = switch_variable(d->catalogue, d->environment, suffix);
    return value && strcmp(value, words[1]) == 0;
}

static int check_word(deciding *d, const char *suffix, const char *const words[2]) {
    const char *value = switch_variable(d->catalogue, d->environment, suffix);
    if (!value || strcmp(value, words[0]) == 0 || strcmp(value, words[1]) == 0)
        return SWITCH_EXIT_OK;
    switch_text_add(&d->error, "%s_%s, character 1: unknown value ", d->catalogue->prefix, suffix);
    switch_text_quote(&d->error, (switch_span){.start = value, .length = strlen(value)});
    switch_text_add(&d->error, "; valid: %s (as if unset) | %s", words[0], words[1]);
    return SWITCH_EXIT_TEXT;
}

static void choose(deciding *d) {
    for (int i = 0; i < d->catalogue->unit_count; i++) {
        bool specific = d->rules.unit[i].count != 0;
        const switch_rule *rule = specific ? &d->rules.unit[i] : &d->rules.all;
        switch_choice *choice = &d->decision->unit[i];
        *choice = (switch_choice){.order = {SWITCH_LEGACY}, .count = 1};
        if (rule->count == 0)
            continue;
        memcpy(choice->order, rule->order, sizeof choice->order);
        choice->count = rule->count;
        choice->specific = specific;
        choice->line = rule->line;
        choice->column = rule->column;
    }
}

static bool same_value(const switch_choice *a, const switch_choice *b) {
    return a->count == b->count && memcmp(a->order, b->order, a->count) == 0;
}

static bool has_edge(const switch_catalogue *catalogue, int unit) {
    for (int i = 0; i < catalogue->need_count; i++)
        if (catalogue->needs[i].unit == unit || catalogue->needs[i].needs == unit)
            return true;
    return false;
}

static void refuse_edge(deciding *d, const switch_need *edge) {
    const switch_unit *units = d->catalogue->units;
    int named = d->decision->unit[edge->unit].specific ? edge->unit : edge->needs;
    const switch_choice *cause = &d->decision->unit[named];
    switch_add_place(&d->error, d->decision->source_kind, d->decision->source, cause->line, cause->column);
    switch_text_add(&d->error, ": not possible yet: unit '%s' must have the same value as unit '%s', since %s, but ",
                    units[edge->unit].name, units[edge->needs].name, edge->reason);
    switch_add_choice(&d->error, d->catalogue, d->decision, edge->unit);
    switch_text_add(&d->error, " and ");
    switch_add_choice(&d->error, d->catalogue, d->decision, edge->needs);
    switch_text_add(&d->error, "; valid: one value for both, as in " SWITCH_ALL "=");
    switch_add_value(&d->error, cause->order, cause->count);
    bool first = true;
    for (int i = 0; i < d->catalogue->unit_count; i++) {
        if (has_edge(d->catalogue, i))
            continue;
        if (first)
            switch_text_add(&d->error, "; units that may differ: ");
        switch_text_word(&d->error, units[i].name, &first);
    }
}

/* Both ends of each edge have one value. */
static int check_edges(deciding *d) {
    for (int i = 0; i < d->catalogue->need_count; i++) {
        const switch_need *edge = &d->catalogue->needs[i];
        if (!same_value(&d->decision->unit[edge->unit], &d->decision->unit[edge->needs])) {
            refuse_edge(d, edge);
            return SWITCH_EXIT_SETTING;
        }
    }
    return SWITCH_EXIT_OK;
}

static void trace_choices(const deciding *d) {
    char line[SWITCH_SOURCE_MAX + 256];
    for (int i = 0; d->decision->trace && i < d->catalogue->unit_count; i++) {
        switch_text text = switch_text_in(line, sizeof line);
        switch_add_choice(&text, d->catalogue, d->decision, i);
        if (d->decision->unit[i].specific && d->rules.all.count)
            switch_text_add(&text, ", which beats the rule for all");
        switch_trace(d->catalogue, d->environment, d->decision, "choice: %s", line);
    }
    if (d->decision->missing_at_call)
        switch_trace(d->catalogue, d->environment, d->decision,
                     "missing functions: the program starts, and aborts at the call of one");
}

int switch_decide(const switch_catalogue *catalogue, const switch_environment *environment,
                  switch_decision *decision) {
    assert(catalogue->unit_count <= SWITCH_UNITS_MAX);
    memset(decision, 0, sizeof *decision);
    deciding d = {.catalogue = catalogue, .environment = environment, .decision = decision};
    d.error = switch_text_in(decision->error, sizeof decision->error);
    decision->trace = is_second(&d, "SWITCH_TRACE", trace_words);
    decision->missing_at_call = is_second(&d, "MISSING", missing_words);

    int code = switch_read_source(catalogue, environment, decision, &d.rules, &d.error);
    if (code == SWITCH_EXIT_OK)
        code = check_word(&d, "SWITCH_TRACE", trace_words);
    if (code == SWITCH_EXIT_OK)
        code = check_word(&d, "MISSING", missing_words);
    choose(&d);
    if (code == SWITCH_EXIT_OK)
        code = check_edges(&d);
    decision->exit_code = code;
    if (code != SWITCH_EXIT_OK && decision->on_error_legacy)
        switch_fall_back(catalogue, environment, decision);
    if (decision->exit_code == SWITCH_EXIT_OK)
        trace_choices(&d);
    return decision->exit_code;
}

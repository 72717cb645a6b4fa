/* From the process's environment to an order of preference per unit:
 *   1. the first source that is there, of: the variable, the file it names, the file beside the program;
 *   2. PREFIX_SWITCH_TRACE and PREFIX_MISSING, checked after the source, so that its on-error=legacy covers
 * them;
 *   3. per unit: its own rule, else the rule for all, else legacy;
 *   4. the units that cannot be switched alone must have one value. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "switch.h"
#include "switch_decision.h"
#include "switch_parse.h"
#include "switch_text.h"
#include "switch_words.h"

typedef struct deciding {
    const switch_catalogue *catalogue;
    const switch_environment *environment;
    switch_decision *decision;
    switch_rules rules;
    switch_text error;
} deciding;

#define TRACE(d, ...) switch_trace((d)->catalogue, (d)->environment, (d)->decision, __VA_ARGS__)

enum { NAME_MAX_LENGTH = 64 };

static void variable_name(const switch_catalogue *catalogue, const char *suffix, char name[NAME_MAX_LENGTH]) {
    switch_text text = switch_text_in(name, NAME_MAX_LENGTH);
    switch_text_add(&text, "%s_%s", catalogue->prefix, suffix);
}

const char *switch_variable(const switch_catalogue *catalogue, const switch_environment *environment,
                            const char *suffix) {
    char name[NAME_MAX_LENGTH];
    if (environment->secure)
        return NULL;
    variable_name(catalogue, suffix, name);
    return environment->variable(environment->context, name);
}

static const char *reason(int error) {
    switch (error) {
    case ENOENT: return "no such file";
    case ENOTDIR: return "no such file: its path leads through something that is no folder";
    case EISDIR: return "a folder, not a file";
    case EINVAL: return "neither a file nor a folder";
    case EACCES: return "permission denied";
    case ELOOP: return "symbolic links that lead nowhere";
    case ENAMETOOLONG: return "the path is too long";
    case EFBIG: return "longer than 65536 bytes";
    case ENOMEM: return "out of memory";
    default: return NULL;
    }
}

static int refuse_file(deciding *d, const char *variable, const char *path, int error) {
    if (variable)
        switch_text_add(&d->error, "%s: ", variable);
    switch_text_add(&d->error, "cannot read switch file ");
    switch_text_path(&d->error, path);
    const char *why = reason(error);
    if (why)
        switch_text_add(&d->error, ": %s", why);
    else
        switch_text_add(&d->error, ": error %d", error);
    if (variable)
        switch_text_add(&d->error, "; name a readable file, or unset %s", variable);
    return SWITCH_EXIT_FILE;
}

static void trace_rule(const deciding *d, const char *name, const switch_rule *rule) {
    char line[SWITCH_SOURCE_MAX + 256];
    switch_text text = switch_text_in(line, sizeof line);
    if (rule->count == 0)
        return;
    switch_text_add(&text, "rule: %s=", name);
    switch_add_value(&text, rule->order, rule->count);
    switch_text_add(&text, " at ");
    switch_add_place(&text, d->decision->source_kind, d->decision->source, rule->line, rule->column);
    TRACE(d, "%s", line);
}

static bool has_rules(const deciding *d) {
    bool any = d->rules.all.count != 0;
    for (int i = 0; i < d->catalogue->unit_count; i++)
        any = any || d->rules.unit[i].count != 0;
    return any;
}

static int read_rules(deciding *d, enum switch_source_kind kind, const char *name, const char *text,
                      size_t length) {
    switch_text source_name = switch_text_in(d->decision->source, sizeof d->decision->source);
    switch_text_add(&source_name, "%s", name);
    d->decision->source_kind = kind;
    switch_source source = {
        .kind = kind, .name = d->decision->source, .text = {.start = text, .length = length}};
    bool parsed = switch_parse(d->catalogue, &source, &d->rules, &d->error);
    d->decision->on_error_legacy = d->rules.on_error_legacy;
    trace_rule(d, SWITCH_ALL, &d->rules.all);
    for (int i = 0; i < d->catalogue->unit_count; i++)
        trace_rule(d, d->catalogue->units[i].name, &d->rules.unit[i]);
    if (d->rules.on_error_legacy)
        TRACE(d, "rule: on-error=legacy");
    return parsed ? SWITCH_EXIT_OK : SWITCH_EXIT_TEXT;
}

static int read_variable(deciding *d, const char *name, const char *value) {
    size_t length = strlen(value);
    if (length > SWITCH_VARIABLE_MAX) {
        switch_text_add(&d->error, "%s, character %d: longer than %d characters; use a switch file", name,
                        SWITCH_VARIABLE_MAX + 1, SWITCH_VARIABLE_MAX);
        return SWITCH_EXIT_TEXT;
    }
    int code = read_rules(d, SWITCH_SOURCE_VARIABLE, name, value, length);
    if (code == SWITCH_EXIT_OK && !has_rules(d)) {
        switch_text_add(
            &d->error,
            "%s, character 1: set but without an entry; unset it to use a switch file, or write all=legacy",
            name);
        return SWITCH_EXIT_TEXT;
    }
    return code;
}

/* The file of that path. found says whether it is there; a missing one is an error only if a variable names
 * it. */
static int read_file(deciding *d, const char *variable, const char *path, bool *found) {
    size_t length = 0;
    char *buffer = malloc(SWITCH_FILE_MAX);
    int error = ENOMEM;
    if (buffer)
        error = d->environment->read_file(d->environment->context, path, buffer, SWITCH_FILE_MAX, &length);
    int code = SWITCH_EXIT_OK;
    *found = error != ENOENT && error != ENOTDIR;
    if (error == 0)
        code = read_rules(d, SWITCH_SOURCE_FILE, path, buffer, length);
    else if (*found || variable)
        code = refuse_file(d, variable, path, error);
    free(buffer);
    return code;
}

static int read_source(deciding *d) {
    char name[NAME_MAX_LENGTH], file_name[NAME_MAX_LENGTH], path[SWITCH_SOURCE_MAX];
    bool found;
    variable_name(d->catalogue, "SWITCH", name);
    variable_name(d->catalogue, "SWITCH_FILE", file_name);
    const char *value = switch_variable(d->catalogue, d->environment, "SWITCH");
    const char *file = switch_variable(d->catalogue, d->environment, "SWITCH_FILE");
    TRACE(d, value ? "source: %s is set; files are not read" : "source: %s is not set", name);
    if (value)
        return read_variable(d, name, value);
    if (file && (!*file || strlen(file) >= SWITCH_PATH_MAX)) {
        switch_text_add(&d->error, "%s: %s; name a file, or unset it", file_name,
                        *file ? "the path is too long" : "set but empty");
        return *file ? SWITCH_EXIT_FILE : SWITCH_EXIT_TEXT;
    }
    TRACE(d, file ? "source: %s is set; its file decides" : "source: %s is not set", file_name);
    if (file)
        return read_file(d, file_name, file, &found);
    if (!d->environment->program_folder) {
        TRACE(d, "source: the program's folder is not known; default all=legacy");
        return SWITCH_EXIT_OK;
    }
    switch_text beside = switch_text_in(path, sizeof path);
    switch_text_add(&beside, "%s/", d->environment->program_folder);
    switch_text_add_lower(&beside, d->catalogue->prefix);
    switch_text_add(&beside, ".switch");
    int code = read_file(d, NULL, path, &found);
    TRACE(d,
          found ? "source: %s, the file beside the program" : "source: %s is not there; default all=legacy",
          path);
    return code;
}

/* A variable that takes one of two words; which is left alone if it is not set. */
static int read_word(deciding *d, const char *suffix, const char *const words[2], bool *second) {
    const char *value = switch_variable(d->catalogue, d->environment, suffix);
    if (!value)
        return SWITCH_EXIT_OK;
    bool is_second = strcmp(value, words[1]) == 0;
    if (!is_second && strcmp(value, words[0]) != 0) {
        switch_text_add(&d->error, "%s_%s, character 1: unknown value ", d->catalogue->prefix, suffix);
        switch_text_quote(&d->error, (switch_span){.start = value, .length = strlen(value)});
        switch_text_add(&d->error, "; valid: %s (as if unset), %s", words[0], words[1]);
        return SWITCH_EXIT_TEXT;
    }
    *second = is_second;
    return SWITCH_EXIT_OK;
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

static void refuse_edge(deciding *d, int unit, int leader) {
    const switch_unit *units = d->catalogue->units;
    const switch_choice *cause = &d->decision->unit[d->decision->unit[unit].specific ? unit : leader];
    switch_add_place(&d->error, d->decision->source_kind, d->decision->source, cause->line, cause->column);
    switch_text_add(&d->error, ": unit '%s' cannot be switched apart from unit '%s' yet, but ",
                    units[unit].name, units[leader].name);
    switch_add_choice(&d->error, d->catalogue, d->decision, unit);
    switch_text_add(&d->error, " and ");
    switch_add_choice(&d->error, d->catalogue, d->decision, leader);
    switch_text_add(&d->error, "; valid: the same value for both, as all=... gives");
    bool first = true;
    for (int i = 0; i < d->catalogue->unit_count; i++) {
        if (!units[i].alone)
            continue;
        if (first)
            switch_text_add(&d->error, "; units with a value of their own: ");
        switch_text_word(&d->error, units[i].name, &first);
    }
}

/* All units that are not alone follow the first of them. */
static int check_together(deciding *d) {
    int leader = -1;
    for (int i = 0; i < d->catalogue->unit_count; i++) {
        if (d->catalogue->units[i].alone)
            continue;
        if (leader < 0)
            leader = i;
        if (!same_value(&d->decision->unit[i], &d->decision->unit[leader])) {
            refuse_edge(d, i, leader);
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
        TRACE(d, "choice: %s", line);
    }
}

int switch_decide(const switch_catalogue *catalogue, const switch_environment *environment,
                  switch_decision *decision) {
    static const char *const trace_words[] = {"0", "1"}, *const missing_words[] = {"refuse", "call"};
    memset(decision, 0, sizeof *decision);
    deciding d = {.catalogue = catalogue, .environment = environment, .decision = decision};
    d.error = switch_text_in(decision->error, sizeof decision->error);
    const char *trace = switch_variable(catalogue, environment, "SWITCH_TRACE");
    decision->trace = trace && strcmp(trace, trace_words[1]) == 0;

    int code = read_source(&d);
    if (code == SWITCH_EXIT_OK)
        code = read_word(&d, "SWITCH_TRACE", trace_words, &decision->trace);
    if (code == SWITCH_EXIT_OK)
        code = read_word(&d, "MISSING", missing_words, &decision->missing_at_call);
    choose(&d);
    if (code == SWITCH_EXIT_OK)
        code = check_together(&d);
    decision->exit_code = code;
    if (code != SWITCH_EXIT_OK && decision->on_error_legacy)
        switch_fall_back(catalogue, environment, decision);
    if (decision->exit_code == SWITCH_EXIT_OK)
        trace_choices(&d);
    return decision->exit_code;
}

/* The sources of a setting. The first one that is there is read; those below it are not looked at:
 *   1. the variable PREFIX_SWITCH;
 *   2. the file that PREFIX_SWITCH_FILE names;
 *   3. prefix.switch beside the program;
 *   4. none: the default. */
#include "switch_source.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "switch_decision.h"
#include "switch_words.h"

typedef struct reading {
    const switch_catalogue *catalogue;
    const switch_environment *environment;
    switch_decision *decision;
    switch_rules *rules;
    switch_text *error;
} reading;

#define TRACE(r, ...) switch_trace((r)->catalogue, (r)->environment, (r)->decision, __VA_ARGS__)

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

/* The C library's texts depend on the locale; these do not. */
static const char *reason(int error) {
    switch (error) {
    case ENOENT: return "no such file";
    case ENOTDIR: return "no such file; its path leads through something that is no folder";
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

static int refuse_file(reading *r, const char *variable, const char *path, int error) {
    if (variable)
        switch_text_add(r->error, "%s: ", variable);
    switch_text_add(r->error, "switch file ");
    switch_text_printable(r->error, path);
    if (reason(error))
        switch_text_add(r->error, ": %s", reason(error));
    else
        switch_text_add(r->error, ": error %d", error);
    if (variable)
        switch_text_add(r->error, "; name a readable file, or unset %s", variable);
    else
        switch_text_add(r->error, "; repair or remove it");
    return SWITCH_EXIT_FILE;
}

static void trace_rule(const reading *r, const char *name, const switch_rule *rule) {
    char line[SWITCH_SOURCE_MAX + 256];
    switch_text text = switch_text_in(line, sizeof line);
    if (rule->count == 0)
        return;
    switch_text_add(&text, "rule: %s=", name);
    switch_add_value(&text, rule->order, rule->count);
    switch_text_add(&text, " at ");
    switch_add_place(&text, r->decision->source_kind, r->decision->source, rule->line, rule->column);
    TRACE(r, "%s", line);
}

static void trace_rules(const reading *r) {
    if (!r->decision->trace)
        return;
    trace_rule(r, SWITCH_ALL, &r->rules->all);
    for (int i = 0; i < r->catalogue->unit_count; i++)
        trace_rule(r, r->catalogue->units[i].name, &r->rules->unit[i]);
    if (r->rules->on_error_legacy)
        TRACE(r, "rule: " SWITCH_ON_ERROR "=legacy");
}

static bool has_rules(const reading *r) {
    bool any = r->rules->all.count != 0;
    for (int i = 0; i < r->catalogue->unit_count; i++)
        any = any || r->rules->unit[i].count != 0;
    return any;
}

static int read_rules(reading *r, enum switch_source_kind kind, const char *name, switch_span text) {
    switch_decision *decision = r->decision;
    switch_text decided_by = switch_text_in(decision->source, sizeof decision->source);
    switch_text_add(&decided_by, "%s", name);
    decision->source_kind = kind;
    switch_source source = {.kind = kind, .name = decision->source, .text = text};
    bool parsed = switch_parse(r->catalogue, &source, r->rules, r->error);
    decision->on_error_legacy = r->rules->on_error_legacy;
    trace_rules(r);
    return parsed ? SWITCH_EXIT_OK : SWITCH_EXIT_TEXT;
}

static int read_variable(reading *r, const char *name, const char *value) {
    switch_span text = {.start = value, .length = strlen(value)};
    if (text.length > SWITCH_VARIABLE_MAX) {
        switch_text_add(r->error, "%s, character %d: longer than %d characters; use a switch file", name,
                        SWITCH_VARIABLE_MAX + 1, SWITCH_VARIABLE_MAX);
        return SWITCH_EXIT_TEXT;
    }
    int code = read_rules(r, SWITCH_SOURCE_VARIABLE, name, text);
    if (code == SWITCH_EXIT_OK && !has_rules(r)) {
        switch_text_add(r->error, "%s, character 1: no entry; write one, as in all=legacy, or unset %s", name,
                        name);
        return SWITCH_EXIT_TEXT;
    }
    return code;
}

/* The file of that path. found: it is there. One that is not is an error only if a variable names it. */
static int read_file(reading *r, const char *variable, const char *path, bool *found) {
    size_t length = 0;
    char *buffer = malloc(SWITCH_FILE_MAX);
    int error = ENOMEM;
    if (buffer)
        error = r->environment->read_file(r->environment->context, path, buffer, SWITCH_FILE_MAX, &length);
    int code = SWITCH_EXIT_OK;
    *found = error != ENOENT && error != ENOTDIR;
    if (error == 0)
        code = read_rules(r, SWITCH_SOURCE_FILE, path, (switch_span){.start = buffer, .length = length});
    else if (*found || variable)
        code = refuse_file(r, variable, path, error);
    free(buffer);
    return code;
}

static int read_named_file(reading *r, const char *variable, const char *path) {
    bool found;
    if (!*path) {
        switch_text_add(r->error, "%s, character 1: no file; name one, or unset %s", variable, variable);
        return SWITCH_EXIT_TEXT;
    }
    if (strlen(path) >= SWITCH_PATH_MAX) {
        switch_text_add(r->error, "%s, character %d: longer than any path; name a file, or unset %s",
                        variable, SWITCH_PATH_MAX, variable);
        return SWITCH_EXIT_FILE;
    }
    return read_file(r, variable, path, &found);
}

static void trace_file(const reading *r, const char *path) {
    char line[SWITCH_SOURCE_MAX + 256];
    switch_text text = switch_text_in(line, sizeof line);
    switch_text_add(&text, "source: file ");
    switch_text_printable(&text, path);
    TRACE(r, "%s beside the program", line);
}

static int read_file_beside_program(reading *r) {
    char path[SWITCH_SOURCE_MAX];
    bool found;
    if (!r->environment->program_folder) {
        TRACE(r, "source: the program's folder is not known, nor a file in it; the default is all=legacy");
        return SWITCH_EXIT_OK;
    }
    switch_text text = switch_text_in(path, sizeof path);
    switch_text_add(&text, "%s/", r->environment->program_folder);
    switch_text_add_lower(&text, r->catalogue->prefix);
    switch_text_add(&text, ".switch");
    if (r->decision->trace)
        trace_file(r, path);
    int code = read_file(r, NULL, path, &found);
    if (!found)
        TRACE(r, "source: no such file; the default is all=legacy");
    return code;
}

int switch_read_source(const switch_catalogue *catalogue, const switch_environment *environment,
                       switch_decision *decision, switch_rules *rules, switch_text *error) {
    reading r = {catalogue, environment, decision, rules, error};
    char name[NAME_MAX_LENGTH], file_name[NAME_MAX_LENGTH];
    variable_name(catalogue, "SWITCH", name);
    variable_name(catalogue, "SWITCH_FILE", file_name);
    const char *value = switch_variable(catalogue, environment, "SWITCH");
    const char *file = switch_variable(catalogue, environment, "SWITCH_FILE");
    memset(rules, 0, sizeof *rules);
    if (value) {
        TRACE(&r, "source: %s is set; no file is read", name);
        return read_variable(&r, name, value);
    }
    TRACE(&r, "source: %s is not set", name);
    if (file) {
        TRACE(&r, "source: %s is set; no other file is read", file_name);
        return read_named_file(&r, file_name, file);
    }
    TRACE(&r, "source: %s is not set", file_name);
    return read_file_beside_program(&r);
}

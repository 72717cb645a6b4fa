#include "switch_parse.h"

#include <string.h>

#include "switch_words.h"

/* One reading of one source. Columns count bytes; what stands before the first error in its line is valid,
 * hence ASCII, so that a byte is a character. */
typedef struct parser {
    const switch_catalogue *catalogue;
    const switch_source *source;
    switch_rules *rules;
    switch_text *error;
    bool failed;
    const char *line_start;
    int line; /* 0 in a variable */
} parser;

void switch_add_place(switch_text *text, enum switch_source_kind kind, const char *name, int line,
                      int column) {
    switch_text_printable(text, name);
    if (kind == SWITCH_SOURCE_FILE)
        switch_text_add(text, ":%d:%d", line, column);
    else
        switch_text_add(text, ", character %d", column);
}

static int column_of(const parser *p, const char *at) { return (int)(at - p->line_start) + 1; }

/* Begins the message for an error at that character; false if there has been one already. */
static bool fails_at(parser *p, const char *at) {
    if (p->failed)
        return false;
    p->failed = true;
    switch_add_place(p->error, p->source->kind, p->source->name, p->line, column_of(p, at));
    switch_text_add(p->error, ": ");
    return true;
}

static switch_span between(const char *start, const char *end) {
    return (switch_span){.start = start, .length = (size_t)(end - start)};
}

static bool is_blank(char c) { return c == ' ' || c == '\t'; }

static switch_span trimmed(switch_span span) {
    const char *start = span.start, *end = span.start + span.length;
    while (start < end && is_blank(*start))
        start++;
    while (end > start && is_blank(end[-1]))
        end--;
    return between(start, end);
}

static const char *find(switch_span span, char c) {
    return span.length ? memchr(span.start, c, span.length) : NULL;
}

static void refuse_value_word(parser *p, switch_span word) {
    if (!fails_at(p, word.start))
        return;
    if (word.length == 0) {
        switch_text_add(p->error, "a value is missing");
    } else {
        switch_text_add(p->error, "unknown value ");
        switch_text_quote(p->error, word);
        const char *equals = find(word, '=');
        if (equals && equals > word.start)
            switch_text_add(p->error, " (entries are separated by ';')");
        else
            switch_add_near_backend(p->error, word);
    }
    switch_text_add(p->error, "; valid: " SWITCH_VALID_VALUES);
}

/* A value: one backend, or two different ones in order of preference. */
static bool parse_value(parser *p, switch_span value, switch_rule *rule) {
    const char *end = value.start + value.length;
    for (const char *at = value.start;;) {
        const char *comma = find(between(at, end), ',');
        switch_span word = trimmed(between(at, comma ? comma : end));
        int backend = switch_find_backend(word);
        if (backend < 0) {
            refuse_value_word(p, word);
            return false;
        }
        if (memchr(rule->order, backend, rule->count)) {
            if (fails_at(p, word.start))
                switch_text_add(p->error, "'%s' is named twice in one value; valid: " SWITCH_VALID_VALUES,
                                switch_backend_name((enum switch_backend)backend));
            return false;
        }
        rule->order[rule->count++] = (uint8_t)backend;
        if (!comma)
            return true;
        at = comma + 1;
    }
}

static void add_rule(parser *p, switch_span name, const switch_rule *rule, switch_rule *slot) {
    bool same = slot->count == rule->count && memcmp(slot->order, rule->order, rule->count) == 0;
    if (slot->count == 0) {
        *slot = *rule;
    } else if (!same && fails_at(p, name.start)) {
        switch_text_add(p->error, "%.*s=", (int)name.length, name.start);
        switch_add_value(p->error, rule->order, rule->count);
        switch_text_add(p->error, " contradicts %.*s=", (int)name.length, name.start);
        switch_add_value(p->error, slot->order, slot->count);
        switch_text_add(p->error, " at ");
        switch_add_place(p->error, p->source->kind, p->source->name, slot->line, slot->column);
        switch_text_add(p->error, "; give '%.*s' one value", (int)name.length, name.start);
    }
}

static void parse_on_error(parser *p, switch_span name, switch_span value) {
    if (p->source->kind != SWITCH_SOURCE_FILE) {
        if (fails_at(p, name.start))
            switch_text_add(p->error, "'" SWITCH_ON_ERROR "' belongs in a switch file, not in a variable");
    } else if (switch_span_is(value, "legacy")) {
        p->rules->on_error_legacy = true;
    } else if (fails_at(p, value.start)) {
        switch_text_add(p->error, "unknown value ");
        switch_text_quote(p->error, value);
        switch_text_add(p->error, " of '" SWITCH_ON_ERROR "'; valid: legacy");
    }
}

static void refuse_name(parser *p, switch_span name) {
    if (!fails_at(p, name.start))
        return;
    int unit = switch_find_service(p->catalogue, name);
    if (unit >= 0) {
        const char *owner = p->catalogue->units[unit].name;
        switch_text_add(p->error,
                        "'%.*s' is a service of unit '%s', and units are what is switched; write %s=...",
                        (int)name.length, name.start, owner, owner);
        return;
    }
    switch_text_add(p->error, "unknown unit ");
    switch_text_quote(p->error, name);
    switch_add_valid_names(p->error, p->catalogue, name, p->source->kind == SWITCH_SOURCE_FILE);
}

static void refuse_without_equals(parser *p, switch_span entry) {
    if (!fails_at(p, entry.start))
        return;
    switch_text_quote(p->error, entry);
    switch_text_add(p->error, " has no '='; an entry is UNIT=VALUE, as in ");
    if (p->source->kind == SWITCH_SOURCE_FILE && switch_span_is(entry, SWITCH_ON_ERROR))
        switch_text_add(p->error, SWITCH_ON_ERROR "=legacy");
    else if (switch_span_is(entry, SWITCH_ALL) || switch_find_unit(p->catalogue, entry) >= 0)
        switch_text_add(p->error, "%.*s=new", (int)entry.length, entry.start);
    else if (switch_find_backend(entry) >= 0)
        switch_text_add(p->error, SWITCH_ALL "=%.*s", (int)entry.length, entry.start);
    else
        switch_text_add(p->error, SWITCH_ALL "=legacy");
}

static void parse_entry(parser *p, switch_span text) {
    switch_span entry = trimmed(text);
    if (entry.length == 0)
        return;
    const char *equals = find(entry, '=');
    if (!equals) {
        refuse_without_equals(p, entry);
        return;
    }
    switch_span name = trimmed(between(entry.start, equals));
    switch_span value = trimmed(between(equals + 1, entry.start + entry.length));
    int unit = switch_find_unit(p->catalogue, name);
    if (name.length == 0) {
        if (fails_at(p, equals))
            switch_text_add(p->error, "no unit before '='; an entry is UNIT=VALUE, as in all=legacy");
    } else if (switch_span_is(name, SWITCH_ON_ERROR)) {
        parse_on_error(p, name, value);
    } else if (unit >= 0 || switch_span_is(name, SWITCH_ALL)) {
        switch_rule rule = {.count = 0, .line = p->line, .column = column_of(p, name.start)};
        if (parse_value(p, value, &rule))
            add_rule(p, name, &rule, unit >= 0 ? &p->rules->unit[unit] : &p->rules->all);
    } else {
        refuse_name(p, name);
    }
}

/* Entries of one line, or of a variable. */
static void parse_entries(parser *p, switch_span line) {
    const char *end = line.start + line.length;
    for (const char *at = line.start;;) {
        const char *semicolon = find(between(at, end), ';');
        parse_entry(p, between(at, semicolon ? semicolon : end));
        if (!semicolon)
            return;
        at = semicolon + 1;
    }
}

static void parse_file(parser *p) {
    const char *at = p->source->text.start, *end = at + p->source->text.length;
    static const char byte_order_mark[3] = "\xef\xbb\xbf";
    if (end - at >= 3 && memcmp(at, byte_order_mark, 3) == 0)
        at += 3;
    for (p->line = 1; at < end; p->line++) {
        const char *newline = find(between(at, end), '\n');
        const char *line_end = newline ? newline : end;
        const char *next = newline ? newline + 1 : end;
        if (line_end > at && line_end[-1] == '\r')
            line_end--;
        const char *comment = find(between(at, line_end), '#');
        p->line_start = at;
        parse_entries(p, between(at, comment ? comment : line_end));
        at = next;
    }
}

static void parse_variable(parser *p) {
    switch_span text = p->source->text;
    p->line_start = text.start;
    for (size_t i = 0; i < text.length; i++) {
        if (text.start[i] != '\n' && text.start[i] != '\r')
            continue;
        if (fails_at(p, text.start + i))
            switch_text_add(p->error, "a line break; entries in a variable are separated by ';'");
        return;
    }
    parse_entries(p, text);
}

bool switch_parse(const switch_catalogue *catalogue, const switch_source *source, switch_rules *rules,
                  switch_text *error) {
    parser p = {.catalogue = catalogue, .source = source, .rules = rules, .error = error};
    memset(rules, 0, sizeof *rules);
    if (source->kind == SWITCH_SOURCE_FILE)
        parse_file(&p);
    else
        parse_variable(&p);
    return !p.failed;
}

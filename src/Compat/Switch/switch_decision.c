#include "switch_decision.h"

#include <stdarg.h>

#include "switch_parse.h"
#include "switch_words.h"

/* A line may hold a whole error message behind its prefix. */
enum { LINE_MAX_LENGTH = SWITCH_ERROR_MAX + 256 };

static void log_list(const switch_catalogue *catalogue, const switch_environment *environment,
                     const char *format, va_list arguments) {
    char line[LINE_MAX_LENGTH];
    switch_text text = switch_text_in(line, sizeof line);
    switch_text_add_lower(&text, catalogue->prefix);
    switch_text_add(&text, "-switch: ");
    switch_text_add_list(&text, format, arguments);
    environment->log(environment->context, line);
}

void switch_log(const switch_catalogue *catalogue, const switch_environment *environment, const char *format,
                ...) {
    va_list arguments;
    va_start(arguments, format);
    log_list(catalogue, environment, format, arguments);
    va_end(arguments);
}

void switch_trace(const switch_catalogue *catalogue, const switch_environment *environment,
                  const switch_decision *decision, const char *format, ...) {
    if (!decision->trace)
        return;
    va_list arguments;
    va_start(arguments, format);
    log_list(catalogue, environment, format, arguments);
    va_end(arguments);
}

void switch_add_choice(switch_text *text, const switch_catalogue *catalogue, const switch_decision *decision,
                       int unit) {
    const switch_choice *choice = &decision->unit[unit];
    switch_text_add(text, "%s=", catalogue->units[unit].name);
    switch_add_value(text, choice->order, choice->count);
    switch_text_add(text, " (");
    if (choice->column == 0) {
        switch_text_add(text, decision->fell_back ? "on-error=legacy)" : "the default)");
        return;
    }
    if (!choice->specific) {
        switch_text_add(text, SWITCH_ALL "=");
        switch_add_value(text, choice->order, choice->count);
        switch_text_add(text, " at ");
    }
    switch_add_place(text, decision->source_kind, decision->source, choice->line, choice->column);
    switch_text_add(text, ")");
}

void switch_fall_back(const switch_catalogue *catalogue, const switch_environment *environment,
                      switch_decision *decision) {
    for (int i = 0; i < catalogue->unit_count; i++)
        decision->unit[i] = (switch_choice){.order = {SWITCH_LEGACY}, .count = 1, .backend = SWITCH_LEGACY};
    decision->fell_back = true;
    decision->exit_code = SWITCH_EXIT_OK;
    switch_log(catalogue, environment, "%s", decision->error);
    char line[SWITCH_SOURCE_MAX + 256];
    switch_text text = switch_text_in(line, sizeof line);
    switch_text_add(&text, SWITCH_ON_ERROR "=legacy in ");
    switch_text_printable(&text, decision->source);
    switch_log(catalogue, environment, "%s: goes on with all=legacy", line);
}

/* Text in fixed buffers, for messages. Nothing here fails: text that does not fit ends with "...". */
#ifndef SWITCH_TEXT_H
#define SWITCH_TEXT_H
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

/* A piece of somebody's text; may hold any byte, NUL included. */
typedef struct switch_span {
    const char *start;
    size_t length;
} switch_span;

bool switch_span_is(switch_span span, const char *word);

/* A message under construction; always terminated. */
typedef struct switch_text {
    char *buffer;
    size_t size, length;
} switch_text;

switch_text switch_text_in(char *buffer, size_t size);
void switch_text_add(switch_text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
void switch_text_add_list(switch_text *text, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

/* The word in quotes, safe for a terminal: bytes other than printable ASCII as \xNN, long words shortened. */
void switch_text_quote(switch_text *text, switch_span word);

/* A path or a reason from elsewhere, safe for a terminal and on one line: control characters as \xNN. */
void switch_text_printable(switch_text *text, const char *foreign);

/* The word in lower case. */
void switch_text_add_lower(switch_text *text, const char *word);

/* ", "-separated. */
void switch_text_word(switch_text *text, const char *word, bool *first);

#endif

#include "switch_text.h"

#include <stdio.h>
#include <string.h>

/* A word this long is nobody's typing mistake; its beginning tells where to look. */
enum { QUOTE_MAX = 64 };

bool switch_span_is(switch_span span, const char *word) {
    return span.length == strlen(word) && memcmp(span.start, word, span.length) == 0;
}

switch_text switch_text_in(char *buffer, size_t size) {
    buffer[0] = '\0';
    return (switch_text){.buffer = buffer, .size = size, .length = 0};
}

void switch_text_add_list(switch_text *text, const char *format, va_list arguments) {
    size_t space = text->size - text->length;
    int wanted = vsnprintf(text->buffer + text->length, space, format, arguments);
    if (wanted < 0)
        return;
    if ((size_t)wanted < space) {
        text->length += (size_t)wanted;
        return;
    }
    text->length = text->size - 1;
    if (text->size > 3)
        memcpy(text->buffer + text->size - 4, "...", 4);
}

void switch_text_add(switch_text *text, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    switch_text_add_list(text, format, arguments);
    va_end(arguments);
}

void switch_text_quote(switch_text *text, switch_span word) {
    size_t shown = word.length > QUOTE_MAX ? QUOTE_MAX : word.length;
    switch_text_add(text, "'");
    for (size_t i = 0; i < shown; i++) {
        unsigned char c = (unsigned char)word.start[i];
        switch_text_add(text, c >= 0x20 && c < 0x7f ? "%c" : "\\x%02x", c);
    }
    switch_text_add(text, shown < word.length ? "...'" : "'");
}

void switch_text_printable(switch_text *text, const char *foreign) {
    for (; *foreign; foreign++) {
        unsigned char c = (unsigned char)*foreign;
        switch_text_add(text, c >= 0x20 && c != 0x7f ? "%c" : "\\x%02x", c);
    }
}

void switch_text_add_lower(switch_text *text, const char *word) {
    for (; *word; word++)
        switch_text_add(text, "%c", *word >= 'A' && *word <= 'Z' ? *word - 'A' + 'a' : *word);
}

void switch_text_word(switch_text *text, const char *word, bool *first) {
    switch_text_add(text, "%s%s", *first ? "" : ", ", word);
    *first = false;
}

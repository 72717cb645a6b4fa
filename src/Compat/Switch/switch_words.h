/* The words of the switch language, and the help for who mistypes one. */
#ifndef SWITCH_WORDS_H
#define SWITCH_WORDS_H
#include "switch.h"
#include "switch_text.h"

#define SWITCH_ALL "all"
#define SWITCH_ON_ERROR "on-error"

/* Index of the unit of that name, or -1. */
int switch_find_unit(const switch_catalogue *catalogue, switch_span word);

/* Index of the unit that has a service of that name, or -1. */
int switch_find_service(const switch_catalogue *catalogue, switch_span word);

/* The backend of that name, or -1. */
int switch_find_backend(switch_span word);

/* "new", "new,legacy", ... */
void switch_add_value(switch_text *text, const uint8_t *order, int count);

/* "; did you mean 'x'?" if some valid word is near, then "; valid: " and the words that can start an entry.
 */
void switch_add_valid_names(switch_text *text, const switch_catalogue *catalogue, switch_span word,
                            bool in_file);

/* The same for the words of a value. */
void switch_add_valid_values(switch_text *text, switch_span word);

#endif

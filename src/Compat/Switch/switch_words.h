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

#define SWITCH_VALID_VALUES "legacy | new | new,legacy | legacy,new"

/* " (did you mean 'core'?)" if some word that can start an entry is near; "; valid: " and all those words. */
void switch_add_valid_names(switch_text *text, const switch_catalogue *catalogue, switch_span word,
                            bool in_file);

/* " (did you mean 'new'?)" if some backend's name is near. */
void switch_add_near_backend(switch_text *text, switch_span word);

#endif

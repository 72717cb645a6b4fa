/* Where a setting comes from. */
#ifndef SWITCH_SOURCE_H
#define SWITCH_SOURCE_H
#include "switch.h"
#include "switch_parse.h"
#include "switch_text.h"

/* Reads the highest source that is there into rules, and says in the decision which one it is. 0, or an exit
 * code with the error; decision->on_error_legacy is right in both cases. */
int switch_read_source(const switch_catalogue *catalogue, const switch_environment *environment,
                       switch_decision *decision, switch_rules *rules, switch_text *error);

#endif

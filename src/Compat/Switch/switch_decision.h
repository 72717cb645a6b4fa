/* What reading the setting and resolving it have in common. */
#ifndef SWITCH_DECISION_H
#define SWITCH_DECISION_H
#include "switch.h"
#include "switch_text.h"

/* A unit's choice and the rule that made it: "core=new (ZLIB_SWITCH, character 12)",
 * "core=new (all=new at a.switch:1:1)", "core=legacy (the default)". */
void switch_add_choice(switch_text *text, const switch_catalogue *catalogue, const switch_decision *decision,
                       int unit);

/* on-error=legacy: everything on legacy, whatever the setting was; logs decision.error, which stays. */
void switch_fall_back(const switch_catalogue *catalogue, const switch_environment *environment,
                      switch_decision *decision);

/* switch_log if the trace is on. */
void switch_trace(const switch_catalogue *catalogue, const switch_environment *environment,
                  const switch_decision *decision, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

#endif

/* Functions that a user's own legacy library exports beside the old API; extra.c. */
#ifndef ROUTER_EXTRA_H
#define ROUTER_EXTRA_H
#include "router.h"

HIDDEN bool router_has_extras(void);
/* The first one from an index on that a loaded object imports and this setting cannot serve, or -1. */
HIDDEN int router_next_unserved_extra(int from);
/* "in a legacy library only, and this setting loads none: old_thing" */
HIDDEN void router_describe_extra(int index, char *text, size_t size);
#endif

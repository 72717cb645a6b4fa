/* The locks of a router: locks.c. */
#ifndef ROUTER_LOCKS_H
#define ROUTER_LOCKS_H
#include "router.h"

/* In the order in which one thread takes them. */
enum router_lock { ROUTER_LOCK_LOADING, ROUTER_LOCK_STACKS, ROUTER_LOCKS };

HIDDEN void router_lock(enum router_lock);
HIDDEN void router_unlock(enum router_lock);
/* Called first in the child of a fork; NULL: nobody. */
extern HIDDEN void (*router_at_fork)(void);
#endif

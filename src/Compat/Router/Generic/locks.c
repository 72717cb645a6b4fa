/* Locks, and what a fork makes of them. The child has only the thread that forked; a lock that another one held would never be
 * given back there. So a fork takes them all first:
 *
 *   1. before the fork, in the order of their use: it waits for a decision that another thread makes, so that the child finds it made,
 *      or not begun;
 *   2. after it the parent gives them back;
 *   3. the child makes new ones: a recursive lock knows its owner by a number, and the child's thread has another one. Then whoever
 *      asked for it is called.
 *
 * They are recursive: loading a backend may call the library again, and may fork. One registration for all of this, made before any
 * fork: what is registered while a fork waits in step 1 is not called in its child. */
#define _GNU_SOURCE
#include "locks.h"
#include "router_symbols.g.h"
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static const pthread_mutex_t fresh = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static pthread_mutex_t locks[ROUTER_LOCKS] = {PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP, PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP};
void (*router_at_fork)(void);

void router_lock(enum router_lock lock) { pthread_mutex_lock(&locks[lock]); }
void router_unlock(enum router_lock lock) { pthread_mutex_unlock(&locks[lock]); }

static void before_fork(void) {
    for (int i = 0; i < ROUTER_LOCKS; i++) router_lock((enum router_lock)i);
}

static void in_parent(void) {
    for (int i = ROUTER_LOCKS - 1; i >= 0; i--) router_unlock((enum router_lock)i);
}

static void in_child(void) {
    for (int i = 0; i < ROUTER_LOCKS; i++) locks[i] = fresh;
    if (router_at_fork) router_at_fork();
}

__attribute__((constructor)) static void watch_forks(void) {
    if (!pthread_atfork(before_fork, in_parent, in_child)) return;
    fputs(ROUTER_NAME ": no memory to watch forks\n", stderr);
    abort();
}

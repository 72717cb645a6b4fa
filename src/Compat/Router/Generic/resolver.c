/* From the first call of the library to filled slots: decide, load, refuse what cannot be served, connect, open.
 *
 * Two threads may make the first call at once: the lock lets one of them decide. A slot is written once, with release
 * order, after all that its target needs is in place; a thread that still reads the lazy stub comes here and waits.
 * The lock is recursive, since loading a backend may call the library again (a constructor of a user's own legacy
 * library): such a call finds itself in the middle of the decision and is told so. A fork waits for the lock (locks.c). */
#define _GNU_SOURCE
#include "router.h"
#include "router_symbols.g.h"
#include "extra.h"
#include "locks.h"
#include "switch_decision.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

static enum { UNDECIDED, DECIDING, DECIDED } state;
static switch_decision decision;

static const switch_environment *environment(void) { return switch_process_environment(); }

const char *router_variable(const char *name) { return switch_variable(&router_catalogue, environment(), name); }

static void refuse(int exit_code) {
    switch_log(&router_catalogue, environment(), "%s", decision.error);
    exit(exit_code);
}

static bool can_load(void *context, enum switch_backend backend, char *why, size_t size) {
    (void)context;
    return router_library_here.load(backend, why, size);
}

/* One backend for every unit, loaded and fit to work together: 0, or the exit code with decision.error. */
static int choose_backends(void) {
    int code = switch_resolve(&router_catalogue, environment(), &decision, can_load, NULL);
    if (!code && !router_library_here.possible(decision.unit, decision.error, sizeof decision.error)) code = SWITCH_EXIT_SETTING;
    return code;
}

/* on-error=legacy in the file, and not used up yet. */
static bool may_fall_back(void) { return decision.on_error_legacy && !decision.fell_back; }

static void fall_back(void) {
    switch_fall_back(&router_catalogue, environment(), &decision);
    int code = choose_backends();
    if (code) refuse(code);
}

static bool find_targets(void) { return router_find_targets(decision.unit, router_library_here.entry); }

/* The first imported symbol from an index on that the setting does not serve, or -1. */
static int next_unserved(const bool *wanted, int from) {
    for (int i = from; i < router_symbol_count; i++)
        if (wanted[i] && !router_target[i]) return i;
    return -1;
}

/* Describes the first import that the setting does not serve, an extra one if all others are; false when there is none. */
static bool describe_first_unserved(const bool *wanted, char *text, size_t size) {
    int unserved = next_unserved(wanted, 0), extra = router_next_unserved_extra(0);
    if (unserved >= 0) router_describe_unserved(decision.unit, unserved, text, size);
    else if (extra >= 0) router_describe_extra(extra, text, size);
    return unserved >= 0 || extra >= 0;
}

static void say_all_unserved(const bool *wanted) {
    for (int i = next_unserved(wanted, 0); i >= 0; i = next_unserved(wanted, i + 1)) router_say_unserved(decision.unit, i);
    for (int i = router_next_unserved_extra(0); i >= 0; i = router_next_unserved_extra(i + 1)) {
        char text[512];
        router_describe_extra(i, text, sizeof text);
        fprintf(stderr, ROUTER_NAME ": %s\n", text);
    }
}

static void serve_imports_or_refuse(void) {
    static bool wanted[ROUTER_SYMBOLS];
    router_imports(wanted);
    if (!describe_first_unserved(wanted, decision.error, sizeof decision.error)) return;
    if (may_fall_back()) {
        fall_back();
        find_targets();
        if (!describe_first_unserved(wanted, decision.error, sizeof decision.error)) return;
    }
    say_all_unserved(wanted);
    fputs(ROUTER_NAME ": the program imports what its setting cannot serve; choose the other backend for that (" ROUTER_PREFIX "_SWITCH), "
          "or set " ROUTER_PREFIX "_MISSING=call to let only the call itself abort\n", stderr);
    exit(SWITCH_EXIT_UNSERVED);
}

static void decide(void) {
    const router_library *library = &router_library_here;
    int code = switch_decide(&router_catalogue, environment(), &decision);
    if (code) refuse(code);
    code = choose_backends();
    if (code && !may_fall_back()) refuse(code);
    if (code) fall_back();
    if ((!find_targets() || router_has_extras()) && !decision.missing_at_call) serve_imports_or_refuse();
    library->connect(decision.unit);
    bool counting = router_counts_calls();
    if (counting) router_report_calls(&decision);
    router_trace_start();
    router_open_slots(counting);
}

/* A child of the process that decided. One that was forked before decides for itself. */
static void in_child(void) {
    if (state != DECIDED) return;
    router_in_child = true;
    if (router_library_here.forked) router_library_here.forked(decision.unit);
}

/* Under the lock, for the call of a function. */
static void decide_once(const char *called) {
    if (state == DECIDING) {
        fprintf(stderr, ROUTER_NAME ": %s was called while the backends were being loaded\n", called);
        abort();
    }
    if (state == DECIDED) return;
    state = DECIDING;
    router_at_fork = in_child;
    decide();
    state = DECIDED;
}

void router_when_decided(void (*then)(switch_choice *units, void *argument), void *argument) {
    router_lock(ROUTER_LOCK_LOADING);
    decide_once("another library");
    then(decision.unit, argument);
    router_unlock(ROUTER_LOCK_LOADING);
}

void *router_resolve(int symbol) {
    router_check_process(decision.unit, symbol); /* before the lock, which a thread of the parent may have held */
    int caller_errno = errno; /* the call that comes in behind this one may be about to read it */
    router_lock(ROUTER_LOCK_LOADING);
    decide_once(router_symbols[symbol].name);
    void *target = router_target[symbol] ? router_table[symbol] : NULL;
    router_unlock(ROUTER_LOCK_LOADING);
    errno = caller_errno;
    if (target) return target;
    router_say_unserved(decision.unit, symbol);
    abort();
}

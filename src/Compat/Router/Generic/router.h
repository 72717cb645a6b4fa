/* The generic part of the router: one slot per exported function, filled once per process by what the switch decided.
 *
 * Life of a slot: it starts as a lazy stub. The first call of any symbol enters router_resolve, which decides the switch,
 * loads the backends that are needed, refuses programs that import what their setting cannot serve, and then fills every
 * slot with the address of its backend's function. From then on a call costs one indirect jump. A slot that nobody
 * serves keeps its lazy stub, which then ends the process with 'not migrated yet'.
 *
 * It knows nothing of the library it serves: names and units come from the header router_symbols.g.h that bindgen writes, how
 * a backend is loaded from router_library below, which Plain/ implements for any library without tasks. Plain C, no libstdc++
 * (which alone costs 1.2 ms at start). */
#ifndef ROUTER_GENERIC_H
#define ROUTER_GENERIC_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "switch.h"

#define HIDDEN __attribute__((visibility("hidden")))
#define EXPORT __attribute__((visibility("default")))

typedef struct router_symbol {
    const char *name, *version, *service; /* version: "" for none */
    const char *trace;                    /* how calls are shown; trace.c */
    uint8_t unit;
} router_symbol;

typedef struct router_library {
    /* Loads a backend; false with the reason in why. Called at most once a backend. */
    bool (*load)(enum switch_backend backend, char *why, size_t size);
    /* Can what was loaded serve these choices together? If not, says what is missing. */
    bool (*possible)(const switch_choice *units, char *why, size_t size);
    /* Where callers of a symbol jump to on that backend, or NULL when it does not serve it. */
    void *(*entry)(enum switch_backend backend, int symbol);
    /* An exported function of the legacy library that is no symbol of this one, or NULL. */
    void *(*find_extra)(const char *name);
    bool (*legacy_is_loaded)(void);
    /* Connects the loaded backends, now that it is decided who implements what. */
    void (*connect)(const switch_choice *units);
    /* In the child of a fork, once it is decided. NULL: there is nothing to do. */
    void (*forked)(const switch_choice *units);
    /* Where a runtime counts its internal calls, [unit][backend]; NULL when it has none. */
    const int64_t *internal_calls;
    /* Calls of exported functions of a unit that this router does not see; NULL: there are none. */
    uint64_t (*other_calls)(int unit);
} router_library;

extern HIDDEN const router_library router_library_here;

/* Of this library, from the generated header (tables.c). */
extern HIDDEN const switch_catalogue router_catalogue; /* prefix of the variables, units */
extern HIDDEN const router_symbol router_symbols[];    /* sorted by name */
extern HIDDEN const int router_symbol_count;

/* From bindgen: the slots, and per symbol the stubs that may stand in a slot. */
extern HIDDEN void *router_table[];
extern HIDDEN void *const router_counting[];
extern HIDDEN void *const router_tracing[];
/* Jumped through and counted by the counting stubs. */
extern HIDDEN void *router_target[];
extern HIDDEN uint64_t router_calls[];

/* Entered by a lazy stub: returns where the call shall go on. */
HIDDEN void *router_resolve(int symbol);
/* Fills the targets by the choices, by whoever knows where a symbol of a backend is; false when some symbol has none. */
HIDDEN bool router_find_targets(const switch_choice *units, void *(*entry)(enum switch_backend backend, int symbol));
/* From here on calls go to the targets, counted and traced if that was asked for. */
HIDDEN void router_open_slots(bool counting);
/* In the child of a fork, where nothing of C# lives but the memory: the functions of new units, but those that stay, get their lazy
 * stubs back. What these enter, router_resolve, has router_check_process tell the call and end the process. */
extern HIDDEN bool router_in_child; /* this process was forked from the one that decided */
HIDDEN void router_close_slots(const switch_choice *units, bool (*stays)(const char *name));
HIDDEN void router_check_process(const switch_choice *units, int symbol);
HIDDEN void router_refuse_in_child(const char *called) __attribute__((noreturn));
/* "not migrated yet: rust_uv_run (io)" */
HIDDEN void router_describe_unserved(const switch_choice *units, int symbol, char *text, size_t size);
HIDDEN void router_say_unserved(const switch_choice *units, int symbol);
/* Decides the switch unless it is decided, and runs then with the choices, under the lock of the decision. */
HIDDEN void router_when_decided(void (*then)(switch_choice *units, void *argument), void *argument);
/* Did somebody ask for call counts (PREFIX_CALLS)? */
HIDDEN bool router_counts_calls(void);
/* Prepares the report of calls by unit and backend, written when the process exits. */
HIDDEN void router_report_calls(const switch_decision *decision);
/* Reads PREFIX_TRACE; ends the process if it names no service. */
HIDDEN void router_trace_start(void);
/* Where callers of a symbol jump to: on to slot, or to its tracing stub if its service is traced. */
HIDDEN void *router_trace_slot(int symbol, void *slot);
/* Marks in wanted[] the symbols that the loaded objects import. */
HIDDEN void router_imports(bool *wanted);
/* Tells each import of the objects that link to the library, whatever it is; some more than once. */
HIDDEN void router_each_import(void (*see)(const char *name, void *context), void *context);
/* Opens a library that stands in the router's folder, by absolute path: a bare name would find the router itself. NULL with the
 * reason in why. */
HIDDEN void *router_open_beside(const char *file, char *why, size_t size);
/* Opens the library of PREFIX_LEGACY, which must be an absolute path; if that is not set, the file of the path given, beside
 * the router if it has no folder. NULL with the reason in why. */
HIDDEN void *router_open_legacy(const char *file, char *why, size_t size);
/* The function of a symbol in a library, by its version if it has one; NULL if the library lacks it. */
HIDDEN void *router_find(void *library, int symbol);
/* An environment variable of this library: PREFIX_name. NULL when unset or under AT_SECURE. */
HIDDEN const char *router_variable(const char *name);
#endif

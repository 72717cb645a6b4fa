/* The switch: which backend, legacy or new, stands behind each unit of a library. docs/switch.md is its
 * language.
 *
 * Generic: the library, the prefix of its variables and its units come from a catalogue. With prefix ZLIB
 * the switch looks at ZLIB_SWITCH, ZLIB_SWITCH_FILE, zlib.switch beside the program,
 * ZLIB_SWITCH_TRACE and ZLIB_MISSING.
 *
 * Used once per process, in two steps:
 *   1. switch_decide reads the setting: an order of preference per unit;
 *   2. switch_resolve turns each order into one backend, asking which backends load.
 * Both return 0 or one of switch_exit_codes.h with the message in decision.error; the caller prints that
 * (switch_log) and ends the process. Not thread-safe: the caller sees to it that one thread decides and the
 * others wait. */
#ifndef SWITCH_H
#define SWITCH_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "switch_exit_codes.h"

/* In the order of the router's counters, and of the headers of a library that has counters of its own. */
enum switch_backend { SWITCH_LEGACY, SWITCH_NEW, SWITCH_BACKENDS };

enum {
    SWITCH_UNITS_MAX = 64,
    SWITCH_VARIABLE_MAX = 4096, /* bytes of a variable's text */
    SWITCH_FILE_MAX = 65536,    /* bytes of a file */
    SWITCH_PATH_MAX = 4096,
    SWITCH_SOURCE_MAX = SWITCH_PATH_MAX + 128,
    SWITCH_ERROR_MAX = 4 * SWITCH_PATH_MAX /* a path three times, and the longest list of valid words */
};

/* A unit: what is switched together. */
typedef struct switch_unit {
    const char *name;
    const char *const
        *services; /* ends with NULL; named in the message to who writes a service for its unit */
} switch_unit;

/* An edge: two units, by their index, that cannot be on different sides yet, and why. */
typedef struct switch_need {
    int unit, needs;
    const char *reason; /* ends the sentence "unit A must have the same value as unit B, since ..." */
} switch_need;

typedef struct switch_catalogue {
    const char *prefix;  /* of the variables: "ZLIB"; at most 32 characters */
    const char *library; /* "libz.so.1" */
    const switch_unit *units;
    int unit_count; /* at most SWITCH_UNITS_MAX */
    const switch_need *needs;
    int need_count;
} switch_catalogue;

/* All that a decision sees of the process. switch_process_environment fills in the real one, tests their own.
 */
typedef struct switch_environment {
    void *context;
    const char *(*variable)(void *context, const char *name); /* NULL: not set */
    /* Reads a regular file whole: 0 or an errno. EFBIG: longer than capacity; EINVAL: neither file nor
     * directory. */
    int (*read_file)(void *context, const char *path, char *buffer, size_t capacity, size_t *length);
    void (*log)(void *context, const char *line); /* one line, without its newline */
    const char *program_folder;                   /* without a slash at its end; NULL: not known */
    bool secure;                                  /* AT_SECURE: variables are not to be trusted */
} switch_environment;

/* What was decided for a unit, and by which rule. */
typedef struct switch_choice {
    uint8_t order[SWITCH_BACKENDS]; /* the backends, preferred one first */
    uint8_t count;                  /* how many of them: 1, or 2 with a fallback */
    uint8_t backend;                /* the one chosen; valid after switch_resolve */
    bool specific;                  /* the rule names the unit; else it is the rule for all */
    int line, column; /* of the rule in the source, from 1; line 0 in a variable; column 0: no rule */
} switch_choice;

enum switch_source_kind { SWITCH_SOURCE_DEFAULT, SWITCH_SOURCE_VARIABLE, SWITCH_SOURCE_FILE };

typedef struct switch_decision {
    switch_choice unit[SWITCH_UNITS_MAX];
    bool trace;           /* PREFIX_SWITCH_TRACE=1 */
    bool missing_at_call; /* PREFIX_MISSING=call: a function that cannot be served aborts at its call, not at
                             start */
    bool on_error_legacy; /* the file says on-error=legacy */
    bool fell_back;       /* on-error=legacy was needed: everything is legacy, and error says why */
    int exit_code;
    enum switch_source_kind source_kind;
    char source[SWITCH_SOURCE_MAX]; /* the variable's name or the file's path; empty for the default */
    char error[SWITCH_ERROR_MAX];   /* one line, without a prefix */
} switch_decision;

/* Reads the setting. A decision is large (about 22 KiB): keep it in static memory. */
int switch_decide(const switch_catalogue *catalogue, const switch_environment *environment,
                  switch_decision *decision);

/* Can this backend's library be loaded (and is it now)? If not, says why. Asked at most once for each
 * backend, and only for one that some unit wants. */
typedef bool (*switch_can_load)(void *context, enum switch_backend backend, char *why, size_t size);

/* Chooses unit[].backend; units with an edge between them get the same one. */
int switch_resolve(const switch_catalogue *catalogue, const switch_environment *environment,
                   switch_decision *decision, switch_can_load can_load, void *context);

/* The value of PREFIX_suffix, or NULL if it is not set or not to be trusted. For the router's own variables
 * too. */
const char *switch_variable(const switch_catalogue *catalogue, const switch_environment *environment,
                            const char *suffix);

/* Logs one line behind the prefix of all switch messages ("zlib-switch: "). */
void switch_log(const switch_catalogue *catalogue, const switch_environment *environment, const char *format,
                ...) __attribute__((format(printf, 3, 4)));

const char *switch_backend_name(enum switch_backend backend);

/* This process: getenv, files, stderr, AT_SECURE, the folder of /proc/self/exe. Made by the first call, which
 * is the deciding thread's. */
const switch_environment *switch_process_environment(void);

#endif

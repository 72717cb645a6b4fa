/* The switch on its own, for tests: decides and resolves from this process's variables and files, and prints
 * what came out. The exit status is the switch's; messages go to stderr as in a real program.
 *
 *   switch-check CATALOGUE [FACT]...
 *
 * CATALOGUE is a file of lines: "prefix NAME", "library NAME", "unit NAME SERVICE...", "need UNIT UNIT REASON".
 * A FACT replaces one thing that the switch would see: "folder=PATH" and "no-folder" (where the program is),
 * "secure", "unreadable=PATH" (permission denied, for root too), "cannot-load=BACKEND:WHY". */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "switch.h"

enum { USAGE = 2, LINE = 4096, SERVICES = 32 };

static const switch_environment *process;
static const char *unreadable;
static const char *cannot_load[SWITCH_BACKENDS];
static int asked[SWITCH_BACKENDS];

static void fail(const char *what, const char *which) {
    fprintf(stderr, "switch-check: %s: %s\n", what, which);
    exit(USAGE);
}

static char *copy(const char *text) {
    char *made = malloc(strlen(text) + 1);
    if (!made)
        fail("out of memory", text);
    return strcpy(made, text);
}

static void read_unit(switch_unit *unit) {
    const char *name = strtok(NULL, " \n");
    if (!name)
        fail("catalogue", "a unit needs a name");
    const char **services = calloc(SERVICES + 1, sizeof *services);
    if (!services)
        fail("out of memory", name);
    unit->name = copy(name);
    unit->services = services;
    const char *service;
    for (int i = 0; i < SERVICES && (service = strtok(NULL, " \n")); i++)
        services[i] = copy(service);
}

static int index_of(const switch_catalogue *catalogue, const char *name) {
    for (int i = 0; name && i < catalogue->unit_count; i++)
        if (strcmp(catalogue->units[i].name, name) == 0)
            return i;
    fail("catalogue: a need of an unknown unit", name ? name : "");
    return -1;
}

static void read_need(const switch_catalogue *catalogue, switch_need *need) {
    need->unit = index_of(catalogue, strtok(NULL, " \n"));
    need->needs = index_of(catalogue, strtok(NULL, " \n"));
    need->reason = copy(strtok(NULL, "\n"));
}

static const switch_catalogue *read_catalogue(const char *path) {
    static switch_unit units[SWITCH_UNITS_MAX];
    static switch_need needs[SWITCH_UNITS_MAX];
    static switch_catalogue catalogue;
    char line[LINE];
    catalogue.units = units;
    catalogue.needs = needs;
    FILE *file = fopen(path, "r");
    if (!file)
        fail("cannot open catalogue", path);
    while (fgets(line, sizeof line, file)) {
        const char *kind = strtok(line, " \n");
        if (!kind)
            continue;
        if (strcmp(kind, "prefix") == 0)
            catalogue.prefix = copy(strtok(NULL, " \n"));
        else if (strcmp(kind, "library") == 0)
            catalogue.library = copy(strtok(NULL, " \n"));
        else if (strcmp(kind, "unit") == 0 && catalogue.unit_count < SWITCH_UNITS_MAX)
            read_unit(&units[catalogue.unit_count++]);
        else if (strcmp(kind, "need") == 0 && catalogue.need_count < SWITCH_UNITS_MAX)
            read_need(&catalogue, &needs[catalogue.need_count++]);
        else
            fail("catalogue line", kind);
    }
    fclose(file);
    return &catalogue;
}

static int read_file(void *context, const char *path, char *buffer, size_t capacity, size_t *length) {
    if (unreadable && strcmp(path, unreadable) == 0)
        return EACCES;
    return process->read_file(context, path, buffer, capacity, length);
}

static bool load(void *context, enum switch_backend backend, char *why, size_t size) {
    (void)context;
    if (asked[backend]++)
        fail("asked twice to load", switch_backend_name(backend));
    if (!cannot_load[backend])
        return true;
    snprintf(why, size, "%s", cannot_load[backend]);
    return false;
}

static const char *after(const char *text, const char *start) {
    return strncmp(text, start, strlen(start)) == 0 ? text + strlen(start) : NULL;
}

static void apply_fact(switch_environment *environment, const char *fact) {
    const char *value;
    if ((value = after(fact, "folder=")))
        environment->program_folder = value;
    else if (strcmp(fact, "no-folder") == 0)
        environment->program_folder = NULL;
    else if (strcmp(fact, "secure") == 0)
        environment->secure = true;
    else if ((value = after(fact, "unreadable=")))
        unreadable = value;
    else if ((value = after(fact, "cannot-load=legacy:")))
        cannot_load[SWITCH_LEGACY] = value;
    else if ((value = after(fact, "cannot-load=new:")))
        cannot_load[SWITCH_NEW] = value;
    else
        fail("unknown fact", fact);
}

static void print(const switch_catalogue *catalogue, const switch_decision *decision) {
    printf("source %s\n", decision->source_kind == SWITCH_SOURCE_DEFAULT ? "default" : decision->source);
    printf("missing %s\n", decision->missing_at_call ? "call" : "refuse");
    printf("fell-back %s\n", decision->fell_back ? "yes" : "no");
    for (int i = 0; i < catalogue->unit_count; i++) {
        const switch_choice *choice = &decision->unit[i];
        printf("unit %s %s", catalogue->units[i].name, switch_backend_name(choice->order[0]));
        if (choice->count > 1)
            printf(",%s", switch_backend_name(choice->order[1]));
        printf(" %s\n", switch_backend_name(choice->backend));
    }
}

int main(int argc, char **argv) {
    static switch_decision decision;
    if (argc < 2)
        fail("usage", "switch-check CATALOGUE [FACT]...");
    const switch_catalogue *catalogue = read_catalogue(argv[1]);
    process = switch_process_environment();
    switch_environment environment = *process;
    environment.read_file = read_file;
    for (int i = 2; i < argc; i++)
        apply_fact(&environment, argv[i]);
    int code = switch_decide(catalogue, &environment, &decision);
    if (code == SWITCH_EXIT_OK)
        code = switch_resolve(catalogue, &environment, &decision, load, NULL);
    if (code == SWITCH_EXIT_OK)
        print(catalogue, &decision);
    else
        switch_log(catalogue, &environment, "%s", decision.error);
    return code;
}

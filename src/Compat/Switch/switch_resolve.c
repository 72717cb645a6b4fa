/* From an order of preference per unit to one backend per unit.
 *
 * A backend loads or it does not, for all units alike; and units with an edge between them have one value
 * (switch_decide). So every unit may choose for itself, and those still end up together. */
#include <string.h>

#include "switch.h"
#include "switch_decision.h"
#include "switch_parse.h"
#include "switch_text.h"

typedef struct resolving {
    const switch_catalogue *catalogue;
    const switch_environment *environment;
    switch_decision *decision;
    switch_can_load can_load;
    void *context;
    enum { NOT_ASKED, LOADS, FAILS } state[SWITCH_BACKENDS];
    char why[SWITCH_BACKENDS][1024];
} resolving;

static bool loads(resolving *r, enum switch_backend backend) {
    if (r->state[backend] == NOT_ASKED) {
        r->why[backend][0] = '\0';
        bool loaded = r->can_load(r->context, backend, r->why[backend], sizeof r->why[backend]);
        r->state[backend] = loaded ? LOADS : FAILS;
        switch_trace(r->catalogue, r->environment, r->decision, "backend: %s %s",
                     switch_backend_name(backend), loaded ? "loads" : "cannot load");
    }
    return r->state[backend] == LOADS;
}

static bool choose_backend(resolving *r, switch_choice *choice) {
    for (int i = 0; i < choice->count; i++) {
        if (!loads(r, choice->order[i]))
            continue;
        choice->backend = choice->order[i];
        return true;
    }
    return false;
}

static enum switch_backend other(enum switch_backend backend) {
    return backend == SWITCH_LEGACY ? SWITCH_NEW : SWITCH_LEGACY;
}

static void add_failure(switch_text *text, const resolving *r, enum switch_backend backend) {
    switch_text_add(text, "the %s backend of %s cannot load: ", switch_backend_name(backend),
                    r->catalogue->library);
    switch_text_printable(text, r->why[backend]);
    switch_text_add(text, "; ");
}

static void refuse(resolving *r, int unit) {
    const switch_choice *choice = &r->decision->unit[unit];
    switch_text error = switch_text_in(r->decision->error, sizeof r->decision->error);
    for (int i = 0; i < choice->count; i++)
        add_failure(&error, r, choice->order[i]);
    switch_text_add(&error, "needed by ");
    switch_add_choice(&error, r->catalogue, r->decision, unit);
    if (choice->count == 1 && !r->decision->fell_back)
        switch_text_add(&error, "; a value with a fallback would be %s,%s",
                        switch_backend_name(choice->order[0]), switch_backend_name(other(choice->order[0])));
}

static bool choose_all(resolving *r) {
    for (int i = 0; i < r->catalogue->unit_count; i++) {
        if (choose_backend(r, &r->decision->unit[i]))
            continue;
        refuse(r, i);
        return false;
    }
    return true;
}

/* One line for a backend that does not load: why, and who is elsewhere because of it. */
static void log_fallback(const resolving *r, enum switch_backend failed) {
    char line[SWITCH_PATH_MAX];
    switch_text text = switch_text_in(line, sizeof line);
    bool first = true;
    add_failure(&text, r, failed);
    switch_text_add(&text, "fell back to %s for ", switch_backend_name(other(failed)));
    for (int i = 0; i < r->catalogue->unit_count; i++)
        if (r->decision->unit[i].order[0] == failed && r->decision->unit[i].backend != failed)
            switch_text_word(&text, r->catalogue->units[i].name, &first);
    if (!first)
        switch_log(r->catalogue, r->environment, "%s", line);
}

int switch_resolve(const switch_catalogue *catalogue, const switch_environment *environment,
                   switch_decision *decision, switch_can_load can_load, void *context) {
    resolving r = {.catalogue = catalogue,
                   .environment = environment,
                   .decision = decision,
                   .can_load = can_load,
                   .context = context};
    bool chosen = choose_all(&r);
    if (!chosen && decision->on_error_legacy && !decision->fell_back) {
        switch_fall_back(catalogue, environment, decision);
        chosen = choose_all(&r);
    }
    decision->exit_code = chosen ? SWITCH_EXIT_OK : SWITCH_EXIT_BACKEND;
    for (int backend = 0; chosen && backend < SWITCH_BACKENDS; backend++)
        if (r.state[backend] == FAILS)
            log_fallback(&r, (enum switch_backend)backend);
    return decision->exit_code;
}

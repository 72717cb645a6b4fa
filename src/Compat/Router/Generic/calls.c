/* The report of calls by unit and backend, which proves that a backend that was not chosen was not called. Counting costs two
 * nanoseconds a call, so it is done only when PREFIX_CALLS names a file to write to; one JSON object, when the process
 * exits. A process that ends by abort or a signal leaves no report, and neither does a child that was forked: the file is its
 * parent's. */
#define _GNU_SOURCE
#include "router.h"
#include "router_symbols.g.h"
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const switch_decision *decided;

bool router_counts_calls(void) {
    const char *file = router_variable("CALLS");
    return file && *file;
}

static uint64_t exported_calls(int unit) {
    uint64_t sum = router_library_here.other_calls ? router_library_here.other_calls(unit) : 0;
    for (int i = 0; i < router_symbol_count; i++)
        if (router_symbols[i].unit == unit) sum += __atomic_load_n(&router_calls[i], __ATOMIC_RELAXED);
    return sum;
}

static void write_text(FILE *out, const char *text) {
    for (; *text; text++) {
        if (*text == '"' || *text == '\\') fputc('\\', out);
        if ((unsigned char)*text >= ' ') fputc(*text, out);
    }
}

static void write_report(void) {
    if (router_in_child) return;
    const char *file = router_variable("CALLS");
    FILE *out = file ? fopen(file, "we") : NULL;
    if (!out) {
        fprintf(stderr, ROUTER_NAME ": cannot write the call counts to %s: %s\n", file ? file : "?", strerror(errno));
        return;
    }
    fputs("{\"switch\":\"", out);
    write_text(out, decided->source);
    fputs("\",\"units\":{", out);
    const switch_catalogue *catalogue = &router_catalogue;
    for (int unit = 0; unit < catalogue->unit_count; unit++) {
        uint64_t calls[SWITCH_BACKENDS] = {0, 0};
        enum switch_backend chosen = decided->unit[unit].backend;
        calls[chosen] = exported_calls(unit);
        for (int backend = 0; backend < SWITCH_BACKENDS; backend++)
            if (router_library_here.internal_calls)
                calls[backend] += (uint64_t)__atomic_load_n(
                    &router_library_here.internal_calls[unit * SWITCH_BACKENDS + backend], __ATOMIC_RELAXED);
        fprintf(out, "%s\"%s\":{\"backend\":\"%s\",\"legacy\":%" PRIu64 ",\"new\":%" PRIu64 "}", unit ? "," : "",
                catalogue->units[unit].name, switch_backend_name(chosen), calls[SWITCH_LEGACY], calls[SWITCH_NEW]);
    }
    fputs("}}\n", out);
    fclose(out);
}

void router_report_calls(const switch_decision *decision) {
    decided = decision;
    atexit(write_report);
}

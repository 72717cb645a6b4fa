/* The trace of calls, by service: which function, with which arguments and result. PREFIX_TRACE names the services, or all;
 * PREFIX_TRACE_FILE the file to append to instead of stderr. Slots of services that are not traced hold what they hold without
 * a trace, so that it costs nothing when off.
 *
 * How a call is shown is in the generated list: words name:kind, then =kind for the result. Kinds: i1..i8 and u1..u8 integers,
 * f4 and f8, p pointer, t text, h hidden, s hidden and floating, v nothing. A line is one write, so that threads do not mix. */
#define _GNU_SOURCE
#include "router.h"
#include "router_symbols.g.h"
#include "switch_exit_codes.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* As trace.S saves them. */
typedef struct trace_registers {
    uint64_t integer[6];
    uint64_t rax, rdx;
    struct { double low, high; } sse[8];
} trace_registers;

HIDDEN void *router_traced[ROUTER_SYMBOLS]; /* where a tracing stub goes on */
HIDDEN void router_trace_enter(int symbol, const trace_registers *registers);
HIDDEN void router_trace_leave(int symbol, const trace_registers *results);

enum { LINE = 1024, TEXT_SHOWN = 64 };
static int output = STDERR_FILENO;

typedef struct line {
    char text[LINE];
    int length;
} line;

__attribute__((format(printf, 2, 3))) static void add(line *l, const char *format, ...) {
    __builtin_va_list arguments;
    __builtin_va_start(arguments, format);
    int room = LINE - 1 - l->length, wanted = vsnprintf(l->text + l->length, (size_t)room, format, arguments);
    __builtin_va_end(arguments);
    l->length += wanted < room ? wanted : room - 1;
}

static void begin(line *l, int symbol) {
    l->length = 0;
    add(l, ROUTER_NAME "-trace: [%d] %s", (int)gettid(), router_symbols[symbol].name);
}

static void end(line *l) {
    l->text[l->length++] = '\n';
    ssize_t written;
    do written = write(output, l->text, (size_t)l->length);
    while (written < 0 && errno == EINTR);
}

static void add_text(line *l, const char *text) {
    if (!text) {
        add(l, "NULL");
        return;
    }
    add(l, "\"");
    for (int i = 0; i < TEXT_SHOWN && text[i]; i++) {
        unsigned char c = (unsigned char)text[i];
        add(l, c >= ' ' && c < 0x7f && c != '"' && c != '\\' ? "%c" : "\\x%02x", c);
    }
    add(l, strnlen(text, TEXT_SHOWN + 1) > TEXT_SHOWN ? "...\"" : "\"");
}

/* A value of an integer register: the bits above its type's size are anything. */
static void add_integer(line *l, char kind, int size, uint64_t bits) {
    int unused = 64 - 8 * size;
    if (kind == 'i') add(l, "%lld", (long long)(int64_t)(bits << unused) >> unused);
    else add(l, "%llu", (unsigned long long)(bits << unused >> unused));
}

/* The next argument of that kind, or a result. */
static void add_value(line *l, const char *kind, const uint64_t **integer, const double **sse) {
    float single;
    switch (*kind) {
    case 'i': case 'u': add_integer(l, *kind, kind[1] - '0', *(*integer)++); break;
    case 'p': add(l, "%p", (void *)*(*integer)++); break;
    case 't': add_text(l, (const char *)*(*integer)++); break;
    case 'h': (*integer)++; add(l, "?"); break;
    case 's': *sse += 2; add(l, "?"); break;
    case 'f':
        memcpy(&single, *sse, sizeof single);
        add(l, "%.17g", kind[1] == '4' ? (double)single : **sse);
        *sse += 2;
        break;
    }
}

void router_trace_enter(int symbol, const trace_registers *registers) {
    int caller_errno = errno;
    const uint64_t *integer = registers->integer;
    const double *sse = &registers->sse[0].low;
    const char *word = router_symbols[symbol].trace;
    line l;
    begin(&l, symbol);
    add(&l, *word ? "(" : "(...)");
    for (const char *separator = ""; *word && *word != '='; separator = ", ") {
        const char *colon = strchr(word, ':');
        add(&l, "%s%.*s=", separator, (int)(colon - word), word);
        add_value(&l, colon + 1, &integer, &sse);
        word = strchr(word, ' ') + 1;
    }
    if (*word) add(&l, ")");
    end(&l);
    errno = caller_errno;
}

void router_trace_leave(int symbol, const trace_registers *results) {
    int caller_errno = errno;
    const uint64_t *integer = &results->rax;
    const double *sse = &results->sse[0].low;
    const char *kind = strchr(router_symbols[symbol].trace, '=') + 1;
    line l;
    begin(&l, symbol);
    add(&l, *kind == 'v' ? " returned" : " = ");
    add_value(&l, kind, &integer, &sse);
    end(&l);
    errno = caller_errno;
}

/* ---- which services */

static bool names_service(const char *list, const char *service) {
    size_t length = strlen(service);
    for (const char *at = list; at; at = strchr(at, ',') ? strchr(at, ',') + 1 : NULL)
        if (!strncmp(at, service, length) && (at[length] == ',' || !at[length])) return true;
    return false;
}

static bool is_service(const char *word, size_t length) {
    for (int unit = 0; unit < router_catalogue.unit_count; unit++)
        for (const char *const *s = router_catalogue.units[unit].services; *s; s++)
            if (strlen(*s) == length && !strncmp(word, *s, length)) return true;
    return length == 3 && !strncmp(word, "all", length);
}

static const char *wanted;

void router_trace_start(void) {
    wanted = router_variable("TRACE");
    if (!wanted || !*wanted) {
        wanted = NULL;
        return;
    }
    for (const char *at = wanted;;) {
        size_t length = strcspn(at, ",");
        if (!is_service(at, length)) {
            fprintf(stderr, ROUTER_NAME ": " ROUTER_PREFIX "_TRACE: unknown service '%.*s'; valid: all", (int)length, at);
            for (int unit = 0; unit < router_catalogue.unit_count; unit++)
                for (const char *const *s = router_catalogue.units[unit].services; *s; s++) fprintf(stderr, ", %s", *s);
            fputc('\n', stderr);
            exit(SWITCH_EXIT_TEXT);
        }
        if (!at[length]) break;
        at += length + 1;
    }
    const char *file = router_variable("TRACE_FILE");
    if (!file || !*file) return;
    output = open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    if (output >= 0) return;
    fprintf(stderr, ROUTER_NAME ": " ROUTER_PREFIX "_TRACE_FILE: cannot write to %s: %s\n", file, strerror(errno));
    exit(SWITCH_EXIT_FILE);
}

void *router_trace_slot(int symbol, void *slot) {
    if (!wanted || !(names_service(wanted, "all") || names_service(wanted, router_symbols[symbol].service))) return slot;
    router_traced[symbol] = slot;
    return router_tracing[symbol];
}

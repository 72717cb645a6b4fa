/* Random settings for the switch.
 *
 *   switch-fuzz SEED ROUNDS
 *
 * Each round has its own seed, SEED + round, and does two things:
 *   1. makes a setting, writes it as text in a random form (order, blanks, comments, repetitions, line ends)
 *      and expects the switch to decide and to resolve exactly that setting;
 *   2. damages that text and expects a decision, or one well-formed line that names a place inside the text.
 * A failure prints the round's seed and text: "switch-fuzz SEED 1" does that round again. Text is handed over
 * in blocks of exactly its size, so that a sanitizer sees any step beyond it. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "random_setting.h"
#include "switch.h"
#include "switch_parse.h"
#include "switch_text.h"

static const switch_catalogue catalogue = {"RUSTRT", "librustrt.so", units, UNITS, needs, NEEDS};
static const char file_name[] = "/etc/rustrt.switch", variable[] = "RUSTRT_SWITCH";

static uint64_t seed;

static void report(const input *in, const char *what, const char *detail) {
    printf("FAIL seed %llu: %s: %s\n  text in a %s, hex:", (unsigned long long)seed, what, detail,
           in->in_file ? "file" : "variable");
    for (size_t i = 0; i < in->length; i++)
        printf("%02x", (unsigned char)in->text[i]);
    printf("\n0 passed, 1 failed\n");
    exit(1);
}

static void *need(void *block) {
    if (!block)
        abort();
    return block;
}

/* ---- the environment: one source, and a log that must stay printable ---- */

static const char *get_variable(void *context, const char *name) {
    const input *in = context;
    return !in->in_file && strcmp(name, variable) == 0 ? in->block : NULL;
}

static int read_file(void *context, const char *path, char *buffer, size_t capacity, size_t *length) {
    const input *in = context;
    if (!in->in_file || strcmp(path, file_name) != 0)
        return ENOENT;
    if (in->length > capacity)
        return EFBIG;
    /* whoever reads on behind the text finds more entries */
    for (size_t i = 0; i < capacity; i++)
        buffer[i] = ";zebra=new"[i % 10];
    memcpy(buffer, in->text, in->length);
    *length = in->length;
    return 0;
}

static void check_line(const input *in, const char *line) {
    for (const char *c = line; *c; c++)
        if ((unsigned char)*c < 0x20 || (unsigned char)*c > 0x7e)
            report(in, "a character that is not printable", line);
}

static void log_line(void *context, const char *line) {
    check_line(context, line);
    if (strncmp(line, "rustrt-switch: ", 15) != 0)
        report(context, "a line without its prefix", line);
}

/* ---- 1. settings ---- */

static int value_of(const setting *s, int unit) {
    int value = s->unit[unit] >= 0 ? s->unit[unit] : s->all;
    return value >= 0 ? value : SWITCH_LEGACY;
}

static bool stays_together(const setting *s) {
    for (int i = 0; i < NEEDS; i++)
        if (value_of(s, needs[i].unit) != value_of(s, needs[i].needs))
            return false;
    return true;
}

static void check_choices(const input *in, const switch_decision *decision, const setting *s) {
    for (int i = 0; i < UNITS; i++) {
        const switch_choice *choice = &decision->unit[i];
        char value[32];
        snprintf(value, sizeof value, "%s%s%s", switch_backend_name(choice->order[0]),
                 choice->count > 1 ? "," : "",
                 choice->count > 1 ? switch_backend_name(choice->order[1]) : "");
        if (strcmp(value, values[decision->fell_back ? SWITCH_LEGACY : value_of(s, i)]) != 0)
            report(in, "another value", units[i].name);
        if (!decision->fell_back && choice->specific != (s->unit[i] >= 0))
            report(in, "another rule", units[i].name);
    }
}

static bool can_load(void *context, enum switch_backend backend, char *why, size_t size) {
    const bool *loads = context;
    snprintf(why, size, "%s", loads[backend] ? "" : "no\nsuch\x1b file");
    return loads[backend];
}

static void check_backends(const input *in, const switch_decision *decision, const bool *loads) {
    for (int i = 0; i < UNITS; i++) {
        const switch_choice *choice = &decision->unit[i];
        int wanted = loads[choice->order[0]] || choice->count == 1 ? choice->order[0] : choice->order[1];
        if (choice->backend != wanted || !loads[wanted])
            report(in, "another backend", units[i].name);
    }
    for (int i = 0; i < NEEDS; i++)
        if (decision->unit[needs[i].unit].backend != decision->unit[needs[i].needs].backend)
            report(in, "torn apart", units[needs[i].unit].name);
}

static bool all_can_load(const setting *s, const bool *loads) {
    for (int i = 0; i < UNITS; i++) {
        int value = value_of(s, i);
        if (value < SWITCH_BACKENDS ? !loads[value] : !loads[SWITCH_LEGACY] && !loads[SWITCH_NEW])
            return false;
    }
    return true;
}

static int decide(input *in, switch_decision *decision) {
    switch_environment environment = {.context = in,
                                      .variable = get_variable,
                                      .read_file = read_file,
                                      .log = log_line,
                                      .program_folder = "/etc"};
    return switch_decide(&catalogue, &environment, decision);
}

static void check_setting(input *in, const setting *s) {
    static switch_decision decision;
    bool loads[SWITCH_BACKENDS] = {below(4) != 0, below(4) != 0};
    switch_environment environment = {.context = in, .log = log_line};
    int code = decide(in, &decision);
    if (decision.on_error_legacy != s->on_error)
        report(in, "on-error", "lost or found");
    bool valid = stays_together(s);
    if (code != (valid || s->on_error ? SWITCH_EXIT_OK : SWITCH_EXIT_SETTING))
        report(in, "another exit code", decision.error);
    if (decision.fell_back != (!valid && s->on_error))
        report(in, "on-error", decision.error);
    if (code)
        return;
    check_choices(in, &decision, s);
    bool possible = decision.fell_back ? loads[SWITCH_LEGACY]
                                       : all_can_load(s, loads) || (s->on_error && loads[SWITCH_LEGACY]);
    code = switch_resolve(&catalogue, &environment, &decision, can_load, loads);
    if (code != (possible ? SWITCH_EXIT_OK : SWITCH_EXIT_BACKEND))
        report(in, "another exit code of resolve", decision.error);
    if (code)
        check_line(in, decision.error);
    else
        check_backends(in, &decision, loads);
}

/* ---- 2. damage ---- */

static void damage_once(input *in) {
    static const char *const pieces[] = {
        "=",  ";",   ",",     "\n",     "\r",         "#",        "\xef\xbb\xbf",
        "%s", "all", "new",   "legacy", "on-error",   "core=new", "stacks",
        " ",  "\t",  "=new;", "\xff",   "scheduling", "LOGGING",  "exchange_heap"};
    size_t at = in->length ? (size_t)below((int)in->length) : 0;
    size_t rest = in->length - at;
    const char *piece = pieces[below((int)(sizeof pieces / sizeof *pieces))];
    size_t length = strlen(piece);
    switch (below(5)) {
    case 0:
        if (rest)
            in->text[at] = (char)below(256);
        break;
    case 1:
        if (rest) {
            size_t cut = 1 + (size_t)below((int)rest);
            memmove(in->text + at, in->text + at + cut, rest - cut);
            in->length -= cut;
        }
        break;
    case 2: in->length = at; break;
    case 3:
        if (in->length * 2 <= TEXT_MAX) {
            memcpy(in->text + in->length, in->text + at, rest);
            in->length += rest;
        }
        break;
    default:
        if (in->length + length <= TEXT_MAX) {
            memmove(in->text + at + length, in->text + at, rest);
            memcpy(in->text + at, piece, length);
            in->length += length;
        }
    }
}

/* Is that character in the text, or the first behind a line of it? */
static bool is_inside(const input *in, int line, int column) {
    const char *at = in->text, *end = in->text + in->length;
    if (in->in_file && in->length >= 3 && memcmp(at, "\xef\xbb\xbf", 3) == 0)
        at += 3;
    for (int i = 1; in->in_file && i < line; i++) {
        at = memchr(at, '\n', (size_t)(end - at));
        if (!at)
            return false;
        at++;
    }
    const char *newline = in->in_file ? memchr(at, '\n', (size_t)(end - at)) : NULL;
    return column >= 1 && column - 1 <= (newline ? newline : end) - at;
}

static void check_error(const input *in, const char *error) {
    const char *name = in->in_file ? file_name : variable;
    const char *place = error + strlen(name);
    int line = 0, column = 0, end = 0;
    check_line(in, error);
    if (strncmp(error, name, strlen(name)) != 0)
        report(in, "an error without its source", error);
    if (in->in_file)
        sscanf(place, ":%d:%d: %n", &line, &column, &end);
    else
        sscanf(place, ", character %d: %n", &column, &end);
    if (end == 0 || !place[end])
        report(in, "an error without a place or a text", error);
    if (in->length <= SWITCH_VARIABLE_MAX && !is_inside(in, line, column))
        report(in, "a place outside of the text", error);
}

/* The parser alone, on a block of exactly the text's size. */
static bool parses(const input *in) {
    static switch_rules rules;
    char error[SWITCH_ERROR_MAX];
    switch_text text = switch_text_in(error, sizeof error);
    char *block = need(malloc(in->length ? in->length : 1));
    memcpy(block, in->text, in->length);
    switch_source source = {.kind = in->in_file ? SWITCH_SOURCE_FILE : SWITCH_SOURCE_VARIABLE,
                            .name = in->in_file ? file_name : variable,
                            .text = {.start = block, .length = in->length}};
    bool parsed = switch_parse(&catalogue, &source, &rules, &text);
    free(block);
    if (parsed != (text.length == 0))
        report(in, "an error and no error", error);
    if (!parsed)
        check_error(in, error);
    return parsed;
}

static void check_damaged(input *in) {
    static switch_decision decision;
    int code = decide(in, &decision);
    bool parsed = parses(in);
    if (code == SWITCH_EXIT_OK) {
        if (!parsed && !decision.fell_back)
            report(in, "decided on text that does not parse", "");
        for (int i = 0; i < UNITS; i++) {
            const switch_choice *choice = &decision.unit[i];
            bool known = choice->order[0] < SWITCH_BACKENDS && choice->order[1] < SWITCH_BACKENDS;
            if (!known || choice->count < 1 || choice->count > SWITCH_BACKENDS)
                report(in, "not a choice", units[i].name);
        }
    } else if (code == SWITCH_EXIT_TEXT || code == SWITCH_EXIT_SETTING) {
        check_error(in, decision.error);
    } else {
        report(in, "an exit code of something else", decision.error);
    }
}

/* ---- rounds ---- */

static void hand_over(input *in) {
    if (in->in_file)
        return;
    const char *zero = memchr(in->text, '\0', in->length);
    if (zero)
        in->length = (size_t)(zero - in->text);
    free(in->block);
    in->block = need(malloc(in->length + 1));
    memcpy(in->block, in->text, in->length);
    in->block[in->length] = '\0';
}

static void play_round(void) {
    static input in;
    start_random(seed);
    in.in_file = below(2);
    setting s = random_setting(in.in_file);
    write_setting(&in, &s);
    hand_over(&in);
    check_setting(&in, &s);
    for (int i = 1 + below(6); i > 0; i--)
        damage_once(&in);
    hand_over(&in);
    check_damaged(&in);
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fprintf(stderr, "usage: switch-fuzz SEED ROUNDS\n");
        return 2;
    }
    uint64_t first = strtoull(argv[1], NULL, 10), rounds = strtoull(argv[2], NULL, 10);
    for (seed = first; seed < first + rounds; seed++)
        play_round();
    printf("%llu rounds from seed %llu\n1 passed, 0 failed\n", (unsigned long long)rounds,
           (unsigned long long)first);
    return 0;
}

#include "switch_words.h"

#include <string.h>

/* Longer words are compared by their beginning only; no valid word comes near this. */
enum { WORD_MAX = 48 };

static const char *const backend_names[SWITCH_BACKENDS] = {[SWITCH_LEGACY] = "legacy", [SWITCH_NEW] = "new"};

const char *switch_backend_name(enum switch_backend backend) { return backend_names[backend]; }

int switch_find_unit(const switch_catalogue *catalogue, switch_span word) {
    for (int i = 0; i < catalogue->unit_count; i++)
        if (switch_span_is(word, catalogue->units[i].name))
            return i;
    return -1;
}

int switch_find_service(const switch_catalogue *catalogue, switch_span word) {
    for (int i = 0; i < catalogue->unit_count; i++)
        for (const char *const *service = catalogue->units[i].services; service && *service; service++)
            if (switch_span_is(word, *service))
                return i;
    return -1;
}

int switch_find_backend(switch_span word) {
    for (int i = 0; i < SWITCH_BACKENDS; i++)
        if (switch_span_is(word, backend_names[i]))
            return i;
    return -1;
}

void switch_add_value(switch_text *text, const uint8_t *order, int count) {
    for (int i = 0; i < count; i++)
        switch_text_add(text, "%s%s", i ? "," : "", backend_names[order[i]]);
}

/* Upper case for lower and _ for - are no mistake worth counting. */
static char folded(char c) {
    if (c >= 'A' && c <= 'Z')
        return (char)(c - 'A' + 'a');
    return c == '_' ? '-' : c;
}

/* Insertions, deletions, replacements and swaps of neighbours that make one word of the other. */
static int distance(switch_span a, const char *b) {
    int rows[3][WORD_MAX + 1];
    int *before = rows[0], *above = rows[1], *row = rows[2];
    int a_length = a.length > WORD_MAX ? WORD_MAX : (int)a.length;
    int b_length = strlen(b) > WORD_MAX ? WORD_MAX : (int)strlen(b);
    for (int j = 0; j <= b_length; j++)
        above[j] = before[j] = j;
    for (int i = 1; i <= a_length; i++) {
        row[0] = i;
        for (int j = 1; j <= b_length; j++) {
            char x = folded(a.start[i - 1]), y = folded(b[j - 1]);
            int best = above[j - 1] + (x != y);
            if (above[j] + 1 < best)
                best = above[j] + 1;
            if (row[j - 1] + 1 < best)
                best = row[j - 1] + 1;
            if (i > 1 && j > 1 && x == folded(b[j - 2]) && folded(a.start[i - 2]) == y &&
                before[j - 2] + 1 < best)
                best = before[j - 2] + 1;
            row[j] = best;
        }
        int *spare = before;
        before = above, above = row, row = spare;
    }
    return above[b_length];
}

/* Keeps the nearer of two candidates; a third of the letters wrong is the furthest that still counts. */
static void consider(const char *candidate, switch_span word, const char **best, int *best_distance) {
    int d = distance(word, candidate);
    int limit = (int)strlen(candidate) / 3;
    if (d <= (limit ? limit : 1) && d < *best_distance)
        *best = candidate, *best_distance = d;
}

static void add_guess(switch_text *text, const char *guess) {
    if (guess)
        switch_text_add(text, " (did you mean '%s'?)", guess);
}

void switch_add_valid_names(switch_text *text, const switch_catalogue *catalogue, switch_span word,
                            bool in_file) {
    const char *best = NULL;
    int best_distance = WORD_MAX;
    consider(SWITCH_ALL, word, &best, &best_distance);
    for (int i = 0; i < catalogue->unit_count; i++)
        consider(catalogue->units[i].name, word, &best, &best_distance);
    if (in_file)
        consider(SWITCH_ON_ERROR, word, &best, &best_distance);
    add_guess(text, best);
    switch_text_add(text, "; valid: " SWITCH_ALL);
    for (int i = 0; i < catalogue->unit_count; i++)
        switch_text_add(text, ", %s", catalogue->units[i].name);
    if (in_file)
        switch_text_add(text, ", " SWITCH_ON_ERROR);
}

void switch_add_near_backend(switch_text *text, switch_span word) {
    const char *best = NULL;
    int best_distance = WORD_MAX;
    for (int i = 0; i < SWITCH_BACKENDS; i++)
        consider(backend_names[i], word, &best, &best_distance);
    add_guess(text, best);
}

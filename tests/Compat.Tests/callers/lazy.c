/* Uses libraries of the system one after another, and says after each use which of them are mapped: lazy FILE. */
#include "rustrt.h"
#include <pty.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static FILE *answers;

static void report(const char *when) {
    static const char *const libraries[] = {"/libz.so", "/libedit.so", "/libuv.so"};
    enum { COUNT = sizeof libraries / sizeof *libraries };
    bool mapped[COUNT] = {false};
    char line[4096];
    FILE *maps = fopen("/proc/self/maps", "r");
    if (!maps) abort();
    while (fgets(line, sizeof line, maps))
        for (int i = 0; i < COUNT; i++) mapped[i] |= strstr(line, libraries[i]) != NULL;
    fclose(maps);
    fprintf(answers, "%s:", when);
    for (int i = 0; i < COUNT; i++)
        if (mapped[i]) fprintf(answers, " %s", libraries[i] + 1);
    fputs("\n", answers);
}

static void *required(void *value) {
    if (!value) abort();
    return value;
}

/* Line editing asks libedit only where both streams are a terminal. */
static void sit_at_a_terminal(void) {
    int screen, terminal;
    if (openpty(&screen, &terminal, NULL, NULL, NULL) || dup2(terminal, 0) < 0 || dup2(terminal, 1) < 0) abort();
    if (write(screen, "line\n", 5) != 5) abort();
    setenv("TERM", "xterm", 1);
}

int main(int argc, char **argv) {
    size_t size;
    answers = required(fopen(argc > 1 ? argv[1] : "", "w"));
    report("start");
    rust_uv_loop_delete(required(rust_uv_loop_new()));
    report("loop");
    free(required(tdefl_compress_mem_to_heap("words words", 11, &size, 0)));
    report("deflate");
    if (!linenoiseHistoryAdd("line")) abort();
    report("history");
    sit_at_a_terminal();
    free(required(linenoise("> ")));
    report("line");
    return fclose(answers);
}

/* linenoise of the new backend: a line from the user, edited by libedit where there is a terminal, else read plainly. libedit calls
 * back in the middle of el_gets, on this stack, and the caller's completion function may do what callers may; so the reading is
 * native. History and completions are C#'s, which is asked through wrapped functions. libedit is opened by the first line that is
 * edited. Compile with -fexceptions: a completion may fail. */
#define _GNU_SOURCE
#include "router_api.h"
#include <dlfcn.h>
#include <histedit.h>
#include <locale.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LINE_ROOM = 4096 }; /* with the NUL */

static linenoise_completion round_of(const char *text) {
    static void *wrapper;
    return ((linenoise_completion(*)(const char *))router_wrapped_once(&wrapper, (void *)router_new_functions.line_round))(text);
}
static int candidate(char **text) {
    static void *wrapper;
    return ((int (*)(char **))router_wrapped_once(&wrapper, (void *)router_new_functions.line_candidate))(text);
}
static char *history_line(size_t age) {
    static void *wrapper;
    return ((char *(*)(size_t))router_wrapped_once(&wrapper, (void *)router_new_functions.history_line))(age);
}
static size_t history_size(void) {
    static void *wrapper;
    return ((size_t(*)(void))router_wrapped_once(&wrapper, (void *)router_new_functions.history_size))();
}

/* ---- libedit */

#define LIBEDIT(F) F(el_init) F(el_set) F(el_resize) F(el_gets) F(el_line) F(el_wline) F(el_cursor) F(el_deletestr) F(el_insertstr)
static struct {
#define FIELD(name) __typeof__(&name) name;
    LIBEDIT(FIELD)
#undef FIELD
} libedit;

static bool open_libedit(void) {
    void *library = dlopen("libedit.so.2", RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        fprintf(stderr, "rustrt: lines are read without editing: %s\n", dlerror());
        return false;
    }
    bool complete = true;
#define FIND(name) *(void **)&libedit.name = dlsym(library, #name), complete = complete && libedit.name;
    LIBEDIT(FIND)
#undef FIND
    return complete;
}

/* The line being edited. For the process, without a lock, as ever. */
static const char *prompt_now;
static size_t history_age;

static char *prompt_of(EditLine *editor) {
    (void)editor;
    return (char *)prompt_now;
}

static void replace_line(EditLine *editor, const char *text) {
    const LineInfoW *line = libedit.el_wline(editor);
    libedit.el_cursor(editor, (int)(line->lastchar - line->cursor));
    libedit.el_deletestr(editor, (int)(line->lastchar - line->buffer));
    /* An empty string is an error there. */
    if (*text) libedit.el_insertstr(editor, text);
}

static void free_text(char **text) { free(*text); }

/* The tabulator key goes round: each candidate in turn, then what the user had typed. */
static unsigned char complete(EditLine *editor, int key) {
    (void)key;
    const LineInfo *line = libedit.el_line(editor);
    char *text __attribute__((cleanup(free_text))) = strndup(line->buffer, (size_t)(line->lastchar - line->buffer));
    if (!text) return CC_ERROR;
    linenoise_completion ask = round_of(text);
    if (ask) ask(text, &prompt_now); /* any pointer: there is one list of completions */
    char *next;
    int kind = candidate(&next);
    if (!kind) return CC_ERROR;
    replace_line(editor, next);
    return kind == 2 ? CC_REFRESH_BEEP : CC_REFRESH;
}

static unsigned char interrupt(EditLine *editor, int key) {
    (void)editor, (void)key;
    return CC_EOF;
}

/* libedit's walk through a history that is not its own: first is the newest, next is older. */
static int walk_history(void *unused, HistEvent *event, int direction, ...) {
    (void)unused;
    size_t size = history_size();
    switch (direction) {
    case H_FIRST: history_age = 0; break;
    case H_LAST: history_age = size - 1; break;
    case H_NEXT: history_age++; break;
    case H_PREV: history_age--; break;
    default: return -1;
    }
    /* Beyond either end, since an age below 0 is a large one. */
    event->str = history_age < size ? history_line(history_age) : NULL;
    event->num = (int)history_age;
    return event->str ? 0 : -1;
}

/* One for the process, never ended: ending it would throw away what the user has typed ahead. NULL: no editing here. */
static EditLine *editor;

static void make_editor(void) {
    if (!open_libedit()) return;
    EditLine *made = libedit.el_init("rustrt", stdin, stdout, stderr);
    if (!made) return;
    libedit.el_set(made, EL_PROMPT, prompt_of);
    libedit.el_set(made, EL_EDITOR, "emacs");
    libedit.el_set(made, EL_HIST, walk_history, &history_age); /* NULL would mean: no history */
    libedit.el_set(made, EL_ADDFN, "rustrt-complete", "Goes round the completions of the line", complete);
    libedit.el_set(made, EL_BIND, "^I", "rustrt-complete", NULL);
    /* Ctrl-C is a key like any other while a line is edited: it ends the line, not the program. */
    libedit.el_set(made, EL_SETTY, "-d", "-isig", NULL);
    libedit.el_set(made, EL_ADDFN, "rustrt-interrupt", "Gives the line up", interrupt);
    libedit.el_set(made, EL_BIND, "^C", "rustrt-interrupt", NULL);
    editor = made;
}

/* ---- reading */

static char *copy_of(const char *line, size_t length) {
    if (length && line[length - 1] == '\n') length--;
    return strndup(line, length < LINE_ROOM - 1 ? length : LINE_ROOM - 1);
}

/* Editing needs a keyboard, a screen, and a name for what the screen understands. */
static bool is_terminal(void) {
    const char *kind = getenv("TERM");
    return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) && kind && *kind && strcmp(kind, "dumb") != 0 && strcmp(kind, "cons25") != 0;
}

static char *read_plainly(const char *prompt) {
    fputs(prompt, stdout);
    fflush(stdout);
    char line[LINE_ROOM];
    return fgets(line, sizeof line, stdin) ? copy_of(line, strlen(line)) : NULL;
}

/* libedit sees characters through the thread's locale, and programs of that time set none; their strings are UTF-8. */
typedef struct utf8_locale {
    locale_t ours, outer;
} utf8_locale;

static void leave_locale(utf8_locale *locale) {
    if (!locale->ours) return;
    uselocale(locale->outer);
    freelocale(locale->ours);
}

static char *edit(const char *prompt) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    utf8_locale locale __attribute__((cleanup(leave_locale))) = {newlocale(LC_CTYPE_MASK, "C.UTF-8", NULL), NULL};
    if (locale.ours) locale.outer = uselocale(locale.ours);
    fflush(stdout);
    pthread_once(&once, make_editor);
    if (!editor) return read_plainly(prompt);
    prompt_now = prompt;
    history_age = 0;
    round_of(NULL); /* no round goes on from the line before */
    libedit.el_resize(editor);
    /* Before the prompt is shown, so that a key pressed at once is a key already. */
    libedit.el_set(editor, EL_PREP_TERM, 1);
    int length = 0;
    const char *line = libedit.el_gets(editor, &length);
    char *result = line && length > 0 ? copy_of(line, (size_t)length) : NULL;
    /* Where the user pressed Enter, libedit has ended the line on the screen. */
    if (!result) fputs("\n", stdout);
    fflush(stdout);
    return result;
}

HIDDEN char *router_native_linenoise(const char *prompt) {
    if (!prompt) prompt = "";
    return is_terminal() ? edit(prompt) : read_plainly(prompt);
}

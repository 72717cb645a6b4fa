#include "line_editing/editor.h"
#include "line_editing/history.h"
#include <algorithm>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <histedit.h>
#include <unistd.h>

namespace legacy::line_editor {

linenoise_completion completion;

namespace {

constexpr size_t line_room = 4096; // with the NUL

// libedit sees characters through the thread's locale, and programs of that time set none; their strings are
// UTF-8.
class utf8_locale {
    locale_t _ours = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr), _outer = nullptr;

public:
    utf8_locale() {
        if (_ours) _outer = uselocale(_ours);
    }
    ~utf8_locale() {
        if (!_ours) return;
        uselocale(_outer);
        freelocale(_ours);
    }
    utf8_locale(const utf8_locale &) = delete;
    utf8_locale &operator=(const utf8_locale &) = delete;
};

// The line being edited.
struct session {
    const char *prompt;
    size_t history_age;
    // The tabulator key goes round: each candidate in turn, then what the user had typed.
    candidates round;
    size_t shown;
} session;

char *prompt_of(EditLine *) {
    return const_cast<char *>(session.prompt);
}

std::string text_of(EditLine *editor) {
    const LineInfo *line = el_line(editor);
    return {line->buffer, line->lastchar};
}

void replace_line(EditLine *editor, const std::string &text) {
    const LineInfoW *line = el_wline(editor);
    el_cursor(editor, static_cast<int>(line->lastchar - line->cursor));
    el_deletestr(editor, static_cast<int>(line->lastchar - line->buffer));
    // An empty string is an error there.
    if (!text.empty()) el_insertstr(editor, text.c_str());
}

unsigned char complete(EditLine *editor, int) {
    std::string text = text_of(editor);
    if (session.round.empty() || session.round[session.shown] != text) {
        session.round.clear();
        if (completion) completion(text.c_str(), &session.round);
        if (session.round.empty()) return CC_ERROR;
        session.round.push_back(text);
        session.shown = 0;
    } else session.shown = (session.shown + 1) % session.round.size();
    replace_line(editor, session.round[session.shown]);
    return session.shown == session.round.size() - 1 ? CC_REFRESH_BEEP : CC_REFRESH;
}

unsigned char interrupt(EditLine *, int) {
    return CC_EOF;
}

// libedit's walk through a history that is not its own: first is the newest, next is older.
int walk_history(void *, HistEvent *event, int direction, ...) {
    size_t &age = session.history_age;
    line_history &history = line_history::of_process();
    switch (direction) {
    case H_FIRST: age = 0; break;
    case H_LAST: age = history.size() - 1; break;
    case H_NEXT: age++; break;
    case H_PREV: age--; break;
    default: return -1;
    }
    // Beyond either end, since an age below 0 is a large one.
    event->str = age < history.size() ? history.line(age) : nullptr;
    event->num = static_cast<int>(age);
    return event->str ? 0 : -1;
}

char *copy_of(const char *line, size_t length) {
    if (length && line[length - 1] == '\n') length--;
    return strndup(line, std::min(length, line_room - 1));
}

// Editing needs a keyboard, a screen, and a name for what the screen understands.
bool is_terminal() {
    const char *kind = getenv("TERM");
    return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) && kind && *kind && strcmp(kind, "dumb") != 0 &&
           strcmp(kind, "cons25") != 0;
}

char *read_plainly(const char *prompt) {
    fputs(prompt, stdout);
    fflush(stdout);
    char line[line_room];
    return fgets(line, sizeof line, stdin) ? copy_of(line, strlen(line)) : nullptr;
}

// One for the process, never ended: ending it would throw away what the user has typed ahead. NULL: no
// editing here.
EditLine *editor_of_process() {
    static EditLine *editor = [] {
        EditLine *made = el_init("rustrt", stdin, stdout, stderr);
        if (!made) return made;
        el_set(made, EL_PROMPT, prompt_of);
        el_set(made, EL_EDITOR, "emacs");
        // NULL would mean: no history.
        el_set(made, EL_HIST, walk_history, &session);
        el_set(made, EL_ADDFN, "rustrt-complete", "Goes round the completions of the line", complete);
        el_set(made, EL_BIND, "^I", "rustrt-complete", nullptr);
        // Ctrl-C is a key like any other while a line is edited: it ends the line, not the program.
        el_set(made, EL_SETTY, "-d", "-isig", nullptr);
        el_set(made, EL_ADDFN, "rustrt-interrupt", "Gives the line up", interrupt);
        el_set(made, EL_BIND, "^C", "rustrt-interrupt", nullptr);
        return made;
    }();
    return editor;
}

char *edit(const char *prompt) {
    utf8_locale locale;
    fflush(stdout);
    EditLine *editor = editor_of_process();
    if (!editor) return read_plainly(prompt);
    session = {prompt, 0, {}, 0};
    el_resize(editor);
    // Before the prompt is shown, so that a key pressed at once is a key already.
    el_set(editor, EL_PREP_TERM, 1);
    int length = 0;
    const char *line = el_gets(editor, &length);
    char *result = line && length > 0 ? copy_of(line, length) : nullptr;
    // Where the user pressed Enter, libedit has ended the line on the screen.
    if (!result) fputs("\n", stdout);
    fflush(stdout);
    return result;
}

} // namespace

char *read(const char *prompt) {
    if (!prompt) prompt = "";
    return is_terminal() ? edit(prompt) : read_plainly(prompt);
}

} // namespace legacy::line_editor

#include "line_editing/history.h"
#include <algorithm>
#include <cassert>
#include <cstdio>
#include <cstdlib>

namespace legacy {
namespace {

std::string unescaped(const char *text) {
    std::string line;
    for (; *text; text++) {
        if (*text != '\\') {
            line += *text;
            continue;
        }
        text++;
        if (!*text) break;
        line += *text == 'n' ? '\n' : *text == 'r' ? '\r' : *text;
    }
    return line;
}

} // namespace

line_history &line_history::of_process() {
    // Never destroyed: threads that outlive the runtime may still ask for a line.
    static line_history &history = *new line_history;
    return history;
}

const std::string &line_history::at(size_t index) const {
    assert(_lines[index] && "history line lost by linenoiseHistorySetMaxLen");
    return *_lines[index];
}

const char *line_history::line(size_t age) const {
    return age < _lines.size() ? at(_lines.size() - 1 - age).c_str() : nullptr;
}

bool line_history::add(const char *line) {
    if (!_lines.empty() && at(_lines.size() - 1) == line) return false;
    if (_lines.size() == _limit) _lines.erase(_lines.begin());
    _lines.emplace_back(line);
    return true;
}

bool line_history::set_limit(int limit) {
    if (limit < 1) return false;
    size_t kept = std::min<size_t>(limit, _lines.size());
    std::vector<std::optional<std::string>> lines(kept);
    for (size_t i = 0, from = _limit - kept; i < kept && from < _lines.size(); i++, from++)
        lines[i] = std::move(_lines[from]);
    _lines = std::move(lines);
    _limit = limit;
    return true;
}

bool line_history::save(const char *file) const {
    FILE *to = fopen(file, "w");
    if (!to) return false;
    for (size_t i = 0; i < _lines.size(); i++) {
        for (char c : at(i)) switch (c) {
            case '\\': fputs("\\\\", to); break;
            case '\n': fputs("\\n", to); break;
            case '\r': fputs("\\r", to); break;
            default: fputc(c, to);
            }
        fputc('\n', to);
    }
    bool written = !ferror(to);
    return fclose(to) == 0 && written;
}

bool line_history::load(const char *file) {
    FILE *from = fopen(file, "r");
    if (!from) return false;
    char *text = nullptr;
    size_t room = 0;
    for (ssize_t length; (length = getline(&text, &room, from)) != -1;) {
        if (text[length - 1] == '\n') text[length - 1] = '\0';
        add(unescaped(text).c_str());
    }
    free(text);
    fclose(from);
    return true;
}

} // namespace legacy

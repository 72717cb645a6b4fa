// The lines that were entered before, oldest first: what the editor walks through and what callers save and
// load. One for the process, without a lock, as ever.
#ifndef LEGACY_LINE_EDITING_HISTORY_H
#define LEGACY_LINE_EDITING_HISTORY_H
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace legacy {

class line_history {
    static constexpr size_t default_limit = 100;

    size_t _limit = default_limit;
    // Without a value: lost by a change of the limit.
    std::vector<std::optional<std::string>> _lines;

    const std::string &at(size_t index) const;

public:
    static line_history &of_process();

    size_t size() const {
        return _lines.size();
    }
    // age 0 is the newest; NULL where there is none.
    const char *line(size_t age) const;

    // False for what the newest line says already.
    bool add(const char *line);
    // False below 1. The oldest lines go where there are too many. Lines are taken from where they would be
    // in a full history, so that of a part-filled one as many are lost as it has room left: an oddity that
    // callers have lived with. Whatever looks at a lost line afterwards aborts, where the original followed a
    // null pointer.
    bool set_limit(int limit);

    // One line each; backslash, line feed and carriage return are escaped. False: not written, errno tells
    // why.
    bool save(const char *file) const;
    // Adds what save wrote. False: cannot be opened.
    bool load(const char *file);
};

} // namespace legacy
#endif

#include "logging/spec.h"
#include <cstring>

namespace legacy::log_spec {

bool asks_for_help(const char *spec) {
    return strcmp(spec, "::help") == 0 || strcmp(spec, "?") == 0;
}

// name[=D] separated by commas. D is exactly one character, its value is its distance from '0'; whatever
// stands behind it begins the next directive, comma or not. No D, or a D below '0', means everything.
std::vector<directive> parse(const char *spec) {
    std::vector<directive> directives;
    while (*spec && directives.size() < max_directives) {
        size_t length = strcspn(spec, ",=");
        if (length == 0) {
            spec++;
            continue;
        }
        directive parsed = {std::string(spec, length), max_level};
        spec += length;
        if (*spec == '=') {
            spec++;
            if (*spec) {
                int value = *spec++ - '0';
                if (value >= 0) parsed.level = static_cast<uint32_t>(value);
            }
        } else if (*spec == ',') {
            spec++;
        }
        directives.push_back(std::move(parsed));
    }
    return directives;
}

uint32_t level_of(const char *name, const std::vector<directive> &directives) {
    uint32_t level = default_level;
    size_t longest = 0;
    for (const directive &d : directives)
        if (d.name.size() > longest && strncmp(name, d.name.c_str(), d.name.size()) == 0) {
            longest = d.name.size();
            level = d.level;
        }
    return level;
}

} // namespace legacy::log_spec

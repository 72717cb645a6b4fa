// The language of RUST_LOG.
#ifndef LEGACY_LOGGING_SPEC_H
#define LEGACY_LOGGING_SPEC_H
#include <cstdint>
#include <string>
#include <vector>

namespace legacy::log_spec {

struct directive {
    std::string name;
    uint32_t level;
};
constexpr size_t max_directives = 255;
constexpr uint32_t max_level = 255;
constexpr uint32_t default_level = 1;

std::vector<directive> parse(const char *spec);
// Of the longest directive that is a textual prefix of name, the first among equals; default_level where none
// is.
uint32_t level_of(const char *name, const std::vector<directive> &directives);
bool asks_for_help(const char *spec);

} // namespace legacy::log_spec
#endif

#include "logging/log.h"
#include "locks/lock_and_signal.h"
#include "logging/crate_map.h"
#include "logging/spec.h"
#include "memory/gc_metadata.h"
#include "router/binding.h"
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace legacy {
namespace {

const char *const pseudo_modules[RUSTRT_LOG_MODULES] = {
    "::rt::mem",    "::rt::box",   "::rt::comm",      "::rt::task",    "::rt::dom",
    "::rt::trace",  "::rt::cache", "::rt::upcall",    "::rt::timer",   "::rt::gc",
    "::rt::stdlib", "::rt::kern",  "::rt::backtrace", "::rt::callback"};
uint32_t levels[RUSTRT_LOG_MODULES] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

// Never destroyed: tasks and threads may log while the process exits.
lock_and_signal &log_lock = *new lock_and_signal;
bool console_is_on = true;
bool spec_was_given = false;

constexpr size_t line_size = 2048;

[[noreturn]] void print_modules_and_exit(const crate_map *map) {
    printf("\nCrate log map:\n\n");
    crate_maps::for_each_entry(map, [](const mod_entry &entry) {
        if (!gc_metadata::is_metadata(entry)) printf(" %s\n", entry.name);
    });
    printf("\n");
    exit(1);
}

void start(const char *spec, const void *map_word) {
    RUSTRT_COUNT(in_use.counters, RUSTRT_UNIT_LOGGING, RUSTRT_LEGACY);
    auto *map = static_cast<const crate_map *>(map_word);
    spec_was_given = spec != nullptr;
    if (spec && log_spec::asks_for_help(spec)) print_modules_and_exit(map);
    std::vector<log_spec::directive> directives;
    if (spec) directives = log_spec::parse(spec);
    size_t entries = 0;
    crate_maps::for_each_entry(map, [&](const mod_entry &entry) {
        if (gc_metadata::is_metadata(entry)) return;
        *entry.state = log_spec::level_of(entry.name, directives);
        entries++;
    });
    for (int i = 0; i < RUSTRT_LOG_MODULES; i++, entries++)
        levels[i] = log_spec::level_of(pseudo_modules[i], directives);
    // The second number is that of the known entries, not of those that a directive met.
    if (entries < directives.size())
        printf("warning: got %zu RUST_LOG specs, enabled %zu flags.", directives.size(), entries);
}

int enabled(int module, uint32_t level) {
    RUSTRT_COUNT(in_use.counters, RUSTRT_UNIT_LOGGING, RUSTRT_LEGACY);
    return levels[module] >= level;
}

// At most 2047 bytes, up to the first NUL. Over 2048 the last five say that something is missing; exactly
// 2048 loses its last byte without a mark.
void write(const char *text, size_t length) {
    RUSTRT_COUNT(in_use.counters, RUSTRT_UNIT_LOGGING, RUSTRT_LEGACY);
    char line[line_size];
    // As the C library prints it where it fits.
    if (!text) text = length < strlen("(null)") ? "" : "(null)";
    size_t whole = strnlen(text, length);
    size_t kept = whole < line_size ? whole : line_size - 1;
    memcpy(line, text, kept);
    if (whole > line_size) memcpy(line + kept - 5, "[...]", 5);
    scoped_lock with(log_lock);
    if (!console_is_on) return;
    fprintf(stderr, "rust: %.*s\n", static_cast<int>(kept), line);
    fflush(stderr);
}

} // namespace

const rustrt_logging_seam own_logging = {start, enabled, write};

void console::on() {
    scoped_lock with(log_lock);
    console_is_on = true;
}

void console::off() {
    scoped_lock with(log_lock);
    if (!spec_was_given) console_is_on = false;
}

} // namespace legacy

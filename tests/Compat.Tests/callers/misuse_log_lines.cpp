// Misuse (misuse.h) of the log: long and odd lines, and the console.
#include "harness.h"

using namespace harness;

namespace {

const std::string text(5000, 'x');
const std::string whole_2046 = "rust: " + text.substr(0, 2046) + "\n";
const std::string whole_2047 = "rust: " + text.substr(0, 2047) + "\n";
const std::string cut = "rust: " + text.substr(0, 2042) + "[...]\n";

void log(size_t length) {
    on_c([=] { rust_log_str(1, text.c_str(), length); });
}

} // namespace

CASE(a_line_of_2046_is_whole, exits(0).err(whole_2046.c_str()).no_err("[...]")) { log(2046); }
CASE(a_line_of_2047_is_whole_too, exits(0).err(whole_2047.c_str()).no_err("[...]")) { log(2047); }
CASE(a_line_of_2048_loses_a_byte_without_a_mark, exits(0).err(whole_2047.c_str()).no_err("[...]")) { log(2048); }
CASE(a_line_of_2049_has_the_mark, exits(0).err(cut.c_str())) { log(2049); }
CASE(a_line_of_2050_has_the_mark, exits(0).err(cut.c_str())) { log(2050); }

CASE(at_most_n_bytes_are_printed, exits(0).err("rust: abc\n")) {
    on_c([] { rust_log_str(3, "abcdef", 3); });
}

CASE(no_bytes_make_an_empty_line, exits(0).err("rust: \n")) {
    on_c([] { rust_log_str(3, "abcdef", 0); });
}

CASE(a_nul_ends_even_a_long_line, exits(0).err("rust: abc\n").no_err("def")) {
    static char line[4000] = "abc\0def";
    on_c([] { rust_log_str(1, line, sizeof line); });
}

CASE(newlines_and_percents_are_only_text, exits(0).err("rust: 100%s\n%n\n")) {
    on_c([] { rust_log_str(1, "100%s\n%n", 8); });
}

CASE(console_off_hides_the_line_and_on_shows_it, exits(0).no_err("hidden").err("rust: shown\n")) {
    on_c([] {
        rust_log_console_off();
        rust_log_str(1, "hidden", 6);
        rust_log_console_on();
        rust_log_str(1, "shown", 5);
    });
}

CASE(console_off_is_for_all_tasks, exits(0).no_err("rust:")) {
    on_c([] { rust_log_console_off(); });
    spawn(TASK { upcall_fail("hidden", "c.rs", 1); });
}

CASE(console_off_does_nothing_when_rust_log_is_set, exits(0).env("RUST_LOG", "app=1").err("rust: shown\n")) {
    on_c([] {
        rust_log_console_off();
        rust_log_str(1, "shown", 5);
    });
}

START(the_console_is_on_again_in_the_next_start, exits(0).err("rust: after\n").no_err("before")) {
    start(TASK { on_c([] { rust_log_console_off(); rust_log_str(1, "before", 6); }); });
    start(TASK { on_c([] { rust_log_console_on(); rust_log_str(1, "after", 5); }); });
}

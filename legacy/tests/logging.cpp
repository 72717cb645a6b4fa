#include "harness.h"
#include <cstring>
#include <string>
using namespace harness;

static uint32_t app, app_net, ap, child_level;
static mod_entry modules[] = {{"app", &app}, {"app::net", &app_net}, {"ap", &ap}, {nullptr, nullptr}};

static void log_line(const char *text, size_t length) {
    on_c([&] { rust_log_str(4, text, length); });
}

CASE(a_line_is_printed_whatever_its_level, exits(0).err("rust: hello\n")) {
    log_line("hello there", 5);
}

CASE(a_nul_ends_the_text, exits(0).err("rust: ab\n")) {
    log_line("ab\0cd", 5);
}

CASE(logging_on_the_rust_stack_aborts, aborts("logging on rust stack")) {
    rust_log_str(1, "x", 1);
}

START(logging_needs_a_task, aborts("no current task")) {
    rust_log_str(1, "x", 1);
}

CASE(logging_works_after_a_wait_on_the_c_stack, exits(0).err("rust: after\n")) {
    on_c([] {
        yield();
        rust_log_str(1, "after", 5);
    });
}

static std::string letters(size_t count, const char *end = "") {
    return "rust: " + std::string(count, 'a') + end + "\n";
}
static const std::string whole_2047 = letters(2047), cut = letters(2042, "[...]");

CASE(a_line_of_2047_is_whole, exits(0).err(whole_2047.c_str())) {
    log_line(std::string(2047, 'a').c_str(), 2047);
}

CASE(a_line_of_2048_loses_its_last_byte, exits(0).err(whole_2047.c_str())) {
    log_line(std::string(2048, 'a').c_str(), 2048);
}

CASE(a_longer_line_is_cut_with_a_mark, exits(0).err(cut.c_str())) {
    log_line(std::string(2049, 'a').c_str(), 2049);
}

CASE(a_much_longer_line_is_cut_alike, exits(0).err(cut.c_str())) {
    log_line(std::string(9000, 'a').c_str(), 9000);
}

CASE(console_off_suppresses_and_on_restores, exits(0).err("rust: shown\n").no_err("hidden")) {
    on_c([] {
        rust_log_console_off();
        rust_log_str(1, "hidden", 6);
        rust_log_console_on();
        rust_log_str(1, "shown", 5);
    });
}

CASE(console_off_is_refused_where_rust_log_is_set, exits(0).env("RUST_LOG", "").err("rust: shown\n")) {
    on_c([] {
        rust_log_console_off();
        rust_log_str(1, "shown", 5);
    });
}

// ---- module levels

static void start_with_modules() {
    map().entries = modules;
    start(TASK{});
}

START(every_module_has_level_1_by_default, exits(0)) {
    start_with_modules();
    CHECK(app == 1 && app_net == 1 && ap == 1);
}

START(the_longest_prefix_wins, exits(0).env("RUST_LOG", "ap=2,app=3,app::n=4")) {
    start_with_modules();
    CHECK(app == 3 && app_net == 4 && ap == 2);
}

START(the_first_of_equals_wins, exits(0).env("RUST_LOG", "app=2,app=3")) {
    start_with_modules();
    CHECK(app == 2 && app_net == 2 && ap == 1);
}

START(no_level_means_everything, exits(0).env("RUST_LOG", ",,app,ap=")) {
    start_with_modules();
    CHECK(app == 255 && app_net == 255 && ap == 255);
}

START(a_level_is_one_character, exits(0).env("RUST_LOG", "app=d,ap=/")) {
    start_with_modules();
    CHECK(app == 'd' - '0' && ap == 255);
}

START(a_second_digit_begins_a_directive, exits(0).env("RUST_LOG", "ap=1app=2")) {
    start_with_modules();
    CHECK(app == 2 && ap == 1);
}

START(too_many_directives_are_told, exits(0)
                                        .env("RUST_LOG", "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r")
                                        .out("warning: got 18 RUST_LOG specs, enabled 17 flags.")) {
    start_with_modules();
}

START(help_lists_the_modules_and_exits,
      exits(1).env("RUST_LOG", "::help").out("\nCrate log map:\n\n app\n app::net\n ap\n\n")) {
    start_with_modules();
}

START(a_question_mark_asks_for_help_too,
      exits(1).env("RUST_LOG", "?").out("\nCrate log map:\n\n app\n app::net\n ap\n\n")) {
    start_with_modules();
}

// ---- crate maps

static mod_entry child_modules[] = {{"child", &child_level}, {nullptr, nullptr}};
static roomy_crate_map child = {1, nullptr, child_modules, {}};

static void start_with_child_in(int slot) {
    map().children[slot] = &child;
    start(TASK{});
}

START(the_first_child_is_never_visited, exits(0).env("RUST_LOG", "child=3")) {
    start_with_child_in(0);
    CHECK(child_level == 0);
}

START(the_second_child_is_visited, exits(0).env("RUST_LOG", "child=3")) {
    start_with_child_in(1);
    CHECK(child_level == 3);
}

START(a_cycle_of_children_ends, exits(0).env("RUST_LOG", "child=3")) {
    child.children[1] = &map();
    start_with_child_in(1);
    CHECK(child_level == 3);
}

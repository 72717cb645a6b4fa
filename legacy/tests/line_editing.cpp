#include "harness.h"
#include "terminal.h"
#include <fcntl.h>
#include <fstream>
#include <sys/resource.h>
#include <termios.h>
#include <unistd.h>
using namespace harness;

// ---- without a terminal

// Standard input holds this from now on.
static void input(const std::string &text) {
    FILE *file = tmpfile();
    CHECK(file && fwrite(text.data(), 1, text.size(), file) == text.size() && !fflush(file));
    CHECK(lseek(fileno(file), 0, SEEK_SET) == 0 && dup2(fileno(file), 0) == 0);
}

static void expect(const char *prompt, const char *expected) {
    char *line = linenoise(prompt);
    CHECK(expected ? line && !strcmp(line, expected) : !line);
    free(line);
}

START(lines_are_read_plainly_after_the_prompt, exits(0).out("a> b> c> d> e> ")) {
    input("first\n\n with spaces \\n\r\nlast");
    expect("a> ", "first");
    expect("b> ", "");
    expect("c> ", " with spaces \\n\r");
    expect("d> ", "last");
    expect("e> ", nullptr);
}

START(no_input_is_the_end, exits(0).out("? ? ")) {
    input("");
    expect("? ", nullptr);
    expect("? ", nullptr);
}

START(a_line_without_a_prompt_has_none, exits(0).out("")) {
    input("x\n");
    expect(nullptr, "x");
}

START(a_long_line_comes_in_pieces_of_4095_bytes, exits(0)) {
    const std::string piece(4095, 'x');
    input(piece + piece + "yz\nnext\n");
    expect("", piece.c_str());
    expect("", piece.c_str());
    expect("", "yz");
    expect("", "next");
}

CASE(a_task_reads_a_line_on_its_c_stack, exits(0).out("task> ")) {
    input("line\n");
    on_c([] { expect("task> ", "line"); });
}

// ---- history

static std::string scratch_file() {
    char path[] = "/tmp/rustrt-history-XXXXXX";
    int file = mkstemp(path);
    CHECK(file >= 0);
    close(file);
    return path;
}

static std::string content(const std::string &path) {
    std::string text;
    FILE *file = fopen(path.c_str(), "r");
    CHECK(file);
    for (int c; (c = fgetc(file)) != EOF;) text += static_cast<char>(c);
    fclose(file);
    return text;
}

static std::string saved() {
    std::string path = scratch_file();
    CHECK(linenoiseHistorySave(path.c_str()) == 0);
    std::string text = content(path);
    unlink(path.c_str());
    return text;
}

START(history_keeps_copies_of_lines_and_refuses_an_immediate_duplicate, exits(0)) {
    char line[] = "one";
    CHECK(linenoiseHistoryAdd(line) == 1);
    line[0] = 'X';
    CHECK(linenoiseHistoryAdd("one") == 0);
    CHECK(linenoiseHistoryAdd("two") == 1 && linenoiseHistoryAdd("two") == 0 &&
          linenoiseHistoryAdd("one") == 1);
    CHECK(linenoiseHistoryAdd("") == 1 && linenoiseHistoryAdd("") == 0);
    CHECK(saved() == "one\ntwo\none\n\n");
}

START(history_holds_100_lines_and_drops_the_oldest, exits(0)) {
    std::string expected;
    for (int i = 0; i < 130; i++) {
        std::string line = std::to_string(i);
        CHECK(linenoiseHistoryAdd(line.c_str()) == 1);
        if (i >= 30) expected += line + "\n";
    }
    CHECK(saved() == expected);
}

START(a_line_that_there_is_no_memory_for_is_not_added, exits(0).not_under_sanitizers()) {
    const std::string line(64 << 20, 'x');
    CHECK(linenoiseHistoryAdd("before") == 1);
    // Room for what a thread may need by the way, but not for the line.
    size_t pages = 0;
    CHECK(std::ifstream("/proc/self/statm") >> pages);
    rlimit little = {pages * sysconf(_SC_PAGESIZE) + (32 << 20), RLIM_INFINITY};
    CHECK(!setrlimit(RLIMIT_AS, &little));
    CHECK(linenoiseHistoryAdd(line.c_str()) == 0 && linenoiseHistoryAdd("after") == 1);
    CHECK(saved() == "before\nafter\n");
}

START(an_empty_history_takes_another_limit, exits(0)) {
    CHECK(linenoiseHistorySetMaxLen(2) == 1);
    for (const char *line : {"a", "b", "c"}) CHECK(linenoiseHistoryAdd(line) == 1);
    CHECK(saved() == "b\nc\n");
}

START(a_limit_below_one_is_refused, exits(0)) {
    linenoiseHistoryAdd("a");
    CHECK(linenoiseHistorySetMaxLen(0) == 0 && linenoiseHistorySetMaxLen(-5) == 0);
    CHECK(saved() == "a\n");
}

START(a_full_history_keeps_its_newest_lines_under_a_smaller_limit, exits(0)) {
    CHECK(linenoiseHistorySetMaxLen(4) == 1);
    for (const char *line : {"a", "b", "c", "d"}) linenoiseHistoryAdd(line);
    CHECK(linenoiseHistorySetMaxLen(2) == 1 && saved() == "c\nd\n");
    CHECK(linenoiseHistorySetMaxLen(3) == 1 && saved() == "c\nd\n");
    CHECK(linenoiseHistoryAdd("e") == 1 && linenoiseHistoryAdd("f") == 1 && saved() == "d\ne\nf\n");
}

// The three lines are taken from places 2 to 4 of 4, where the last one is empty.
static void lose_a_line() {
    CHECK(linenoiseHistorySetMaxLen(4) == 1);
    for (const char *line : {"a", "b", "c"}) linenoiseHistoryAdd(line);
    CHECK(linenoiseHistorySetMaxLen(10) == 1);
}

START(a_part_filled_history_is_mangled_by_another_limit, aborts("lost by linenoiseHistorySetMaxLen")) {
    lose_a_line();
    linenoiseHistorySave("/dev/null");
}

START(a_mangled_history_takes_no_line, aborts("lost by linenoiseHistorySetMaxLen")) {
    lose_a_line();
    linenoiseHistoryAdd("d");
}

START(saved_lines_are_escaped_and_come_back, exits(0)) {
    const char *lines[] = {"plain", "back\\slash", "line\nfeed", "carriage\rreturn", "\\n",
                           "",      " spaces ",    "\xc3\xa4\t"};
    for (const char *line : lines) CHECK(linenoiseHistoryAdd(line) == 1);
    const std::string expected =
        "plain\nback\\\\slash\nline\\nfeed\ncarriage\\rreturn\n\\\\n\n\n spaces \n\xc3\xa4\t\n";
    CHECK(saved() == expected);
    std::string path = scratch_file();
    CHECK(linenoiseHistorySave(path.c_str()) == 0);
    CHECK(linenoiseHistoryAdd("between") == 1 && linenoiseHistoryLoad(path.c_str()) == 0);
    CHECK(saved() == expected + "between\n" + expected);
    unlink(path.c_str());
}

START(loading_counts_against_the_limit_and_skips_duplicates, exits(0)) {
    std::string path = scratch_file();
    FILE *file = fopen(path.c_str(), "w");
    fputs("a\nb\nb\n"
          "c\n"
          "unended",
          file);
    fclose(file);
    CHECK(linenoiseHistorySetMaxLen(3) == 1 && linenoiseHistoryLoad(path.c_str()) == 0);
    CHECK(saved() == "b\nc\nunended\n");
    unlink(path.c_str());
}

START(files_that_cannot_be_used_give_minus_one, exits(0)) {
    linenoiseHistoryAdd("a");
    CHECK(linenoiseHistorySave("/no/such/directory/history") == -1);
    CHECK(linenoiseHistorySave("/dev/full") == -1);
    CHECK(linenoiseHistoryLoad("/no/such/file") == -1);
    CHECK(saved() == "a\n");
}

// ---- on a terminal

// A program that tells the lines it gets, in brackets, until there is none.
static void tell_lines() {
    for (char *line; (line = linenoise("> ")); free(line)) {
        printf("[%s]\n", line);
        fflush(stdout);
        linenoiseHistoryAdd(line);
    }
    printf("[end]\n");
}

static std::string control(char letter) {
    return std::string(1, static_cast<char>(letter & 31));
}

START(a_line_is_edited_on_a_terminal, exits(0)) {
    terminal user(tell_lines);
    user.await("> ");
    // Delete the last letter, put one in front, one at the end.
    user.press("bcx\x7f" + control('A') + "a" + control('E') + "d\r");
    user.await("[abcd]");
    user.await("> ");
    user.press("\x1b[Dempty" + control('U') + "\r");
    user.await("[]");
    user.await("> ");
    user.press(control('D'));
    user.await("[end]");
    CHECK(user.end() == 0);
}

START(keys_pressed_ahead_are_kept_for_the_next_lines, exits(0)) {
    terminal user(tell_lines);
    user.await("> ");
    user.press("one\rtwo\r\x1b[A\x1b[A\r" + control('D'));
    for (const char *told : {"[one]", "[two]", "[one]", "[end]"}) user.await(told);
    CHECK(user.end() == 0);
}

START(ctrl_c_gives_the_line_up_but_not_the_program, exits(0)) {
    terminal user(tell_lines);
    user.await("> ");
    user.press("half a line" + control('C'));
    user.await("[end]");
    CHECK(user.end() == 0);
}

START(the_terminal_is_left_as_it_was_found, exits(0)) {
    terminal user([] {
        termios before, after;
        CHECK(tcgetattr(0, &before) == 0);
        free(linenoise("> "));
        CHECK(tcgetattr(0, &after) == 0);
        CHECK(before.c_lflag == after.c_lflag && before.c_iflag == after.c_iflag &&
              before.c_oflag == after.c_oflag);
        CHECK(!memcmp(before.c_cc, after.c_cc, sizeof before.c_cc));
        printf("[same]\n");
    });
    user.await("> ");
    user.press("x\r");
    user.await("[same]");
    CHECK(user.end() == 0);
}

START(arrows_walk_through_the_history, exits(0)) {
    terminal user([] {
        for (const char *line : {"one", "two", "three"}) linenoiseHistoryAdd(line);
        tell_lines();
    });
    const std::string up = "\x1b[A", down = "\x1b[B";
    user.await("> ");
    user.press(up + up + up + up + up + "!\r");
    user.await("[one!]");
    user.await("> ");
    user.press(up + up + down + "\r");
    user.await("[one!]");
    user.await("> ");
    user.press(up + up + "\r");
    user.await("[three]");
    user.await("> ");
    user.press("kept" + up + down + "\r");
    user.await("[kept]");
    user.await("> ");
    user.press(control('D'));
    CHECK(user.end() == 0);
}

static void complete_numbers(const char *line, void *completions) {
    if (line[0] != 't') return;
    for (std::string candidate : {"two", "three", "thirteen \xc3\xa4"}) {
        linenoiseAddCompletion(completions, candidate.c_str());
        candidate[0] = 'X'; // it was copied
    }
}

START(the_tabulator_goes_round_the_completions, exits(0)) {
    terminal user([] {
        linenoiseSetCompletionCallback(complete_numbers);
        tell_lines();
    });
    const struct {
        const char *keys, *told;
    } typed[] = {{"t\t\r", "[two]"},       {"t\t\t\r", "[three]"},     {"t\t\t\t\r", "[thirteen \xc3\xa4]"},
                 {"tx\t\t\t\t\r", "[tx]"}, {"t\t\t\t\t\t\r", "[two]"}, {"t\t, and\r", "[two, and]"},
                 {"t\x01\t\r", "[two]"},   {"none\t\r", "[none]"}};
    for (auto &line : typed) {
        user.await("> ");
        user.press(line.keys);
        user.await(line.told);
    }
    user.await("> ");
    user.press(control('D'));
    CHECK(user.end() == 0);
}

START(without_a_completion_callback_the_tabulator_changes_nothing, exits(0)) {
    terminal user([] {
        linenoiseSetCompletionCallback(complete_numbers);
        linenoiseSetCompletionCallback(nullptr);
        tell_lines();
    });
    user.await("> ");
    user.press("t\t\t!\r");
    user.await("[t!]");
    user.await("> ");
    user.press(control('D'));
    CHECK(user.end() == 0);
}

// As compiled code would: linenoise behind the C-stack shim, the callback back on the Rust stack.
static void complete_on_the_rust_stack(const char *, void *completions) {
    on_rust([completions] {
        CHECK(stack_limit() != 0);
        on_c([completions] { linenoiseAddCompletion(completions, "from the task"); });
    });
}

START(a_task_edits_a_line_and_completes_it_on_its_rust_stack, exits(0)) {
    terminal user([] {
        int status = start(TASK {
            on_c([] {
                linenoiseSetCompletionCallback(complete_on_the_rust_stack);
                char *line = linenoise("task> ");
                print("[%s]\n", line);
                free(line);
            });
        });
        print("[ended %d]\n", status);
    });
    user.await("task> ");
    user.press("x\t\r");
    user.await("[from the task]");
    user.await("[ended 0]");
    CHECK(user.end() == 0);
}

START(letters_beyond_ascii_are_single_letters, exits(0)) {
    terminal user(tell_lines);
    user.await("> ");
    user.press("a\xc3\xa4\xe2\x82\xac\x7f\x7fo\r");
    user.await("[ao]");
    user.await("> ");
    user.press("\xc3\xa4\xe2\x82\xac\r");
    user.await("[\xc3\xa4\xe2\x82\xac]");
    user.await("> ");
    user.press(control('D'));
    CHECK(user.end() == 0);
}

START(an_edited_line_is_cut_at_4095_bytes, exits(0)) {
    terminal user([] {
        char *line = linenoise("> ");
        printf("[%zu]\n", strlen(line));
        free(line);
    });
    user.await("> ");
    for (int i = 0; i < 50; i++) user.press(std::string(99, 'x') + "y"), user.await("y");
    user.press("\r");
    user.await("[4095]");
    CHECK(user.end() == 0);
}

START(a_terminal_that_cannot_edit_is_read_plainly, exits(0)) {
    for (const char *kind : {"dumb", "cons25", ""}) {
        terminal user(tell_lines, kind);
        user.await("> ");
        user.press("ab\x1b[Dc\n");
        user.await("[ab\x1b[Dc]");
        user.await("> ");
        user.press(control('D'));
        user.await("[end]");
        CHECK(user.end() == 0);
    }
}

// The log where callers are unusual: odd lengths, odd specifications, crate maps of several levels. As misuse.h says; also on
// mixtures of backends, since the log can be switched alone.
#include "harness.h"
#include <climits>
#include <cstring>
#include <pthread.h>
#include <string>
#include <sys/mman.h>

using namespace harness;

namespace {

const std::string text(5000, 'x');

std::string line(size_t length, const char *end = "") {
    return "rust: " + text.substr(0, length) + end + "\n";
}

const std::string whole_2040 = line(2040), whole_2045 = line(2045), whole_2047 = line(2047), cut = line(2042, "[...]");

void log(const char *what, size_t length, uint32_t level = 1) {
    on_c([=] { rust_log_str(level, what, length); });
}

// ---- crate maps

struct Crate {
    roomy_crate_map map;
    uint32_t levels[2];
    mod_entry entries[3];
    Crate(const char *first, const char *second) : map(), levels{77, 77}, entries{{first, &levels[0]}, {second, &levels[1]}, {nullptr, nullptr}} {
        map.version = 1;
        map.entries = entries;
    }
    void say(const char *name) { print("%s %u %u\n", name, levels[0], levels[1]); }
};

// As compilers before wrote it: entries, then children from the first slot on.
struct OldCrate {
    const mod_entry *entries;
    const void *children[4];
};

Crate &root() {
    static Crate crate("root", "root::m");
    harness::map().entries = crate.entries;
    return crate;
}

void start_nothing() {
    start(TASK {});
}

// The levels that a specification gives to these modules.
mod_entry modules[] = {{"app", nullptr}, {"app::net", nullptr}, {"ap", nullptr}, {"zoo", nullptr}, {"4", nullptr}, {"\xc3\xa9t\xc3\xa9", nullptr}, {nullptr, nullptr}};
uint32_t levels[6];

void say_levels() {
    for (int i = 0; i < 6; i++) modules[i].state = &levels[i];
    map().entries = modules;
    start_nothing();
    print("%u %u %u %u %u %u\n", levels[0], levels[1], levels[2], levels[3], levels[4], levels[5]);
}

} // namespace

// ---- lines

CASE(a_line_of_2040, exits(0).err(whole_2040.c_str()).no_err("[...]")) { log(text.c_str(), 2040); }
CASE(a_line_of_2045, exits(0).err(whole_2045.c_str()).no_err("[...]")) { log(text.c_str(), 2045); }
CASE(a_line_of_5000, exits(0).err(cut.c_str())) { log(text.c_str(), 5000); }
CASE(a_line_that_ends_before_its_length, exits(0).err("rust: abc\n")) { log("abc", 5000); }
CASE(a_line_of_the_largest_length, exits(0).err("rust: abc\n")) { log("abc", SIZE_MAX); }
CASE(a_nul_at_2048_hides_that_more_was_asked_for, exits(0).err(whole_2047.c_str()).no_err("[...]")) {
    static std::string with_nul = text;
    with_nul[2048] = 0;
    log(with_nul.c_str(), 5000);
}
CASE(a_nul_at_2047_is_a_whole_line, exits(0).err(whole_2047.c_str()).no_err("[...]")) {
    static std::string with_nul = text;
    with_nul[2047] = 0;
    log(with_nul.c_str(), 5000);
}
CASE(a_nul_at_2049_is_a_cut_line, exits(0).err(cut.c_str())) {
    static std::string with_nul = text;
    with_nul[2049] = 0;
    log(with_nul.c_str(), 5000);
}
CASE(a_nul_first_is_an_empty_line, exits(0).err("rust: \n").no_err("abc")) { log("\0abc", 4); }
CASE(a_text_of_null_and_no_length, exits(0).err("rust: \n")) { log(nullptr, 0); }
CASE(a_text_of_null_that_does_not_fit, exits(0).err("rust: \n").no_err("(nul")) { log(nullptr, 5); }
CASE(a_text_of_null, exits(0).err("rust: (null)\n")) { log(nullptr, 100); }
CASE(bytes_are_only_bytes, exits(0).err("rust: \xff\xfe\x01\xc3\n")) { log("\xff\xfe\x01\xc3", 4); }
CASE(a_line_may_have_lines, exits(0).err("rust: a\nb\r\n\n")) { log("a\nb\r\n", 5); }
CASE(levels_are_not_tested, exits(0).env("RUST_LOG", "::rt=0").err("rust: zero\nrust: most\n")) {
    log("zero", 4, 0);
    log("most", 4, UINT32_MAX);
}

CASE(a_text_at_the_end_of_a_page, exits(0).err("rust: end\n")) {
    auto *pages = static_cast<char *>(mmap(nullptr, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    mprotect(pages + 4096, 4096, PROT_NONE);
    memcpy(pages + 4096 - 4, "end", 4);
    log(pages + 4096 - 4, 2000);
}

CASE(lines_of_many_tasks_do_not_mix, exits(0).err("rust: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n").no_err("ab").no_err("ba").no_err("rust: rust:")) {
    static std::atomic<int> ended;
    for (int i = 0; i < 8; i++)
        spawn(TASK {
            const char *what = get_task_id() % 2 ? "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" : "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";
            for (int i = 0; i < 20; i++) {
                log(what, 30);
                yield();
            }
            ended++;
        });
    while (ended < 8) yield();
}

CASE(a_raw_thread_cannot_log, aborts("no current task").out("raw\n")) {
    on_c([] {
        static fn_env_pair closure = {TASK {
            print("raw\n");
            rust_log_str(1, "x", 1);
        }, nullptr};
        rust_raw_thread_join_delete(rust_raw_thread_start(&closure));
    });
}

CASE(a_raw_thread_cannot_put_the_console_off, aborts("no current task")) {
    on_c([] {
        static fn_env_pair closure = {TASK { rust_log_console_off(); }, nullptr};
        rust_raw_thread_join_delete(rust_raw_thread_start(&closure));
    });
}

CASE(a_raw_thread_may_put_the_console_on, exits(0).err("rust: shown\n").no_err("hidden")) {
    on_c([] {
        rust_log_console_off();
        rust_log_str(1, "hidden", 6);
        static fn_env_pair closure = {TASK { rust_log_console_on(); }, nullptr};
        rust_raw_thread_join_delete(rust_raw_thread_start(&closure));
        rust_log_str(1, "shown", 5);
    });
}

START(the_console_may_be_put_on_before_the_start, exits(0).err("rust: shown\n")) {
    rust_log_console_on();
    start(TASK { log("shown", 5); });
}

CASE(the_console_works_on_the_rust_stack, exits(0).err("rust: shown\n").no_err("hidden")) {
    rust_log_console_off();
    log("hidden", 6);
    rust_log_console_on();
    log("shown", 5);
}

CASE(a_child_that_logs_on_the_rust_stack_aborts, aborts("logging on rust stack").no_err("rust: x")) {
    spawn(TASK { rust_log_str(1, "x", 1); });
}

CASE(reentered_rust_code_cannot_log, aborts("logging on rust stack").out("in c\n").err("rust: in c\n")) {
    on_c([] {
        rust_log_str(1, "in c", 4);
        print("in c\n");
        on_rust([] { rust_log_str(1, "x", 1); });
    });
}

CASE(c_code_that_rust_code_called_from_c_may_log, exits(0).err("rust: deep\nrust: back\n")) {
    on_c([] {
        on_rust([] { on_c([] { rust_log_str(1, "deep", 4); }); });
        rust_log_str(1, "back", 4);
    });
}

CASE(a_silent_console_does_not_excuse_the_stack, aborts("logging on rust stack")) {
    on_c([] { rust_log_console_off(); });
    rust_log_str(1, "x", 1);
}

CASE(console_off_twice_and_on_once, exits(0).err("rust: shown\n")) {
    on_c([] {
        rust_log_console_off();
        rust_log_console_off();
        rust_log_console_on();
        rust_log_str(1, "shown", 5);
    });
}

START(the_console_stays_off_in_the_next_start, exits(0).no_err("rust:")) {
    start(TASK { on_c([] { rust_log_console_off(); }); });
    start(TASK { log("hidden", 6); });
}

START(rust_log_of_this_start_decides_on_console_off, exits(0).no_err("hidden").err("rust: shown\n")) {
    setenv("RUST_LOG", "x", 1);
    start(TASK { on_c([] { rust_log_console_off(); rust_log_str(1, "shown", 5); }); });
    unsetenv("RUST_LOG");
    start(TASK { on_c([] { rust_log_console_off(); rust_log_str(1, "hidden", 6); }); });
}

START(levels_are_set_anew_in_each_start, exits(0).out("3 3 1 1 1 1\n1 1 1 1 1 1\n255 255 255 1 1 1\n")) {
    setenv("RUST_LOG", "app=3", 1);
    say_levels();
    unsetenv("RUST_LOG");
    say_levels();
    setenv("RUST_LOG", "a", 1);
    say_levels();
}

// ---- specifications

START(spec_sign_before_a_comma, exits(0).env("RUST_LOG", "app=,zoo=2").out("255 255 1 2 1 1\n")) { say_levels(); }
START(spec_two_signs_before_a_level, exits(0).env("RUST_LOG", "app==4").out("13 13 1 1 255 1\n")) { say_levels(); }
START(spec_two_digits, exits(0).env("RUST_LOG", "app=34").out("3 3 1 1 255 1\n")) { say_levels(); }
START(spec_two_digits_and_a_level, exits(0).env("RUST_LOG", "app=34=2").out("3 3 1 1 2 1\n")) { say_levels(); }
START(spec_question_mark_among_others, exits(0).env("RUST_LOG", "?,app=2").out("2 2 1 1 1 1\n")) { say_levels(); }
START(spec_question_mark_level, exits(0).env("RUST_LOG", "app=?").out("15 15 1 1 1 1\n")) { say_levels(); }
START(spec_help_with_a_level, exits(0).env("RUST_LOG", "::help=1").out("1 1 1 1 1 1\n")) { say_levels(); }
START(spec_help_with_a_comma, exits(0).env("RUST_LOG", "::help,").out("1 1 1 1 1 1\n")) { say_levels(); }
START(spec_colon_level, exits(0).env("RUST_LOG", "app=:").out("10 10 1 1 1 1\n")) { say_levels(); }
START(spec_tilde_level, exits(0).env("RUST_LOG", "app=~").out("78 78 1 1 1 1\n")) { say_levels(); }
START(spec_minus_level, exits(0).env("RUST_LOG", "app=-1").out("255 255 1 1 1 1\n")) { say_levels(); }
START(spec_level_that_is_no_ascii, exits(0).env("RUST_LOG", "app=\xc3\xa9").out("255 255 1 1 1 1\n")) { say_levels(); }
START(spec_name_that_is_no_ascii, exits(0).env("RUST_LOG", "\xc3\xa9=3").out("1 1 1 1 1 3\n")) { say_levels(); }
START(spec_half_a_character, exits(0).env("RUST_LOG", "\xc3=3").out("1 1 1 1 1 3\n")) { say_levels(); }
START(spec_only_signs, exits(0).env("RUST_LOG", "=,=,==").out("1 1 1 1 1 1\n")) { say_levels(); }
START(spec_a_longer_name_than_the_module, exits(0).env("RUST_LOG", "app::network=3").out("1 1 1 1 1 1\n")) { say_levels(); }
START(spec_the_module_itself, exits(0).env("RUST_LOG", "app::net=3").out("1 3 1 1 1 1\n")) { say_levels(); }
START(spec_half_a_path, exits(0).env("RUST_LOG", "app:=3").out("1 3 1 1 1 1\n")) { say_levels(); }
START(spec_equals_later_is_ignored, exits(0).env("RUST_LOG", "app=2,app=3,app=4").out("2 2 1 1 1 1\n")) { say_levels(); }
START(spec_longer_later_wins, exits(0).env("RUST_LOG", "app::net=2,app=3").out("3 2 1 1 1 1\n")) { say_levels(); }
START(spec_new_line, exits(0).env("RUST_LOG", "app=2\nzoo=3").out("2 2 1 1 1 1\n")) { say_levels(); }
START(spec_empty, exits(0).env("RUST_LOG", "").out("1 1 1 1 1 1\n")) { say_levels(); }
START(spec_a_module_may_be_silent, exits(0).env("RUST_LOG", "app,app::net=0").out("255 0 1 1 1 1\n")) { say_levels(); }

START(spec_as_many_directives_as_modules, exits(0).env("RUST_LOG", "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t").out("255 255 255 1 1 1\n")) { say_levels(); }
START(spec_one_directive_more, exits(0).env("RUST_LOG", "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u").out("255 255 255 1 1 1\nwarning: got 21 RUST_LOG specs, enabled 20 flags.")) { say_levels(); }

START(spec_of_300_directives_is_read_to_the_255th, exits(0).out("2 2 1 1 1 1\nwarning: got 255 RUST_LOG specs, enabled 20 flags.")) {
    std::string spec;
    for (int i = 0; i < 254; i++) spec += "x,";
    spec += "app=2,zoo=3";
    for (int i = 0; i < 44; i++) spec += ",y";
    setenv("RUST_LOG", spec.c_str(), 1);
    say_levels();
}

// ---- crate maps

START(maps_of_three_levels, exits(0).env("RUST_LOG", "child=2,grandchild::b=3,root::m=4").out("root 1 4\nchild 2 2\ngrandchild 1 3\n")) {
    Crate &top = root();
    static Crate child("child", "child::m"), grandchild("grandchild::a", "grandchild::b");
    map().children[1] = &child;
    child.map.children[1] = &grandchild;
    start_nothing();
    top.say("root");
    child.say("child");
    grandchild.say("grandchild");
}

START(the_first_child_of_a_child_is_not_visited_either, exits(0).env("RUST_LOG", "child=2,grandchild=3").out("child 2 2\ngrandchild 77 77\n")) {
    root();
    static Crate child("child", "child::m"), grandchild("grandchild::a", "grandchild::b");
    map().children[1] = &child;
    child.map.children[0] = &grandchild;
    start_nothing();
    child.say("child");
    grandchild.say("grandchild");
}

START(children_null_and_one, exits(0).env("RUST_LOG", "child=2").out("child 2 2\n")) {
    root();
    static Crate child("child", "child::m");
    map().children[0] = nullptr;
    map().children[1] = &child;
    start_nothing();
    child.say("child");
}

START(a_null_after_the_first_slot_ends_the_children, exits(0).out("first 1 1\nlast 77 77\n")) {
    root();
    static Crate first("first", "first::m"), last("last", "last::m");
    map().children[1] = &first;
    map().children[3] = &last;
    start_nothing();
    first.say("first");
    last.say("last");
}

START(an_old_map_below_a_new_one, exits(0).env("RUST_LOG", "old=2,grand=3").out("2 3\n")) {
    root();
    static uint32_t old_level, grand_level;
    static mod_entry old_entries[] = {{"old", &old_level}, {nullptr, nullptr}}, grand_entries[] = {{"grand", &grand_level}, {nullptr, nullptr}};
    static OldCrate grandchild = {grand_entries, {}}, child = {old_entries, {&grandchild}};
    map().children[1] = &child;
    start_nothing();
    print("%u %u\n", old_level, grand_level);
}

START(a_cycle_over_three_maps, exits(0).env("RUST_LOG", "a=2,b=3,root=4").out("root 4 4\na 2 2\nb 3 3\n")) {
    Crate &top = root();
    static Crate a("a", "a::m"), b("b", "b::m");
    map().children[1] = &a;
    a.map.children[1] = &b;
    b.map.children[1] = &map();
    b.map.children[2] = &b;
    b.map.children[3] = &a;
    start_nothing();
    top.say("root");
    a.say("a");
    b.say("b");
}

START(help_walks_depth_first, exits(1).env("RUST_LOG", "?").out("\nCrate log map:\n\n root\n root::m\n a\n a::m\n deep\n deep::m\n b\n b::m\n\n")) {
    root();
    static Crate a("a", "a::m"), b("b", "b::m"), deep("deep", "deep::m");
    map().children[1] = &a;
    map().children[2] = &b;
    a.map.children[1] = &deep;
    b.map.children[1] = &deep;
    start_nothing();
}

START(help_of_no_modules, exits(1).env("RUST_LOG", "::help").out("\nCrate log map:\n\n\n")) { start_nothing(); }

START(help_prints_names_as_they_are, exits(1).env("RUST_LOG", "::help").out("\nCrate log map:\n\n \xff\xc3\n %s\n\n")) {
    static Crate odd("\xff\xc3", "%s");
    map().entries = odd.entries;
    start_nothing();
}

START(help_of_an_old_map, exits(1).env("RUST_LOG", "::help").out("\nCrate log map:\n\n old\n\n")) {
    static uint32_t level;
    static mod_entry entries[] = {{"old", &level}, {nullptr, nullptr}};
    static OldCrate crate = {entries, {}};
    char *arguments[] = {nullptr};
    rust_start(reinterpret_cast<uintptr_t>(static_cast<spawn_fn>(TASK {})), 0, arguments, &crate);
}

START(help_flushes_what_was_printed_before, exits(1).env("RUST_LOG", "::help").out("before\nCrate log map:\n\n\n")) {
    printf("before");
    start_nothing();
}

START(help_runs_what_was_to_run_at_exit, exits(1).env("RUST_LOG", "::help").out("at exit\n\nCrate log map:\n\n\n")) {
    atexit([] { print("at exit\n"); });
    start_nothing();
}

START(modules_of_several_maps_count_together, exits(0).env("RUST_LOG", "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s").out("warning: got 19 RUST_LOG specs, enabled 18 flags.")) {
    root();
    static Crate child("x", "y");
    map().children[1] = &child;
    start_nothing();
}

START(metadata_are_no_module, exits(0).env("RUST_LOG", "_gc,root=2").out("2\nroot 2 2\n")) {
    static struct {
        uint32_t count, padding;
        uintptr_t triples[6];
    } block = {2, 0, {30, 1, 2, 10, 3, 4}};
    Crate &top = root();
    static Crate child("child", "child::m");
    child.entries[1] = {"_gc_module_metadata", reinterpret_cast<uint32_t *>(&block)};
    map().children[1] = &child;
    start_nothing();
    print("%u\n", block.count);
    top.say("root");
}

START(modules_may_share_a_level, exits(0).env("RUST_LOG", "one=2,two=3").out("3\n")) {
    static uint32_t shared;
    static mod_entry entries[] = {{"one", &shared}, {"two", &shared}, {nullptr, nullptr}};
    map().entries = entries;
    start_nothing();
    print("%u\n", shared);
}

START(a_module_without_a_name_ends_the_list, exits(0).env("RUST_LOG", "late=3").out("0\n")) {
    static uint32_t first, late;
    static mod_entry entries[] = {{"first", &first}, {nullptr, &late}, {"late", &late}, {nullptr, nullptr}};
    map().entries = entries;
    start_nothing();
    print("%u\n", late);
}

START(a_module_with_an_empty_name, exits(0).env("RUST_LOG", "x=3").out("1\n")) {
    static uint32_t level;
    static mod_entry entries[] = {{"", &level}, {nullptr, nullptr}};
    map().entries = entries;
    start_nothing();
    print("%u\n", level);
}

START(a_map_without_a_list_crashes, crashes().out("")) {
    map().entries = nullptr;
    start(TASK { print("main\n"); });
}

START(a_module_without_a_level_crashes, crashes().out("")) {
    static mod_entry entries[] = {{"first", nullptr}, {nullptr, nullptr}};
    map().entries = entries;
    start(TASK { print("main\n"); });
}

START(the_map_is_read_before_main, exits(0).env("RUST_LOG", "root=4").out("4\n")) {
    static Crate *top;
    top = &root();
    start(TASK { print("%u\n", top->levels[0]); });
}

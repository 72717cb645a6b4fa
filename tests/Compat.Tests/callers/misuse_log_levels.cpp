// Misuse (misuse.h) of RUST_LOG: what specifications give to modules.
#include "harness.h"

using namespace harness;

namespace {

// The levels that a specification gives to these modules.
mod_entry modules[] = {{"app", nullptr}, {"app::net", nullptr}, {"ap", nullptr}, {"zoo", nullptr}, {nullptr, nullptr}};
uint32_t levels[4];

void say_levels() {
    for (int i = 0; i < 4; i++) modules[i].state = &levels[i];
    map().entries = modules;
    start(TASK {});
    print("%u %u %u %u\n", levels[0], levels[1], levels[2], levels[3]);
}

} // namespace

START(spec_empty_level, exits(0).env("RUST_LOG", "app=").out("255 255 1 1\n")) { say_levels(); }
START(spec_no_name, exits(0).env("RUST_LOG", "=3").out("1 1 1 1\n")) { say_levels(); }
START(spec_two_signs, exits(0).env("RUST_LOG", "app==4").out("13 13 1 1\n")) { say_levels(); }
START(spec_two_levels, exits(0).env("RUST_LOG", "app=3=4").out("3 3 1 1\n")) { say_levels(); }
START(spec_commas_only, exits(0).env("RUST_LOG", ",,,").out("1 1 1 1\n")) { say_levels(); }
START(spec_space, exits(0).env("RUST_LOG", " app=2, zoo=3").out("1 1 1 1\n")) { say_levels(); }
START(spec_upper_case_is_another_name, exits(0).env("RUST_LOG", "APP=3").out("1 1 1 1\n")) { say_levels(); }
START(spec_twelve_is_level_one_and_a_module_two, exits(0).env("RUST_LOG", "app=12").out("1 1 1 1\n")) { say_levels(); }
START(spec_letter_level, exits(0).env("RUST_LOG", "app=d").out("52 52 1 1\n")) { say_levels(); }
START(spec_slash_level, exits(0).env("RUST_LOG", "app=/").out("255 255 1 1\n")) { say_levels(); }
START(spec_longest_prefix, exits(0).env("RUST_LOG", "ap=2,app::n=4,app=3").out("3 4 2 1\n")) { say_levels(); }
START(spec_zero_silences, exits(0).env("RUST_LOG", "app=0").out("0 0 1 1\n")) { say_levels(); }
START(spec_everything, exits(0).env("RUST_LOG", "app,ap,zoo").out("255 255 255 255\n")) { say_levels(); }
START(spec_other_modules, exits(0).env("RUST_LOG", "nothing=4").out("1 1 1 1\n")) { say_levels(); }

START(help_prints_the_map_and_exits_1, exits(1).env("RUST_LOG", "::help").out("\nCrate log map:\n\n app\n app::net\n ap\n zoo\n\n")) {
    say_levels();
}

START(help_is_the_whole_specification_or_none, exits(0).env("RUST_LOG", "app=2,::help").out("2 2 1 1\n")) { say_levels(); }

START(more_directives_than_modules_are_told, exits(0).env("RUST_LOG", "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t").out("255 255 255 1\nwarning: got 20 RUST_LOG specs, enabled 18 flags.")) { say_levels(); }

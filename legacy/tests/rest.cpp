// Services of a few functions: standard streams, and the symbols not served yet.
#include "harness.h"
using namespace harness;

START(standard_streams_are_the_c_librarys, exits(0)) {
    CHECK(rust_get_stdin() == stdin && rust_get_stdout() == stdout && rust_get_stderr() == stderr);
}

START(symbols_not_served_yet_say_so, aborts("not migrated yet: rust_uv_loop_new (io)\n")) {
    rust_uv_loop_new();
}

// The C library's standard streams, which callers got from the runtime.
#include "harness.h"
using namespace harness;

START(standard_streams_are_the_c_librarys, exits(0)) {
    CHECK(rust_get_stdin() == stdin && rust_get_stdout() == stdout && rust_get_stderr() == stderr);
}

// The part of the service io that is not libuv's.
#include "rustrt.h"

extern "C" {

FILE *rust_get_stdin(void) {
    return stdin;
}

FILE *rust_get_stdout(void) {
    return stdout;
}

FILE *rust_get_stderr(void) {
    return stderr;
}
}

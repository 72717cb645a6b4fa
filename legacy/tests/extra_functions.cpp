// What somebody added to a legacy library of theirs: a function with arguments of every kind, one that uses the library itself, and a
// variable, which no router can forward.
#include "rustrt.h"

extern "C" {
__attribute__((visibility("default"))) int old_counter = 0;

__attribute__((visibility("default"))) double old_sum(int a, int b, int c, int d, int e, int f, double x, double y, int on_stack, int last) {
    return a + b + c + d + e + f + x + y + on_stack + last;
}

__attribute__((visibility("default"))) rust_task_id old_task_id(void) {
    return get_task_id();
}
}

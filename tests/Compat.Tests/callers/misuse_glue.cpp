// Misuse (misuse.h) of glue: where it runs, and what it may do.
#include "harness.h"

using namespace harness;

namespace {

#define GLUE [](void *, void *, const type_desc **, void *)

} // namespace

START(glue_needs_no_task, exits(0).out("glue 1\n")) {
    static type_desc td = {8, 8, nullptr, nullptr, GLUE { print("glue %d\n", 1); }, nullptr, nullptr, nullptr};
    rust_call_tydesc_glue(nullptr, reinterpret_cast<size_t *>(&td), 4);
}

CASE(glue_runs_where_it_is_called, exits(0).out("rust 1\nc 0\n")) {
    static type_desc td = {8, 8, GLUE { print("rust %d\n", stack_limit() != 0); }, GLUE { print("c %d\n", stack_limit() != 0); },
                           nullptr, nullptr, nullptr, nullptr};
    rust_call_tydesc_glue(nullptr, reinterpret_cast<size_t *>(&td), 2);
    on_c([] { rust_call_tydesc_glue(nullptr, reinterpret_cast<size_t *>(&td), 3); });
}

CASE(glue_may_fail, exits(101).out("unwound\n").err("'glue', g.rs:1")) {
    struct Last {
        ~Last() { print("unwound\n"); }
    } last;
    static type_desc td = {8, 8, nullptr, GLUE { upcall_fail("glue", "g.rs", 1); }, nullptr, nullptr, nullptr, nullptr};
    rust_call_tydesc_glue(nullptr, reinterpret_cast<size_t *>(&td), 3);
}

CASE(glue_may_throw_to_its_caller, exits(0).out("caught 3\n")) {
    static type_desc td = {8, 8, nullptr, GLUE { throw 3; }, nullptr, nullptr, nullptr, nullptr};
    try {
        rust_call_tydesc_glue(nullptr, reinterpret_cast<size_t *>(&td), 3);
    } catch (int number) {
        print("caught %d\n", number);
    }
}

CASE(glue_without_a_descriptor_crashes, crashes()) {
    rust_call_tydesc_glue(nullptr, nullptr, 3);
}

CASE(glue_may_yield, exits(0).out("glue\n")) {
    static type_desc td = {8, 8, nullptr, nullptr, nullptr, GLUE {
        for (int i = 0; i < 10; i++) yield();
        print("glue\n");
    }, nullptr, nullptr};
    rust_call_tydesc_glue(nullptr, reinterpret_cast<size_t *>(&td), 5);
}

CASE(glue_is_called_where_there_is_some, exits(0).out("drop\n")) {
    static type_desc description = {8, 8, nullptr, [](void *, void *, const type_desc **, void *) { print("drop\n"); },
                                    nullptr, nullptr, nullptr, nullptr};
    auto *words = reinterpret_cast<size_t *>(&description);
    for (size_t i = 2; i < 8; i++) rust_call_tydesc_glue(nullptr, words, i);
}

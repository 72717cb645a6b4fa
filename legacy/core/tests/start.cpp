#include "core_case.h"
#include <cstring>
#include <string>
#include <vector>

namespace {

template <class F> rustcore_closure closure_of(F &f) {
    return {[](void *env) { (*static_cast<F *>(env))(); }, &f, nullptr};
}
char program[] = "program", argument[] = "argument";
char *arguments[] = {program, argument, nullptr};

std::vector<std::string> dropped;
std::atomic<size_t> drops{0}; // what tells the main task that it may look

// A managed box whose body is a pointer to another box, or NULL, and a name.
struct node {
    rust_opaque_box *other;
    const char *name;
};
type_desc node_type = {sizeof(node),
                       alignof(node),
                       nullptr,
                       [](void *, void *, const type_desc **, void *value) {
    auto *n = static_cast<node *>(value);
    dropped.push_back(n->name);
    drops++;
    if (n->other) rustcore_box_drop(n->other);
                       },
                       nullptr,
                       nullptr,
                       nullptr,
                       nullptr};
node *body(rust_opaque_box *box) {
    return reinterpret_cast<node *>(box + 1);
}

} // namespace

START(main_gets_the_arguments_and_the_status_is_returned, exits(0)) {
    int drops = 0;
    struct env {
        int *drops;
        bool ran;
    } e = {&drops, false};
    rustcore_closure main = {[](void *p) {
        auto &e = *static_cast<env *>(p);
        harness::on_c([&] {
            CHECK(get_task_id() == 1);
            CHECK(rust_get_argc() == 2 && rust_get_argv() == arguments);
            rust_set_exit_status(7);
        });
        CHECK(*e.drops == 0);
        e.ran = true;
                             },
                             &e, [](void *p) { ++*static_cast<env *>(p)->drops; }};
    CHECK(rustcore_start(main, 2, arguments, nullptr) == 7);
    CHECK(e.ran && drops == 1);
}

START(main_is_dropped_when_it_fails, exits(0).err("task failed at 'gone'").err("root task failed")) {
    int drops = 0;
    rustcore_closure main = {[](void *) { rustcore_fail("gone", "start.cpp", 1); }, &drops,
                             [](void *p) { ++*static_cast<int *>(p); }};
    CHECK(rustcore_start(main, 0, nullptr, nullptr) == 101);
    CHECK(drops == 1);
}

START(start_works_again_after_it_returned, exits(0)) {
    int runs = 0;
    auto main = [&] { runs++; };
    for (int i = 0; i < 3; i++) CHECK(rustcore_start(closure_of(main), 0, nullptr, nullptr) == 0);
    CHECK(runs == 3);
}

START(modules_of_the_program_get_levels_and_those_of_core_stay_silent,
      exits(0).env("RUST_LOG", "app=3,core=4")) {
    uint32_t level = 0, before = *rustcore_crate_map.entries[0].state;
    const mod_entry modules[] = {{"app", &level}, {nullptr, nullptr}};
    auto main = [] {};
    CHECK(rustcore_start(closure_of(main), 0, nullptr, modules) == 0);
    CHECK(level == 3);
    for (const mod_entry *m = rustcore_crate_map.entries; m->name; m++) CHECK(*m->state == 0);
    CHECK(before == 0);
}

CASE(boxes_left_behind_are_dropped_newest_first_and_freed, exits(0)) {
    harness::spawn(TASK {
        for (const char *name : {"a", "b", "c"}) body(rustcore_box_new(&node_type))->name = name;
    });
    while (drops < 3) harness::yield();
    CHECK((dropped == std::vector<std::string>{"c", "b", "a"}));
}

CASE(a_box_that_another_one_owns_is_dropped_once, exits(0).threads("1")) {
    harness::spawn(TASK {
        rust_opaque_box *inner = rustcore_box_new(&node_type), *outer = rustcore_box_new(&node_type);
        *body(inner) = {nullptr, "inner"};
        *body(outer) = {inner, "outer"};
    });
    while (drops < 2) harness::yield();
    for (int i = 0; i < 10; i++) harness::yield();
    CHECK((dropped == std::vector<std::string>{"outer", "inner"}));
}

CASE(a_cycle_of_boxes_is_annihilated, exits(0).threads("1")) {
    harness::spawn(TASK {
        rust_opaque_box *a = rustcore_box_new(&node_type), *b = rustcore_box_new(&node_type);
        *body(a) = {rustcore_box_take(b), "a"};
        *body(b) = {rustcore_box_take(a), "b"};
    });
    while (drops < 2) harness::yield();
}

CASE(boxes_made_while_annihilating_are_annihilated_as_well, exits(0)) {
    static std::atomic<int> late;
    harness::spawn(TASK {
        static type_desc late_type = {
            8,       8,       nullptr, [](void *, void *, const type_desc **, void *) { late++; },
            nullptr, nullptr, nullptr, nullptr};
        static type_desc early_type = {
            8,       8,
            nullptr, [](void *, void *, const type_desc **, void *) { rustcore_box_new(&late_type); },
            nullptr, nullptr,
            nullptr, nullptr};
        rustcore_box_new(&early_type);
    });
    harness::await(late);
}

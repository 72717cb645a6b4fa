// Misuse (misuse.h) of the safe points that a crate map names.
#include "harness.h"

using namespace harness;

namespace {

// As the compiler lays it out: a count padded to a word, then triples.
struct SafePoints {
    uint32_t count, padding;
    uintptr_t triples[6];
};

struct Crate {
    roomy_crate_map map;
    mod_entry entries[2];
    explicit Crate(SafePoints &points) : map(), entries{{"_gc_module_metadata", &points.count}, {nullptr, nullptr}} {
        map.version = 1;
        map.entries = entries;
    }
};

void say_safe_points() {
    auto *table = static_cast<uintptr_t *>(rust_gc_metadata());
    for (uintptr_t i = 0; i < table[0]; i++) print("%lu %lu %lu\n", table[1 + 3 * i], table[2 + 3 * i], table[3 + 3 * i]);
    print("%lu\n", table[0]);
}

} // namespace

START(safe_points_of_the_first_child_are_not_read, exits(0).out("10 1 2\n20 3 4\n40 7 8\n3\n")) {
    static SafePoints of_root = {2, 0, {40, 7, 8, 10, 1, 2}}, of_first = {1, 0, {30, 5, 6}}, of_second = {1, 0, {20, 3, 4, 99, 9, 9}};
    static Crate root(of_root), first(of_first), second(of_second);
    map().entries = root.entries;
    map().children[0] = &first;
    map().children[1] = &second;
    second.map.children[1] = &map(); // each map once
    start(TASK { say_safe_points(); });
}

START(safe_points_are_those_of_the_last_start, exits(0).out("10 1 2\n1\n0\n10 1 2\n")) {
    static SafePoints points = {1, 0, {10, 1, 2}};
    static Crate crate(points);
    const mod_entry *none = map().entries;
    map().entries = crate.entries;
    start(TASK { say_safe_points(); });
    auto *kept = static_cast<uintptr_t *>(rust_gc_metadata());
    map().entries = none;
    start(TASK { say_safe_points(); });
    print("%lu %lu %lu\n", kept[1], kept[2], kept[3]);
}

START(no_safe_points_at_all, exits(0).out("0\n")) {
    static SafePoints points = {0, 0, {}};
    static Crate crate(points);
    map().entries = crate.entries;
    start(TASK { say_safe_points(); });
}

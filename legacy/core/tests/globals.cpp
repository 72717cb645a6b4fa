// Global data by key.
#include "task_case.h"

namespace {

std::atomic<int> over{0}, step{0}, created{0};

struct number {
    int n;
    explicit number(int n) : n(n) {}
    number(const number &) = default;
    ~number() {
        step++;
    }
};

const global_key<int> key, other_key;

// The word of the runtime once all values have been ended.
bool globals_are_gone() {
    bool gone = false;
    harness::on_c([&] { gone = *static_cast<std::atomic<intptr_t> *>(rust_get_global_data_ptr()) == -1; });
    return gone;
}

} // namespace

CASE(a_value_is_created_once, exits(0)) {
    constexpr int tasks = 50;
    for (int i = 0; i < tasks; i++)
        spawn([e = ending(over)] {
            CHECK(key.clone_or_create([] {
                created++;
                return 7;
            }) == 7);
        });
    await(over, tasks);
    CHECK(created == 1);
}

CASE(keys_are_apart_and_empty_at_first, exits(0)) {
    CHECK(!key.clone());
    key.clone_or_create([] { return 1; });
    CHECK(key.clone() == 1 && !other_key.clone());
}

CASE(modify_adds_replaces_and_removes, exits(0)) {
    key.modify([](std::optional<int> old) {
        CHECK(!old);
        return std::optional(1);
    });
    key.modify([](std::optional<int> old) { return std::optional(*old + 1); });
    CHECK(key.clone() == 2);
    key.modify([](std::optional<int>) { return std::optional<int>(); });
    CHECK(!key.clone());
}

CASE(modifications_follow_each_other, exits(0)) {
    constexpr int tasks = 8, rounds = 200;
    for (int i = 0; i < tasks; i++)
        spawn([e = ending(over)] {
            for (int j = 0; j < rounds; j++)
                key.modify([](std::optional<int> old) { return std::optional(old.value_or(0) + 1); });
        });
    await(over, tasks);
    CHECK(key.clone() == tasks * rounds);
}

// What the exchange count and the counts of values show.
START(values_end_with_the_runtime, exits(0)) {
    static const global_key<number> first, second;
    for (int run = 0; run < 2; run++) {
        CHECK(start(0, nullptr, [] {
                  CHECK(!first.clone());
                  first.clone_or_create([] { return number(1); });
                  second.clone_or_create([] { return number(2); });
                  step = 0;
              }) == 0);
        CHECK(step == 2);
    }
}

CASE(a_failure_under_the_lock_closes_all_globals,
     exits(0).err("'inside', case:1").err("'poisoned exclusive")) {
    key.clone_or_create([] { return 1; });
    CHECK(!attempt([] { key.modify([](std::optional<int>) -> std::optional<int> { give_up("inside"); }); }));
    CHECK(!attempt([] { other_key.clone(); }));
}

CASE(nesting_waits_for_itself, hangs()) {
    key.clone_or_create([] { return other_key.clone_or_create([] { return 1; }); });
}

CASE(use_after_the_end_crashes, crashes()) {
    key.clone_or_create([] { return 1; });
    at_exit([] {
        while (!globals_are_gone()) yield();
        key.clone();
    });
}

CASE(first_use_at_exit_aborts, aborts("registering at_exit function after exit")) {
    at_exit([] { key.clone(); });
}

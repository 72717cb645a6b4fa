// Little locks, exclusives, shared state (legacy-runtime.md section 11, Private services).
#include "task_case.h"

namespace {

std::atomic<int> over{0}, step{0}, ended{0};

// Moved by its bytes, so that it is the block's glue that ends it.
struct counted {
    int number;
    bool there = true;
    explicit counted(int n) : number(n) {}
    counted(counted &&other) noexcept : number(other.number), there(std::exchange(other.there, false)) {}
    ~counted() {
        if (there) ended++;
    }
};

} // namespace
template <> struct rustcore::moves_as_bytes<counted> : std::true_type {};

CASE(a_little_lock_lets_one_in_at_a_time, exits(0)) {
    auto *lock = new little_lock;
    static int inside = 0, sum = 0; // plain: the lock is what keeps them whole
    constexpr int tasks = 8, rounds = 500;
    for (int i = 0; i < tasks; i++)
        spawn([=, e = ending(over)] {
            for (int j = 0; j < rounds; j++) {
                lock->lock([] {
                    CHECK(inside++ == 0);
                    sum++;
                    inside--;
                });
                if (j % 50 == 0) yield();
            }
        });
    await(over, tasks);
    CHECK(lock->lock([] { return sum; }) == tasks * rounds);
    delete lock;
}

CASE(a_little_lock_is_free_again_when_its_section_fails, exits(0)) {
    little_lock lock;
    CHECK(!attempt([&] { lock.lock([] { give_up("inside"); }); }));
    CHECK(lock.lock([] { return 1; }) == 1);
}

CASE(a_yield_with_a_little_lock_fails, exits(0).err("yielded in an atomic section")) {
    little_lock lock;
    CHECK(!attempt([&] { lock.lock([] { yield(); }); }));
    CHECK(lock.lock([] { return 1; }) == 1);
}

// ---- exclusives

CASE(an_exclusive_is_changed_by_one_task_at_a_time, exits(0)) {
    exclusive<long> sum(0);
    constexpr int tasks = 8, rounds = 500;
    for (int i = 0; i < tasks; i++)
        spawn([=, e = ending(over)] {
            for (int j = 0; j < rounds; j++) sum.with([](long &n) { n++; });
        });
    await(over, tasks);
    CHECK(sum.with([](long &n) { return n; }) == tasks * rounds);
}

CASE(values_that_do_not_move_as_bytes_are_held_too, exits(0)) {
    exclusive<std::string> text("short");
    exclusive<std::string> again = text;
    again.with([](std::string &s) { s += ", but it grows until it no longer is"; });
    CHECK(text.with([](std::string &s) { return s; }) == "short, but it grows until it no longer is");
}

CASE(the_last_reference_ends_the_value, exits(0)) {
    {
        exclusive<counted> x(counted(1));
        { exclusive<counted> y = x; }
        CHECK(ended == 0);
    }
    CHECK(ended == 1);
    { shared_state<counted> s(counted(1)); }
    CHECK(ended == 2);
}

CASE(a_failure_inside_poisons,
     exits(0).err("'inside', case:1").err("'poisoned exclusive: a task failed inside'")) {
    exclusive<counted> x(counted(1));
    CHECK(!attempt([=] { x.with([](counted &) { give_up("inside"); }); }));
    for (int i = 0; i < 2; i++) CHECK(!attempt([=] { x.with([](counted &) { step = 1; }); }));
    CHECK(step == 0 && ended == 0);
}

CASE(a_killed_tasks_section_is_finished_first, exits(0)) {
    exclusive<int> x(0);
    CHECK(!attempt([=] {
        spawn([=, e = ending(over)] {
            for (;;) {
                x.with([](int &n) { n++; });
                step = 1;
                yield();
            }
        });
        await(step);
        give_up("kill it");
    }));
    await(over);
    CHECK(x.with([](int &n) { return n; }) > 0);
}

CASE(a_yield_inside_an_exclusive_fails_and_poisons,
     exits(0).err("yielded in an atomic section").err("'poisoned exclusive")) {
    exclusive<int> x(0);
    CHECK(!attempt([=] { x.with([](int &) { yield(); }); }));
    CHECK(!attempt([=] { x.with([](int &) {}); }));
}

CASE(entering_an_exclusive_twice_waits_for_itself, hangs()) {
    exclusive<int> x(0);
    x.with([=](int &) { x.with([](int &) {}); });
}

// ---- unwrap

CASE(unwrap_of_the_only_reference_is_the_value, exits(0)) {
    CHECK(exclusive<int>(5).unwrap() == 5);
    CHECK(shared_state<std::string>("text").unwrap() == "text");
    CHECK(exclusive<counted>(counted(7)).unwrap().number == 7);
    CHECK(ended == 1);
}

CASE(unwrap_waits_for_the_last_reference, exits(0)) {
    shared_state<counted> state(counted(7));
    for (int i = 0; i < 5; i++)
        spawn([=] {
            for (int j = 0; j < 20; j++) yield();
            CHECK(state->number == 7);
            over++;
        });
    counted value = std::move(state).unwrap();
    CHECK(over == 5 && value.number == 7 && ended == 0);
}

CASE(unwrap_of_an_exclusive_sees_all_changes, exits(0)) {
    exclusive<int> x(0);
    for (int i = 0; i < 10; i++)
        spawn([=] {
            yield();
            x.with([](int &n) { n++; });
        });
    CHECK(std::move(x).unwrap() == 10);
}

CASE(a_second_unwrapper_fails, exits(0).err("'another task unwraps this already'")) {
    auto state = std::make_unique<shared_state<counted>>(counted(7));
    std::vector<port<rustcore_task_result>> results;
    for (int i = 0; i < 2; i++) {
        builder b;
        results.push_back(b.linkage(RUSTCORE_UNLINKED).future_result());
        b.spawn([mine = *state]() mutable { CHECK(std::move(mine).unwrap().number == 7); });
    }
    size_t second = select(results);
    CHECK(results[second].recv() == RUSTCORE_FAILURE);
    CHECK(ended == 0 && (*state)->number == 7);
    state.reset();
    CHECK(results[1 - second].recv() == RUSTCORE_SUCCESS);
    CHECK(ended == 1);
}

CASE(unwrap_of_a_poisoned_exclusive_fails_and_ends_the_value,
     exits(0).err("'poisoned: a task failed inside'")) {
    exclusive<counted> x(counted(1));
    CHECK(!attempt([=] { x.with([](counted &) { give_up("inside"); }); }));
    CHECK(!attempt([x = std::move(x)]() mutable { std::move(x).unwrap(); }));
    CHECK(ended == 1);
}

CASE(an_unwrapper_that_is_killed_leaves_the_value_to_the_last_reference, exits(0)) {
    {
        shared_state<counted> state(counted(7));
        CHECK(!attempt([&state] {
            spawn([mine = state, e = ending(over)]() mutable {
                step = 1;
                std::move(mine).unwrap();
            });
            await(step);
            for (int i = 0; i < 20; i++) yield();
            give_up("kill it");
        }));
        await(over);
        CHECK(ended == 0 && state->number == 7);
    }
    CHECK(ended == 1);
}

CASE(unwrapping_and_killing_storm, exits(0)) {
    constexpr int rounds = 200;
    for (int i = 0; i < rounds; i++) {
        over = 0;
        attempt([i] {
            shared_state<counted> state{counted(i)};
            for (int j = 0; j < 3; j++)
                spawn([state, j, e = ending(over)]() mutable {
                    if (j == 0) std::move(state).unwrap();
                    else yield();
                    if (j == 1) give_up("now and then");
                });
            over++;
        });
        await(over, 4);
    }
    CHECK(ended == rounds);
}

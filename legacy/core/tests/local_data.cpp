// Task-local data by key, and managed boxes.
#include "task_case.h"
#include <vector>

namespace {

std::atomic<int> over{0}, step{0};
std::vector<int> ended; // by tasks that run one at a time
std::atomic<size_t> ends{0};

struct numbered {
    int number;
    explicit numbered(int n) : number(n) {}
    numbered(const numbered &) = delete;
    ~numbered() {
        ended.push_back(number);
        ends++;
    }
};
managed<numbered> make(int number) {
    return managed<numbered>::make(number);
}
local_key<numbered> keys[200];

bool has(int key, int number) {
    managed<numbered> value = keys[key].get();
    return value && value->number == number;
}

// Runs body as a task and waits until its local data is gone, which the last of it tells.
template <class F> void in_a_task(F body) {
    struct last {
        ~last() {
            over++;
        }
    };
    static const local_key<last> key;
    over = 0;
    spawn_unlinked([=] {
        body();
        key.set(managed<last>::make());
    });
    await(over);
}

} // namespace

CASE(nothing_is_there_at_first, exits(0)) {
    CHECK(!keys[0].get() && !keys[0].pop());
}

CASE(get_gives_what_set_stored, exits(0)) {
    keys[0].set(make(10));
    keys[1].set(make(11));
    CHECK(has(0, 10) && has(1, 11) && !keys[2].get());
    CHECK(ended.empty());
}

CASE(set_drops_the_old_value, exits(0)) {
    keys[0].set(make(1));
    keys[0].set(make(2));
    CHECK((ended == std::vector<int>{1}) && has(0, 2));
}

CASE(set_of_the_same_value_keeps_it, exits(0)) {
    keys[0].set(make(1));
    keys[0].set(keys[0].get());
    CHECK(ended.empty() && has(0, 1));
}

CASE(pop_gives_the_value_back, exits(0)) {
    keys[0].set(make(1));
    {
        managed<numbered> value = keys[0].pop();
        CHECK(value->number == 1 && !keys[0].get() && ended.empty());
    }
    CHECK(ended.size() == 1);
}

CASE(references_keep_a_value_that_left, exits(0)) {
    keys[0].set(make(1));
    managed<numbered> value = keys[0].get();
    keys[0].set(make(2));
    CHECK(ended.empty() && value->number == 1);
}

CASE(modify_replaces_adds_and_removes, exits(0)) {
    keys[0].modify([](managed<numbered> old) {
        CHECK(!old && !keys[0].get());
        return make(1);
    });
    CHECK(has(0, 1));
    keys[0].modify([](managed<numbered> old) {
        CHECK(old->number == 1 && !keys[0].get());
        return make(2);
    });
    CHECK(has(0, 2) && ended.size() == 1);
    keys[0].modify([](managed<numbered>) { return managed<numbered>(); });
    CHECK(!keys[0].get() && ended.size() == 2);
}

CASE(values_end_in_the_order_of_their_slots_and_free_slots_are_used_again, exits(0)) {
    in_a_task([] {
        for (int i = 0; i < 4; i++) keys[i].set(make(i));
        keys[1].pop();
        keys[3].pop();
        ended.clear();
        keys[7].set(make(7)); // into the second slot
        keys[8].set(make(8)); // into the fourth
    });
    CHECK((ended == std::vector<int>{0, 7, 2, 8}));
}

CASE(a_failing_tasks_values_end_too, exits(0)) {
    spawn_unlinked([] {
        keys[0].set(make(0));
        struct tells {
            ~tells() {
                over++;
            }
        };
        static const local_key<tells> key;
        key.set(managed<tells>::make());
        give_up("gone");
    });
    await(over);
    CHECK(ended == std::vector<int>{0});
}

CASE(children_inherit_nothing, exits(0)) {
    keys[0].set(make(1));
    in_a_task([] {
        CHECK(!keys[0].get());
        keys[0].set(make(2));
    });
    CHECK(has(0, 1));
}

CASE(there_is_room_for_many, exits(0)) {
    in_a_task([] {
        for (int i = 0; i < 200; i++) keys[i].set(make(i));
        for (int i = 0; i < 200; i++) CHECK(has(i, i));
    });
    CHECK(ended.size() == 200);
    for (int i = 0; i < 200; i++) CHECK(ended[i] == i);
}

// Values may use what is left of the map while they end, and may leave more behind.
CASE(values_stored_while_others_end_are_ended_as_well, exits(0)) {
    struct stores {
        ~stores() {
            CHECK(has(1, 1));
            keys[2].set(make(2));
        }
    };
    static const local_key<stores> key;
    in_a_task([] {
        key.set(managed<stores>::make());
        keys[1].set(make(1));
    });
    while (ends < 2) harness::yield();
    CHECK(ended.size() == 2);
}

CASE(values_that_end_may_spawn_and_yield, exits(0)) {
    struct spawns {
        ~spawns() {
            spawn_unlinked([e = ending(step)] {});
            for (int i = 0; i < 5; i++) harness::yield();
        }
    };
    static const local_key<spawns> key;
    in_a_task([] { key.set(managed<spawns>::make()); });
    await(step);
}

// Its groups have been told by then; what it spawns so late is no main task's child.
CASE(a_failed_tasks_values_may_spawn_without_failing_the_program,
     exits(0).err("'gone', case:1").no_err("root task failed")) {
    struct spawns {
        ~spawns() {
            rustcore::spawn([e = ending(step)] {});
        }
    };
    static const local_key<spawns> key;
    spawn_unlinked([] {
        key.set(managed<spawns>::make());
        give_up("gone");
    });
    await(step);
}

CASE(a_value_in_a_cycle_is_left_to_the_annihilator, exits(0).threads("1")) {
    struct node {
        managed<node> self;
        ~node() {
            step++;
        }
    };
    static const local_key<node> key;
    in_a_task([] {
        auto value = managed<node>::make();
        value->self = value;
        key.set(value);
    });
    await(step);
    CHECK(step == 1);
}

CASE(a_failing_value_aborts, aborts("")) {
    struct fails {
        ~fails() noexcept(false) {
            give_up("in a cleanup");
        }
    };
    static const local_key<fails> key;
    spawn([] { key.set(managed<fails>::make()); });
    wait_to_be_killed();
}

// ---- boxes

CASE(the_last_reference_frees_a_box, exits(0)) {
    managed<numbered> a = make(1), b = a, c;
    a = managed<numbered>();
    c = std::move(b);
    CHECK(ended.empty() && c->number == 1);
    c = managed<numbered>();
    CHECK(ended.size() == 1);
}

CASE(a_box_is_freed_when_its_glue_fails, exits(0).err("'glue', case:1")) {
    CHECK(!attempt([] {
        static type_desc type = {
            8,       8,
            nullptr, [](void *, void *, const type_desc **, void *) { step++, give_up("glue"); },
            nullptr, nullptr,
            nullptr, nullptr};
        rustcore_box_drop(rustcore_box_new(&type));
    }));
    CHECK(step == 1); // the annihilator did not find it again
}

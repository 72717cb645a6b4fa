// Local data, shared state and global data where callers are unusual: glue that fails or uses what it is part of, the words of every failure, and
// what is counted. In the C API alone. As misuse.h says; also on mixtures of backends.
#include "core_case.h"
#include <cstring>

using namespace harness;

namespace {

std::atomic<int> dropped, step;
const char keys[40] = {};

void count(void *, void *, const type_desc **, void *) {
    dropped++;
}
type_desc word = {8, 8, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};
type_desc counted = {8, 8, nullptr, count, nullptr, nullptr, nullptr, nullptr};
type_desc nothing = {0, 1, nullptr, count, nullptr, nullptr, nullptr, nullptr};
type_desc wide = {64, 64, nullptr, count, nullptr, nullptr, nullptr, nullptr};
// Its glue fails.
type_desc touchy = {8, 8, nullptr, [](void *, void *, const type_desc **, void *) {
                        dropped++;
                        rustcore_fail("glue", "misuse", 1);
                    },
                    nullptr, nullptr, nullptr, nullptr};
// Its glue says which it was.
type_desc telling = {8, 8, nullptr, [](void *, void *, const type_desc **, void *value) { print("%ld ", *static_cast<long *>(value)); },
                     nullptr, nullptr, nullptr, nullptr};

rust_opaque_box *box(type_desc *type, long value = 0) {
    rust_opaque_box *made = rustcore_box_new(type);
    memcpy(made + 1, &value, sizeof value);
    return made;
}
uintptr_t blocks() {
    return __atomic_load_n(rust_get_exchange_count_ptr(), __ATOMIC_SEQ_CST);
}
bool attempt(void (*call)(void *), void *env = nullptr) {
    return rustcore_try({call, env, nullptr});
}
void await(std::atomic<int> &count, int wanted) {
    while (count < wanted) rustcore_yield();
}

} // namespace

// ---- boxes

CASE(a_box_counts_its_references, exits(0)) {
    rust_opaque_box *b = box(&counted);
    CHECK(b->ref_count == 1 && rustcore_box_take(b) == b && b->ref_count == 2);
    rustcore_box_drop(b);
    CHECK(dropped == 0);
    rustcore_box_drop(b);
    CHECK(dropped == 1);
}

CASE(a_box_without_glue, exits(0)) {
    rustcore_box_drop(box(&word));
}

CASE(a_box_whose_glue_fails_is_freed_all_the_same, exits(0).err("task failed at 'glue', misuse:1\n").out("1\n")) {
    CHECK(!attempt([](void *) { rustcore_box_drop(box(&touchy)); }));
    print("%d\n", dropped.load());
}

// ---- local data

CASE(a_free_slot_is_used_again_and_the_end_goes_by_slots, exits(0).out("4 2 3 ")) {
    CHECK(attempt([](void *) {
        for (int i = 1; i <= 3; i++) rustcore_local_set(&keys[i], box(&telling, i));
        rust_opaque_box *first = rustcore_local_pop(&keys[1]);
        rustcore_local_set(&keys[4], box(&telling, 4));
        CHECK(!rustcore_local_get(&keys[1]) && !rustcore_local_pop(&keys[1]));
        *reinterpret_cast<long *>(first + 1) = 0;
        first->td = &word;
        rustcore_box_drop(first);
    }));
}

CASE(an_old_value_is_let_go_of_when_the_new_one_is_in, exits(0).out("2 1 ")) {
    static type_desc looks = {8, 8, nullptr, [](void *, void *, const type_desc **, void *) {
                                  rust_opaque_box *now = rustcore_local_get(&keys[0]);
                                  print("%ld ", *reinterpret_cast<long *>(now + 1));
                                  rustcore_box_drop(now);
                              },
                              nullptr, nullptr, nullptr, nullptr};
    rustcore_local_set(&keys[0], box(&looks));
    rustcore_local_set(&keys[0], box(&word, 2));
    rustcore_local_set(&keys[0], box(&word, 1));
    rust_opaque_box *now = rustcore_local_pop(&keys[0]);
    print("%ld ", *reinterpret_cast<long *>(now + 1));
    rustcore_box_drop(now);
}

CASE(an_old_value_whose_glue_fails, exits(0).err("task failed at 'glue', misuse:1\n")) {
    CHECK(!attempt([](void *) {
        rustcore_local_set(&keys[0], box(&touchy));
        rustcore_local_set(&keys[0], box(&counted));
    }));
    await(dropped, 2);
}

CASE(a_function_that_changes_a_value_and_fails_leaves_the_slot_free, exits(0).err("task failed at 'inside', misuse:1\n")) {
    static type_desc looks = {8, 8, nullptr, [](void *, void *, const type_desc **, void *) {
                                  dropped += rustcore_local_get(&keys[0]) ? 10 : 1;
                              },
                              nullptr, nullptr, nullptr, nullptr};
    CHECK(!attempt([](void *) {
        rustcore_local_set(&keys[0], box(&word));
        rustcore_local_set(&keys[1], box(&looks));
        rustcore_local_modify(
            &keys[0],
            [](rust_opaque_box *value, void *) {
            CHECK(value && !rustcore_local_get(&keys[0]));
            rustcore_box_drop(value);
            rustcore_fail("inside", "misuse", 1);
            return value;
            },
            nullptr);
    }));
    await(dropped, 1);
    CHECK(dropped == 1);
}

CASE(a_function_may_give_and_get_nothing, exits(0)) {
    static rust_opaque_box *made;
    made = box(&counted);
    for (int round = 0; round < 2; round++) {
        rustcore_local_modify(
            &keys[0],
            [](rust_opaque_box *value, void *round) -> rust_opaque_box * {
            CHECK(value == (round ? made : nullptr));
            if (!round) return made;
            rustcore_box_drop(value);
            return nullptr;
            },
            round ? &step : nullptr);
        rust_opaque_box *now = rustcore_local_get(&keys[0]);
        CHECK(now == (round ? nullptr : made));
        if (now) rustcore_box_drop(now);
    }
    CHECK(dropped == 1);
}

CASE(many_keys_grow_one_block, exits(0)) {
    CHECK(attempt([](void *) {
        uintptr_t before = 0;
        for (int i = 0; i < 40; i++) {
            rustcore_local_set(&keys[i], box(&counted));
            if (i == 0) before = blocks();
            CHECK(blocks() == before);
        }
        for (int i = 0; i < 40; i++) rustcore_box_drop(rustcore_local_get(&keys[i]));
    }));
    await(dropped, 40);
}

CASE(glue_that_fails_at_the_end_of_local_data, aborts("terminate called after throwing an instance of 'rust_task*'\n").err("task failed at 'glue', misuse:1\n")) {
    rustcore_local_set(&keys[0], box(&touchy));
}

// The first goes into the slot that is over, and is left to the annihilator; the second follows.
CASE(glue_stores_at_the_end, exits(0)) {
    static type_desc stores = {8, 8, nullptr, [](void *, void *, const type_desc **, void *) {
                                   for (int i = 1; i <= 2; i++) rustcore_local_set(&keys[i], box(&counted));
                               },
                               nullptr, nullptr, nullptr, nullptr};
    CHECK(attempt([](void *) { rustcore_local_set(&keys[0], box(&stores)); }));
    await(dropped, 2);
}

START(local_data_without_a_task, aborts("no current task")) {
    rustcore_local_get(&keys[0]);
}

// ---- shared state

namespace {

void fail_inside(void *, void *) {
    rustcore_fail("inside", "misuse", 1);
}
rustcore_exclusive *exclusive;
rustcore_shared_state *state;
long zero = 0;

} // namespace

CASE(a_poisoned_exclusive, exits(0).err("task failed at 'poisoned exclusive: a task failed inside', core/src/shared/exclusive.cpp:30\n")) {
    exclusive = rustcore_exclusive_new(&word, &zero);
    for (int i = 0; i < 3; i++) CHECK(!attempt([](void *) { rustcore_exclusive_with(exclusive, fail_inside, nullptr); }));
    rustcore_exclusive_drop(exclusive);
}

// The section is left: one step further down is the runtime's assertion.
CASE(a_poisoned_exclusive_gives_yields_back, aborts("Illegal allow_yield(): already yieldable!").err("poisoned exclusive")) {
    exclusive = rustcore_exclusive_new(&word, &zero);
    CHECK(!attempt([](void *) { rustcore_exclusive_with(exclusive, fail_inside, nullptr); }));
    struct one_less {
        ~one_less() {
            rust_task_allow_yield(rust_get_task());
        }
    } l;
    rustcore_exclusive_with(exclusive, fail_inside, nullptr);
}

CASE(a_poisoned_value_is_ended_by_the_unwrap,
     exits(0).err("task failed at 'poisoned: a task failed inside', core/src/shared/shared_block.cpp:77\n").out("1\n")) {
    exclusive = rustcore_exclusive_new(&counted, &zero);
    CHECK(!attempt([](void *) { rustcore_exclusive_with(exclusive, fail_inside, nullptr); }));
    CHECK(!attempt([](void *) {
        long value;
        rustcore_exclusive_unwrap(exclusive, &value);
    }));
    print("%d\n", dropped.load());
}

CASE(a_second_unwrap, exits(0).threads("1").err("task failed at 'another task unwraps this already', core/src/shared/shared_block.cpp:66\n")) {
    state = rustcore_shared_state_new(&counted, &zero);
    rustcore_shared_state_clone(state);
    rustcore_shared_state_clone(state);
    rustcore_spawn({[](void *) {
                        long value;
                        step = 1;
                        rustcore_shared_state_unwrap(state, &value);
                        step = 2;
                    },
                    nullptr, nullptr});
    await(step, 1);
    CHECK(!attempt([](void *) {
        long value;
        rustcore_shared_state_unwrap(state, &value);
    }));
    rustcore_shared_state_drop(state);
    await(step, 2);
    CHECK(dropped == 0);
}

CASE(an_unwrap_that_is_killed_leaves_the_end_to_the_last_one, exits(0).err("task failed at 'killed', core/src/pipes/wait.h:13\n").out("1\n")) {
    state = rustcore_shared_state_new(&counted, &zero);
    rustcore_shared_state_clone(state);
    static std::atomic<rust_task *> waits;
    CHECK(!attempt([](void *) {
        rustcore_spawn({[](void *) {
                            while (!waits) rustcore_yield();
                            for (int i = 0; i < 20; i++) rustcore_yield();
                            rust_task_kill_other(waits);
                        },
                        nullptr, nullptr});
        waits = rust_get_task();
        long value;
        rustcore_shared_state_unwrap(state, &value);
    }));
    CHECK(dropped == 0);
    rustcore_shared_state_drop(state);
    print("%d\n", dropped.load());
}

CASE(the_last_reference_whose_glue_fails, exits(0).err("task failed at 'glue', misuse:1\n").out("1\n")) {
    uintptr_t before = blocks();
    CHECK(!attempt([](void *) { rustcore_shared_state_drop(rustcore_shared_state_new(&touchy, &zero)); }));
    while (blocks() > before + 8) rustcore_yield();
    print("%d\n", dropped.load());
}

CASE(values_of_every_size_and_alignment, exits(0)) {
    alignas(64) char room[64] = {1, 2, 3}, out[64] = {};
    for (type_desc *type : {&nothing, &word, &wide}) {
        rustcore_shared_state *s = rustcore_shared_state_new(type, type == &nothing ? nullptr : room);
        CHECK(reinterpret_cast<uintptr_t>(rustcore_shared_state_get(s)) % type->align == 0);
        CHECK(rustcore_shared_state_clone(s) == s);
        rustcore_shared_state_drop(s);
        rustcore_shared_state_unwrap(s, out);
        CHECK(memcmp(room, out, type->size) == 0);
    }
    CHECK(dropped == 0);
    rustcore_exclusive_drop(rustcore_exclusive_new(&wide, room));
    CHECK(dropped == 1);
}

CASE(an_exclusive_is_one_block, exits(0).out("1 0\n")) {
    uintptr_t before = blocks();
    rustcore_exclusive *x = rustcore_exclusive_new(&word, &zero);
    print("%d ", static_cast<int>(blocks() - before));
    rustcore_exclusive_drop(x);
    print("%d\n", static_cast<int>(blocks() - before));
}

CASE(an_exclusive_that_is_leaked, aborts("exchange heap not empty on on exit: 1 dangling allocations\n")) {
    rustcore_exclusive_new(&word, &zero);
}

CASE(a_little_lock_is_left_by_a_failure, exits(0).err("task failed at 'inside', misuse:1\n")) {
    static rust_lock *lock;
    on_c([] { lock = rust_create_little_lock(); });
    for (int i = 0; i < 2; i++)
        CHECK(!attempt([](void *) { rustcore_little_lock(lock, [](void *) { rustcore_fail("inside", "misuse", 1); }, nullptr); }));
    on_c([] { rust_destroy_little_lock(lock); });
}

// ---- global data

namespace {

std::atomic<int> clones, destroyed;
const rustcore_global_type number = {[](void *value) {
                                         clones++;
                                         return value;
                                     },
                                     [](void *) { destroyed++; }};
const rustcore_global_type hopeless = {[](void *value) -> void * {
                                           rustcore_fail("clone", "misuse", 1);
                                           return value;
                                       },
                                       [](void *) { rustcore_fail("destroy", "misuse", 1); }};
void *make(void *env) {
    return env;
}
long one = 1, two = 2;

} // namespace

CASE(a_clone_that_fails_closes_all_globals,
     exits(0).err("task failed at 'clone', misuse:1\n").err("task failed at 'poisoned exclusive: a task failed inside', core/src/shared/exclusive.cpp:30\n")) {
    static const rustcore_global_type fails_to_clone = {hopeless.clone, number.destroy};
    CHECK(!attempt([](void *) { rustcore_global_clone_or_create(&keys[0], &fails_to_clone, make, &one); }));
    CHECK(!attempt([](void *) { rustcore_global_clone(&keys[1]); }));
}

CASE(a_global_that_fails_to_end, aborts("terminate called after throwing an instance of 'rust_task*'\n").err("task failed at 'destroy', misuse:1\n")) {
    rustcore_global_modify(&keys[0], &hopeless, [](void *, void *env) { return env; }, &one);
}

CASE(globals_are_ended_once_each, exits(0)) {
    struct check {
        static void all(void *) {
            CHECK(destroyed == 0 || destroyed == 9);
        }
    };
    for (int i = 0; i < 10; i++) CHECK(rustcore_global_clone_or_create(&keys[i], &number, make, &one) == &one);
    CHECK(clones == 10);
    rustcore_global_modify(&keys[4], &number, [](void *value, void *) -> void * {
        CHECK(value == &one);
        return nullptr;
    }, nullptr);
    CHECK(!rustcore_global_clone(&keys[4]) && clones == 10);
    rustcore_at_exit({check::all, nullptr, nullptr});
}

CASE(a_global_is_replaced_with_its_type, exits(0)) {
    rustcore_global_modify(&keys[0], &hopeless, [](void *value, void *env) {
        CHECK(!value);
        return env;
    }, &one);
    rustcore_global_modify(&keys[0], &number, [](void *value, void *env) {
        CHECK(value == &one);
        return env;
    }, &two);
    CHECK(rustcore_global_clone(&keys[0]) == &two && clones == 1);
}

// The local heap and the exchange heap where callers are unusual. As misuse.h says; also on mixtures of backends, since the
// exchange heap can be switched alone.
#include "harness.h"
#include <cstring>
#include <pthread.h>
#include <vector>

using namespace harness;

namespace {

rust_task *second;
std::atomic<int> flag, ready;

type_desc word = {8, 8, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};

rust_opaque_box *box(size_t size, type_desc *td = &word) {
    return reinterpret_cast<rust_opaque_box *>(upcall_malloc(td, size));
}

rust_opaque_box *boxes() {
    rust_opaque_box *head;
    memcpy(&head, reinterpret_cast<char *>(rust_get_task()) + 280, sizeof head);
    return head;
}

void *exchange_block(size_t size = 8) {
    void *block = nullptr;
    on_c([&] { block = rust_uv_current_kernel_malloc(size); });
    return block;
}

void free_exchange(void *block) {
    on_c([=] { rust_uv_current_kernel_free(block); });
}

void adjust_count(intptr_t by) {
    __atomic_fetch_add(rust_get_exchange_count_ptr(), by, __ATOMIC_SEQ_CST);
}

#define GLUE [](void *, void *, const type_desc **, void *)

} // namespace

// ---- local heap

CASE(many_leaks_are_counted, aborts("leaked memory in rust main loop (100 objects)").out("ends\n")) {
    for (int i = 0; i < 100; i++) box(i);
    print("ends\n");
}

CASE(boxes_and_generators_leak_together, aborts("leaked memory in rust main loop (3 objects)")) {
    box(8);
    on_c([] {
        rand_new();
        rand_new();
    });
}

CASE(a_failed_task_that_leaks_aborts, aborts("leaked memory in rust main loop (1 objects)").err("'x', y:1")) {
    box(8);
    upcall_fail("x", "y", 1);
}

CASE(a_leak_is_found_when_the_last_reference_goes, aborts("leaked memory in rust main loop (2 objects)").out("it is dead\n")) {
    second = spawn(TASK {
        box(8);
        box(8);
        flag = 1;
    }, true);
    await(flag);
    // Dead when only this reference is left.
    while (__atomic_load_n(reinterpret_cast<intptr_t *>(second), __ATOMIC_ACQUIRE) != 1) yield();
    print("it is dead\n");
    drop(second);
    print("not reached\n");
}

START(the_annihilator_frees_the_boxes_of_a_child_that_just_ends, exits(0).out("3 freed\n")) {
    static std::atomic<int> freed;
    annihilate_by([] {
        while (rust_opaque_box *first = boxes()) {
            rust_upcall_free(first);
            freed++;
        }
    });
    start(TASK {
        spawn(TASK { for (int i = 0; i < 3; i++) box(8); });
    });
    print("%d freed\n", freed.load());
}

CASE(freeing_anothers_box_is_found_at_the_death_of_the_task, aborts("live_allocs < 1").out("freed\n").threads("1")) {
    // Not at the release of the task: nobody drops the reference.
    static rust_opaque_box *mine;
    mine = box(8);
    spawn(TASK {
        upcall_free(mine);
        print("freed\n");
    }, true);
    while (true) yield();
}

CASE(freeing_two_of_anothers_boxes_is_found_at_once, aborts("live_allocs < 1").out("first\n").threads("1")) {
    static rust_opaque_box *mine[2];
    mine[0] = box(8);
    mine[1] = box(8);
    spawn(TASK {
        upcall_free(mine[0]);
        print("first\n");
        upcall_free(mine[1]);
        print("second\n");
    });
    while (true) yield();
}

CASE(freeing_anothers_box_keeps_ones_own_list, aborts("leaked memory in rust main loop (1 objects)").out("own is head 1\n").threads("1")) {
    // The counts are out by one on either side: the child has one too few, so that its own box seems gone.
    static rust_opaque_box *mine;
    mine = box(8);
    spawn(TASK {
        rust_opaque_box *own = box(8);
        upcall_free(mine);
        print("own is head %d\n", boxes() == own);
        flag = 1;
    });
    await(flag);
}

CASE(the_head_of_the_list_is_freed_first, exits(0).out("1 1 1\n")) {
    rust_opaque_box *a = box(8), *b = box(8), *c = box(8);
    upcall_free(c);
    bool head_b = boxes() == b && !b->prev;
    upcall_free(b);
    bool head_a = boxes() == a && !a->prev && !a->next;
    upcall_free(a);
    print("%d %d %d\n", head_b, head_a, !boxes());
}

CASE(a_list_of_thousands_is_freed_in_the_middle, exits(0).out("consistent 1\nempty 1\n")) {
    std::vector<rust_opaque_box *> all;
    for (int i = 0; i < 3000; i++) all.push_back(box(i % 200));
    for (size_t i = 0; i < all.size(); i += 2) upcall_free(all[i]);
    bool consistent = true;
    int left = 0;
    for (rust_opaque_box *b = boxes(); b; b = b->next, left++) consistent &= !b->next || b->next->prev == b;
    print("consistent %d\n", consistent && left == 1500);
    for (size_t i = 1; i < all.size(); i += 2) upcall_free(all[i]);
    print("empty %d\n", !boxes());
}

CASE(alignments_do_not_move_the_body, exits(0).out("1 1 1 1\n")) {
    static type_desc one = {1, 1, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};
    static type_desc large = {4096, 4096, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};
    rust_opaque_box *a = box(3, &one), *b = box(8192, &large);
    bool zero = true;
    for (size_t i = 0; i < 8192; i++) zero &= !reinterpret_cast<unsigned char *>(b + 1)[i];
    memset(a + 1, 1, 3);
    memset(b + 1, 1, 8192);
    print("%d %d %d %d\n", a->td == &one, b->td == &large, b->next == a, zero);
    upcall_free(a);
    upcall_free(b);
}

CASE(a_descriptor_may_change_while_its_box_lives, exits(0).out("freed\n")) {
    static type_desc other = {16, 8, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};
    rust_opaque_box *a = box(16);
    a->td = &other;
    upcall_free(a);
    print("freed\n");
}

CASE(a_box_without_a_descriptor_cannot_be_freed, aborts("box->td != NULL")) {
    rust_opaque_box *a = box(16);
    a->td = nullptr;
    upcall_free(a);
}

CASE(frozen_and_negative_counts_are_ignored, exits(0).out("freed\n")) {
    for (intptr_t count : {intptr_t(0), intptr_t(-1), INTPTR_MIN, INTPTR_MAX}) {
        rust_opaque_box *a = box(16);
        a->ref_count = count;
        upcall_free(a);
    }
    print("freed\n");
}

CASE(poison_needs_only_to_be_there, exits(0).env("RUST_POISON_ON_FREE", "0").out("ab 7\n")) {
    rust_opaque_box *keep = box(3000), *b = box(64);
    auto *body = reinterpret_cast<unsigned char *>(b + 1);
    memset(body, 7, 64);
    upcall_free(b);
    print("%x %x\n", body[3], body[40]);
    upcall_free(keep);
}

CASE(without_poison_the_body_stays, exits(0).out("7\n")) {
    rust_opaque_box *keep = box(3000), *b = box(64);
    auto *body = reinterpret_cast<unsigned char *>(b + 1);
    memset(body, 7, 64);
    upcall_free(b);
    print("%x\n", body[40]);
    upcall_free(keep);
}

CASE(poison_of_a_box_of_no_size, exits(0).env("RUST_POISON_ON_FREE", "1").out("freed\n")) {
    static type_desc none = {0, 1, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};
    upcall_free(box(0, &none));
    print("freed\n");
}

START(poison_is_read_at_each_start, exits(0).out("ab\n7\n")) {
    auto body = TASK {
        rust_opaque_box *keep = box(3000), *b = box(64);
        auto *body = reinterpret_cast<unsigned char *>(b + 1);
        memset(body, 7, 64);
        upcall_free(b);
        print("%x\n", body[4]);
        upcall_free(keep);
    };
    setenv("RUST_POISON_ON_FREE", "1", 1);
    start(body);
    unsetenv("RUST_POISON_ON_FREE");
    start(body);
}

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

// ---- exchange heap

CASE(three_leaked_blocks, aborts("3 dangling allocations").err("exchange heap not empty on on exit").out("")) {
    for (int i = 0; i < 3; i++) exchange_block();
}

CASE(one_free_too_many, aborts("-2 dangling allocations").err("exchange heap not empty on on exit")) {
    on_c([] {
        rust_uv_free(nullptr);
        rust_uv_current_kernel_free(nullptr);
    });
}

CASE(a_leak_and_a_free_of_null_are_even, exits(0).out("even\n")) {
    exchange_block();
    free_exchange(nullptr);
    print("even\n");
}

START(the_words_of_a_leak_on_standard_output, exits(134).out("exchange heap not empty on on exit2 dangling allocations\n")) {
    setvbuf(stdout, nullptr, _IONBF, 0);
    start(TASK {
        exchange_block();
        exchange_block();
    });
}

START(the_words_of_a_negative_count, exits(134).out("exchange heap not empty on on exit-1 dangling allocations\n")) {
    setvbuf(stdout, nullptr, _IONBF, 0);
    start(TASK { free_exchange(nullptr); });
}

CASE(callers_count_their_own_blocks, exits(0).out("own\n")) {
    void *own = malloc(40);
    adjust_count(1);
    free_exchange(own);
    void *theirs = exchange_block();
    free(theirs);
    adjust_count(-1);
    print("own\n");
}

CASE(a_count_adjusted_by_hand_is_a_leak, aborts("5 dangling allocations")) {
    adjust_count(5);
}

START(a_count_from_before_the_start_is_a_leak, exits(134).err("1 dangling allocations").out("main\n")) {
    adjust_count(1);
    start(TASK { print("main\n"); });
}

START(a_count_from_before_the_start_may_be_given_back, exits(0).out("0\n")) {
    adjust_count(1);
    print("%d\n", start(TASK { adjust_count(-1); }));
}

START(the_counter_is_the_same_word_everywhere, exits(0).out("1 1\n")) {
    static uintptr_t *before;
    static bool inside;
    before = rust_get_exchange_count_ptr();
    start(TASK { inside = rust_get_exchange_count_ptr() == before; });
    print("%d %d\n", inside, rust_get_exchange_count_ptr() == before);
}

CASE(the_counter_can_be_asked_for_on_any_thread, exits(0).out("1\n")) {
    static uintptr_t *here;
    here = rust_get_exchange_count_ptr();
    on_c([] {
        pthread_t thread;
        pthread_create(&thread, nullptr, [](void *) -> void * { print("%d\n", rust_get_exchange_count_ptr() == here); return nullptr; }, nullptr);
        pthread_join(thread, nullptr);
    });
}

CASE(a_free_on_a_foreign_thread_aborts, aborts("no current task")) {
    on_c([] {
        pthread_t thread;
        pthread_create(&thread, nullptr, [](void *) -> void * { rust_uv_free(nullptr); return nullptr; }, nullptr);
        pthread_join(thread, nullptr);
    });
}

CASE(exchange_blocks_outlive_their_task, exits(0).out("23\n")) {
    static long *block;
    spawn(TASK {
        block = static_cast<long *>(exchange_block());
        *block = 23;
        ready = 1;
    });
    await(ready);
    for (int i = 0; i < 100; i++) yield();
    print("%ld\n", *block);
    free_exchange(block);
}

CASE(exchange_blocks_of_any_size_are_zeroed, exits(0).out("zero 1\n")) {
    bool zero = true;
    for (size_t size : {1, 31, 4096, 65536, 65537, 3000000}) {
        auto *block = static_cast<unsigned char *>(exchange_block(size));
        for (size_t i = 0; i < size; i++) zero &= !block[i];
        memset(block, 9, size);
        free_exchange(block);
    }
    print("zero %d\n", zero);
}

CASE(an_impossible_size_aborts, exits(134)) {
    exchange_block(SIZE_MAX / 2);
}

CASE(an_impossible_box_aborts, exits(134)) {
    box(SIZE_MAX / 2);
}

CASE(a_failed_main_that_leaks_a_block_aborts, exits(134).err("root task failed").err("1 dangling allocations")) {
    exchange_block();
    fail_quietly();
}

CASE(a_block_works_on_the_rust_stack_too, exits(0).out("1\n")) {
    void *block = rust_uv_current_kernel_malloc(100);
    print("%d\n", block != nullptr);
    rust_uv_current_kernel_free(block);
}

CASE(eight_tasks_allocate_at_once, exits(0).out("8 ended\n")) {
    static std::atomic<int> ended;
    for (int i = 0; i < 8; i++)
        spawn(TASK {
            for (int round = 0; round < 50; round++) {
                void *blocks[20];
                for (void *&block : blocks) block = exchange_block(64);
                yield();
                for (void *block : blocks) free_exchange(block);
            }
            ended++;
        });
    while (ended < 8) yield();
    print("%d ended\n", ended.load());
}

// ---- gc metadata

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

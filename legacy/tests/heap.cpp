#include "harness.h"
#include <cstring>
#include <malloc.h>
#include <vector>
using namespace harness;

static type_desc td8 = {8, 8, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};
static std::atomic<int> flag;

static rust_opaque_box *box(size_t size) {
    return reinterpret_cast<rust_opaque_box *>(upcall_malloc(&td8, size));
}

CASE(box_is_zeroed_counted_once_and_first_in_the_list, exits(0)) {
    rust_opaque_box *a = box(24);
    auto *body = reinterpret_cast<unsigned char *>(a + 1);
    for (int i = 0; i < 24; i++) CHECK(body[i] == 0);
    CHECK(a->ref_count == 1 && a->td == &td8 && !a->prev && !a->next);
    CHECK((reinterpret_cast<uintptr_t>(a) & 15) == 0);
    auto *b = reinterpret_cast<rust_opaque_box *>(rust_upcall_malloc(&td8, 8));
    rust_opaque_box *c = box(0);
    CHECK(!c->prev && c->next == b && b->next == a && a->prev == b && b->prev == c);
    upcall_free(b);
    CHECK(c->next == a && a->prev == c);
    rust_upcall_free(c);
    CHECK(!a->prev);
    upcall_free(a);
}

CASE(a_block_has_room_for_its_aligned_header, exits(0)) {
    type_desc td = {8, 64, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};
    auto *b = reinterpret_cast<rust_opaque_box *>(upcall_malloc(&td, 200));
    CHECK(malloc_usable_size(b) >= 64 + 200);
    auto *bytes = reinterpret_cast<unsigned char *>(b + 1);
    for (int i = 0; i < 32 + 200; i++) CHECK(bytes[i] == 0);
    upcall_free(b);
}

// More than any machine has.
CASE(a_box_without_memory_aborts, out_of_memory()) {
    box(size_t{1} << 57);
}

START(boxes_need_a_task, aborts("no current task")) {
    box(8);
}

START(freeing_a_box_needs_a_task, aborts("no current task")) {
    rust_opaque_box b = {1, &td8, nullptr, nullptr};
    rust_upcall_free(&b);
}

CASE(free_ignores_the_count, exits(0)) {
    rust_opaque_box *a = box(8);
    a->ref_count = 77;
    upcall_free(a);
}

CASE(malloc_without_descriptor_crashes, crashes()) {
    upcall_malloc(nullptr, 8);
}

CASE(free_of_null_crashes, crashes()) {
    upcall_free(nullptr);
}

CASE(double_free_is_found, heap_error()) {
    rust_opaque_box *a = box(2000);
    box(8);
    upcall_free(a);
    upcall_free(a);
}

CASE(leaked_boxes_abort, aborts("leaked memory in rust main loop (2 objects)")) {
    box(8);
    box(8);
}

CASE(leaked_generator_aborts, aborts("leaked memory in rust main loop (1 objects)")) {
    rand_new();
}

CASE(another_tasks_box_cannot_be_freed, aborts("live_allocs < 1").out("survived\n").threads("1")) {
    static rust_opaque_box *mine;
    box(8);
    mine = box(8);
    spawn(TASK {
        upcall_free(mine);
        // What is left of the other task's list does not become this one's.
        rust_opaque_box *own = box(8);
        CHECK(!own->next);
        upcall_free(own);
        print("survived\n");
        flag = 1;
    });
    while (true) yield();
}

static std::vector<rust_opaque_box *> left;

START(annihilator_frees_what_a_body_left, exits(0)) {
    annihilate_by([] {
        for (rust_opaque_box *b : left) rust_upcall_free(b);
        left.clear();
    });
    CHECK(start(TASK {
              for (int i = 0; i < 4; i++) left.push_back(box(8));
          }) == 0);
    CHECK(left.empty());
}

CASE(poison_fills_the_described_size_only, exits(0).env("RUST_POISON_ON_FREE", "").not_under_tsan()) {
    rust_opaque_box *keep = box(3000), *b = box(64);
    auto *body = reinterpret_cast<unsigned char *>(b + 1);
    memset(body, 7, 64);
    upcall_free(b);
#if !defined(__SANITIZE_ADDRESS__)
    CHECK(body[3] == 0xab);
    CHECK(body[40] == 7);
#endif
    upcall_free(keep);
}

CASE(any_word_of_a_descriptor_is_called, exits(0).out("take\ndrop\nfree\nvisit\n")) {
    static type_desc td = {8,
                           8,
                           [](void *, void *, const type_desc **, void *) { print("take\n"); },
                           [](void *, void *, const type_desc **, void *) { print("drop\n"); },
                           [](void *, void *, const type_desc **, void *) { print("free\n"); },
                           [](void *, void *, const type_desc **, void *) { print("visit\n"); },
                           nullptr,
                           nullptr};
    for (size_t word : {2, 3, 4, 5}) rust_call_tydesc_glue(nullptr, reinterpret_cast<size_t *>(&td), word);
}

CASE(glue_is_called_by_its_word, exits(0)) {
    static int called;
    static type_desc td = {8,
                           8,
                           nullptr,
                           [](void *r, void *e, const type_desc **t, void *v) {
        CHECK(!r && !e && !t && v == &called);
        called++;
                           },
                           nullptr,
                           nullptr,
                           nullptr,
                           nullptr};
    rust_call_tydesc_glue(&called, reinterpret_cast<size_t *>(&td), 3);
    rust_call_tydesc_glue(&called, reinterpret_cast<size_t *>(&td), 2);
    CHECK(called == 1);
}

// ---- exchange heap

CASE(exchange_blocks_are_zeroed_and_counted, exits(0).threads("1")) {
    on_c([] {
        uintptr_t *count = rust_get_exchange_count_ptr(), before = *count;
        auto *block = static_cast<unsigned char *>(rust_uv_current_kernel_malloc(100));
        for (int i = 0; i < 100; i++) CHECK(block[i] == 0);
        CHECK(*count == before + 1);
        rust_uv_current_kernel_free(block);
        CHECK(*count == before);
        rust_uv_free(rust_uv_current_kernel_malloc(8));
        CHECK(*count == before);
    });
}

CASE(an_exchange_block_without_memory_aborts, out_of_memory()) {
    on_c([] { rust_uv_current_kernel_malloc(size_t{1} << 57); });
}

CASE(uv_free_of_null_lowers_the_count, aborts("-1 dangling allocations")) {
    on_c([] { rust_uv_free(nullptr); });
}

CASE(exchange_leak_aborts_at_the_end, aborts("1 dangling allocations")) {
    on_c([] { rust_uv_current_kernel_malloc(8); });
}

CASE(exchange_free_of_null_lowers_the_count, aborts("-1 dangling allocations")) {
    on_c([] { rust_uv_current_kernel_free(nullptr); });
}

START(exchange_malloc_needs_a_task, aborts("no current task")) {
    rust_uv_current_kernel_malloc(8);
}

START(exchange_count_is_zero_outside_of_a_start, exits(0)) {
    CHECK(*rust_get_exchange_count_ptr() == 0);
    start(TASK { CHECK(*rust_get_exchange_count_ptr() > 0); });
    CHECK(*rust_get_exchange_count_ptr() == 0);
}

// ---- gc metadata

START(safe_points_of_all_crates_are_sorted, exits(0)) {
    static struct {
        uint32_t count, padding;
        uintptr_t triples[6];
    } block = {2, 0, {30, 1, 2, 10, 3, 4}};
    static mod_entry modules[] = {{"_gc_module_metadata", reinterpret_cast<uint32_t *>(&block)},
                                  {nullptr, nullptr}};
    map().entries = modules;
    CHECK(!rust_gc_metadata());
    start(TASK {
        auto *table = static_cast<uintptr_t *>(rust_gc_metadata());
        const uintptr_t sorted[] = {2, 10, 3, 4, 30, 1, 2};
        CHECK(!memcmp(table, sorted, sizeof sorted));
    });
    CHECK(block.count == 2);
}

START(safe_points_come_from_all_entries_and_visited_children, exits(0)) {
    struct block {
        uint32_t count, padding;
        uintptr_t triple[3];
    };
    static block blocks[] = {{1, 0, {50, 5, 6}}, {1, 0, {7, 8, 9}}, {1, 0, {20, 1, 2}}, {1, 0, {3, 3, 3}}};
    auto entry = [](block &b) { return mod_entry{"_gc_module_metadata", reinterpret_cast<uint32_t *>(&b)}; };
    static uint32_t level;
    static const mod_entry end = {nullptr, nullptr};
    static mod_entry root[] = {entry(blocks[0]), {"app", &level}, entry(blocks[1]), end};
    static mod_entry unseen[] = {entry(blocks[3]), end}, seen[] = {entry(blocks[2]), end};
    static roomy_crate_map children[] = {{1, nullptr, unseen, {}}, {1, nullptr, seen, {}}};
    map().entries = root;
    // Children are read from the second slot on.
    map().children[0] = &children[0];
    map().children[1] = &children[1];
    start(TASK {
        const uintptr_t sorted[] = {3, 7, 8, 9, 20, 1, 2, 50, 5, 6};
        CHECK(!memcmp(rust_gc_metadata(), sorted, sizeof sorted));
    });
    CHECK(level == 1);
}

START(each_start_makes_its_own_table_and_keeps_the_old, exits(0)) {
    start(TASK{});
    auto *first = static_cast<uintptr_t *>(rust_gc_metadata());
    CHECK(first && *first == 0);
    start(TASK { on_c([] { free(malloc(8)); }); });
    CHECK(rust_gc_metadata() != first && *first == 0);
}

CASE(without_metadata_the_count_is_zero, exits(0)) {
    CHECK(*static_cast<uintptr_t *>(rust_gc_metadata()) == 0);
}

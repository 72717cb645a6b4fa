// Misuse (misuse.h) of the local heap: boxes, their list, what leaks, poison.
#include "harness.h"
#include <cstring>

using namespace harness;

namespace {

// Of the one case that a process runs.
rust_task *second;
std::atomic<int> flag;

type_desc word = {8, 8, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};

rust_opaque_box *box(size_t size, type_desc *td = &word) {
    return reinterpret_cast<rust_opaque_box *>(upcall_malloc(td, size));
}

rust_opaque_box *boxes() {
    rust_opaque_box *head;
    memcpy(&head, reinterpret_cast<char *>(rust_get_task()) + 280, sizeof head);
    return head;
}

} // namespace

CASE(boxes_are_listed_newest_first_and_unlinked_anywhere, exits(0).out("3 2 1\n3 1\n")) {
    rust_opaque_box *made[3] = {box(8), box(8), box(8)};
    auto number = [&](rust_opaque_box *b) {
        for (int i = 0; i < 3; i++)
            if (made[i] == b) return i + 1;
        return 0;
    };
    print("%d %d %d\n", number(boxes()), number(boxes()->next), number(boxes()->next->next));
    upcall_free(made[1]);
    print("%d %d\n", number(boxes()), number(boxes()->next));
    upcall_free(made[0]);
    upcall_free(made[2]);
}

CASE(a_box_may_be_empty, exits(0).out("1\n")) {
    rust_opaque_box *empty = box(0);
    print("%ld\n", static_cast<long>(empty->ref_count));
    rust_upcall_free(empty);
}

CASE(large_boxes_are_zeroed, exits(0).out("zero 1\n")) {
    rust_opaque_box *large = box(3 << 20);
    auto *body = reinterpret_cast<unsigned char *>(large + 1);
    bool zero = true;
    for (size_t i = 0; i < 3 << 20; i++) zero &= !body[i];
    print("zero %d\n", zero);
    upcall_free(large);
}

CASE(a_child_that_leaks_aborts, aborts("leaked memory in rust main loop (1 objects)")) {
    spawn(TASK { box(8); });
}

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

CASE(an_impossible_box_aborts, exits(134)) {
    box(SIZE_MAX / 2);
}

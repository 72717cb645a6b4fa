#include "harness.h"
#include <cstring>
using namespace harness;

static size_t size_of(stk_seg *segment) {
    return segment->end - reinterpret_cast<uintptr_t>(segment->data) - 2048;
}

static uintptr_t limit_of(stk_seg *segment) {
    return reinterpret_cast<uintptr_t>(segment->data) + 256 + 2048;
}

CASE(the_limit_word_tells_the_stack, exits(0)) {
    CHECK(stack_limit() == limit_of(rust_get_stack_segment()));
    on_c([] {
        CHECK(stack_limit() == 0);
        on_rust([] {
            CHECK(stack_limit() == limit_of(rust_get_stack_segment()));
            on_c([] { CHECK(stack_limit() == 0); });
            CHECK(stack_limit() == limit_of(rust_get_stack_segment()));
        });
        yield();
        CHECK(stack_limit() == 0);
    });
    yield();
    CHECK(stack_limit() == limit_of(rust_get_stack_segment()));
}

CASE(the_task_is_found_on_both_stacks_and_without_the_word, exits(0)) {
    static rust_task *self;
    self = rust_get_task();
    on_c([] { CHECK(rust_get_task() == self); });
    uintptr_t limit = stack_limit();
    asm volatile("movq $0, %fs:112");
    CHECK(rust_get_task() == self);
    asm volatile("movq %0, %%fs:112" : : "r"(limit));
}

CASE(the_first_segment_has_its_header, exits(0)) {
    stk_seg *segment = rust_get_stack_segment();
    CHECK(!segment->prev && !segment->next && segment->task == rust_get_task());
    CHECK(segment->canary == 0xABCDABCDABCDABCD && size_of(segment) == 262144);
    CHECK(debug_get_stk_seg() == segment);
    char here;
    CHECK(segment->end - reinterpret_cast<uintptr_t>(&here) < 4000);
}

CASE(an_overwritten_canary_aborts, exits(134)) {
    rust_get_stack_segment()->canary = 0;
    rust_get_task();
}

CASE(a_c_call_has_1_mib, exits(0)) {
    on_c([] {
        volatile char big[900 * 1024];
        for (size_t i = 0; i < sizeof big; i += 512) big[i] = 1;
    });
}

CASE(a_nested_c_call_continues_below, exits(0)) {
    on_c([] {
        volatile long kept[64];
        for (int i = 0; i < 64; i++) kept[i] = i;
        on_rust([] {
            on_c([] {
                volatile char junk[4096];
                for (auto &byte : junk) byte = 0x5a;
            });
        });
        for (int i = 0; i < 64; i++) CHECK(kept[i] == i);
    });
}

CASE(a_c_call_from_c_runs_in_place, exits(0)) {
    on_c([] {
        volatile long kept[64];
        for (int i = 0; i < 64; i++) kept[i] = i;
        on_c([] {
            volatile char junk[4096];
            for (auto &byte : junk) byte = 0x5a;
        });
        for (int i = 0; i < 64; i++) CHECK(kept[i] == i);
    });
}

CASE(results_come_back_through_the_argument_block, exits(0)) {
    struct block {
        long a, b, result;
    } b = {3, 4, 0};
    upcall_call_shim_on_c_stack(&b,
                                reinterpret_cast<void *>(+[](block *p) { p->result = p->a * 10 + p->b; }));
    CHECK(b.result == 34);
}

CASE(reentry_without_a_c_call_aborts, aborts("Assertion `next_rust_sp' failed")) {
    on_rust([] {});
}

CASE(growth_copies_arguments_and_caches_the_segment, exits(0)) {
    stk_seg *first = rust_get_stack_segment();
    long arguments[8] = {1, 2, 3, 4, 5, 6, 7, 8};
    auto *sp = static_cast<char *>(upcall_new_stack(5000, arguments, sizeof arguments));
    stk_seg *second = rust_get_stack_segment();
    CHECK(second != first && second->prev == first && first->next == second);
    CHECK((reinterpret_cast<uintptr_t>(sp) & 15) == 0 && !memcmp(sp, arguments, sizeof arguments));
    CHECK(stack_limit() == limit_of(second));
    upcall_del_stack();
    CHECK(rust_get_stack_segment() == first && first->next == second && stack_limit() == limit_of(first));
    upcall_new_stack(3000, nullptr, 0);
    CHECK(rust_get_stack_segment() == second);
    upcall_del_stack();
    yield();
    CHECK(!first->next);
}

CASE(segments_double_up_to_1_mib, exits(0).env("RUST_MIN_STACK", "65536")) {
    const size_t sizes[] = {131072, 262144, 524288, 1048576, 1048576};
    for (size_t size : sizes) {
        upcall_new_stack(100, nullptr, 0);
        CHECK(size_of(rust_get_stack_segment()) == size);
    }
    for (size_t i = 0; i < 5; i++) upcall_del_stack();
}

CASE(a_large_frame_gets_what_it_needs, exits(0)) {
    upcall_new_stack(3000000, nullptr, 0);
    CHECK(size_of(rust_get_stack_segment()) == 3000000);
    upcall_del_stack();
}

CASE(growth_over_the_maximum_fails_the_task, exits(101).out("unwound\n").err("ran out of stack\n")) {
    struct guard {
        ~guard() {
            print("unwound\n");
        }
    } g;
    upcall_new_stack(9000000, nullptr, 0);
}

CASE(unwinding_may_use_twice_the_maximum, exits(0).err("ran out of stack\n").no_err("during unwinding")) {
    spawn(TASK {
        struct guard {
            ~guard() {
                upcall_reset_stack_limit();
                upcall_new_stack(9000000, nullptr, 0);
                upcall_del_stack();
            }
        } g;
        upcall_new_stack(9000000, nullptr, 0);
    });
}

CASE(deleting_the_first_segment_aborts, aborts("Assertion `stk' failed")) {
    upcall_del_stack();
}

CASE(reset_finds_the_segment_of_the_stack_pointer, exits(0)) {
    stk_seg *first = rust_get_stack_segment();
    upcall_new_stack(100, nullptr, 0);
    upcall_new_stack(100, nullptr, 0);
    upcall_reset_stack_limit();
    CHECK(rust_get_stack_segment() == first && stack_limit() == limit_of(first));
}

CASE(reset_on_the_c_stack_aborts, aborts("Failed to find the current stack")) {
    on_c([] { upcall_reset_stack_limit(); });
}

CASE(aggregates_pass_by_value, exits(0)) {
    on_c([] {
        debug_abi_quad q = debug_abi_1({1, 2, 3, 4});
        CHECK(q.a == 4 && q.b == 3 && q.c == 2 && q.d == 1);
        debug_abi_floats f = debug_abi_2({1.5, 0x22, -2.5});
        CHECK(f.a == -1.5 && f.b == 0xff && f.c == 0.5);
        CHECK(rust_dbg_call([](void *p) { return p; }, &q) == &q);
        rust_dbg_do_nothing();
    });
}

START(outside_of_tasks_probes_and_shims_are_plain_calls, exits(0)) {
    char here;
    CHECK(rust_dbg_call([](void *p) { return p; }, &here) == &here);
    rust_dbg_do_nothing();
    CHECK(debug_abi_1({1, 2, 3, 4}).a == 4);
    on_c([&] {
        char there;
        CHECK(&here - &there < 4096 && &there - &here < 4096 && stack_limit() == 0);
    });
}

// Segments of the Rust stack: which sizes they have, when they are reused and freed, and code that runs on
// them. Built twice: as it is, and with the runtime's personality routine in all unwind tables
// (CMakeLists.txt).
#include "harness.h"
#include <cstring>
using namespace harness;

static size_t user_size(stk_seg *segment) {
    return segment->end - reinterpret_cast<uintptr_t>(segment->data) - 2048;
}

static stk_seg *grown(size_t frame, void *arguments = nullptr, size_t size = 0) {
    upcall_new_stack(frame, arguments, size);
    return rust_get_stack_segment();
}

CASE(a_new_segment_has_its_header, exits(0)) {
    stk_seg *first = rust_get_stack_segment(), *second = grown(100);
    CHECK(second->prev == first && first->next == second && !second->next);
    CHECK(second->task == rust_get_task() && second->canary == 0xABCDABCDABCDABCD);
    CHECK(stack_limit() == reinterpret_cast<uintptr_t>(second->data) + 256 + 2048);
    on_c([&] { CHECK(rust_get_stack_segment() == second); });
    upcall_del_stack();
}

CASE(frame_and_arguments_count_together, exits(0)) {
    char arguments[64] = {};
    CHECK(user_size(grown(600000, arguments, sizeof arguments)) == 600064);
    upcall_del_stack();
}

CASE(arguments_of_any_size_are_aligned_at_the_top, exits(0)) {
    for (size_t size : {1, 8, 15, 16, 17, 64}) {
        char arguments[64];
        memset(arguments, 'a', sizeof arguments);
        auto *sp = static_cast<char *>(upcall_new_stack(100, arguments, size));
        uintptr_t end = rust_get_stack_segment()->end, at = reinterpret_cast<uintptr_t>(sp);
        CHECK((at & 15) == 0 && at + size <= end && at + size + 16 > end && !memcmp(sp, arguments, size));
        upcall_del_stack();
    }
}

CASE(a_cached_segment_that_is_too_small_is_replaced, exits(0)) {
    stk_seg *first = rust_get_stack_segment();
    CHECK(user_size(grown(100)) == 524288);
    upcall_del_stack();
    stk_seg *larger = grown(600000);
    CHECK(user_size(larger) == 600000 && larger->prev == first && first->next == larger);
    upcall_del_stack();
}

CASE(a_cached_segment_that_just_fits_is_reused, exits(0)) {
    stk_seg *second = grown(100);
    upcall_del_stack();
    CHECK(grown(524288) == second);
    upcall_del_stack();
}

CASE(a_chain_of_cached_segments_is_reused_one_by_one, exits(0)) {
    stk_seg *second = grown(100), *third = grown(100);
    upcall_del_stack();
    upcall_del_stack();
    CHECK(rust_get_stack_segment()->next == second && second->next == third);
    CHECK(grown(100) == second && grown(100) == third);
    upcall_del_stack();
    upcall_del_stack();
    yield();
    CHECK(!rust_get_stack_segment()->next);
}

CASE(a_later_cached_segment_that_fits_is_reused, exits(0)) {
    stk_seg *first = rust_get_stack_segment();
    grown(100);
    stk_seg *third = grown(100), *fourth = grown(2000000);
    for (int i = 0; i < 3; i++) upcall_del_stack();
    CHECK(first->next->next == third && user_size(third) == 1048576);
    CHECK(grown(600000) == third && third->prev == first && first->next == third);
    CHECK(third->next == fourth);
    CHECK(grown(2000000) == fourth);
    upcall_del_stack();
    upcall_del_stack();
    CHECK(grown(3000000)->prev == first && user_size(first->next) == 3000000);
    upcall_del_stack();
}

CASE(after_a_huge_segment_growth_is_1_mib_again, exits(0)) {
    CHECK(user_size(grown(3000000)) == 3000000);
    CHECK(user_size(grown(100)) == 1048576);
    upcall_del_stack();
    upcall_del_stack();
}

CASE(no_segment_is_smaller_than_the_minimum, exits(0).env("RUST_MIN_STACK", "2000000")) {
    CHECK(user_size(grown(100)) == 2000000);
    upcall_del_stack();
}

CASE(the_maximum_may_be_reached, exits(0).env("RUST_MAX_STACK", "0x100000")) {
    CHECK(user_size(grown(0x100000 - 262144)) == 0x100000 - 262144);
    upcall_del_stack();
}

CASE(the_maximum_may_not_be_exceeded,
     exits(101).err("ran out of stack\n").env("RUST_MAX_STACK", "0x100000")) {
    grown(0x100000 - 262144 + 1);
}

CASE(cached_segments_do_not_count_once_they_are_freed, exits(0).env("RUST_MAX_STACK", "0x100000")) {
    // Each alone is within the maximum together with the first segment, no two are.
    for (size_t size : {600000, 700000, 786432}) {
        grown(size);
        upcall_del_stack();
    }
}

CASE(a_task_that_fails_on_a_later_segment_gives_all_back, exits(0)) {
    static std::atomic<int> ended;
    spawn(TASK {
        struct guard {
            ~guard() {
                ended = 1;
            }
        } g;
        grown(100);
        grown(100);
        fail_quietly();
    });
    await(ended);
}

CASE(running_out_while_unwinding_terminates, aborts("ran out of stack during unwinding\n")) {
    struct guard {
        ~guard() {
            upcall_reset_stack_limit();
            grown(17000000);
        }
    } g;
    fail_quietly();
}

START(growth_needs_a_task, aborts("no current task")) {
    upcall_new_stack(100, nullptr, 0);
}

START(shrinking_needs_a_task, aborts("no current task")) {
    upcall_del_stack();
}

START(resetting_needs_a_task, aborts("no current task")) {
    upcall_reset_stack_limit();
}

START(the_segment_needs_a_task, aborts("no current task")) {
    rust_get_stack_segment();
}

// ---- code on the segments, as the compiled prologue puts it there

extern "C" void hop_to_segment(void *arg, void *fn, void *sp);
asm(R"(
        .text
        .type   hop_to_segment, @function
hop_to_segment:
        .cfi_startproc
        pushq   %rbp
        .cfi_def_cfa_offset 16
        .cfi_offset rbp, -16
        movq    %rsp, %rbp
        .cfi_def_cfa_register rbp
        movq    %rdx, %rsp
        callq   *%rsi
        movq    %rbp, %rsp
        popq    %rbp
        .cfi_def_cfa rsp, 8
        retq
        .cfi_endproc
        .size   hop_to_segment, .-hop_to_segment
)");

template <class F> static void on_new_segment(F f) {
    void *sp = upcall_new_stack(20000, nullptr, 0);
    hop_to_segment(&f, reinterpret_cast<void *>(+[](void *p) { (*static_cast<F *>(p))(); }), sp);
    upcall_del_stack();
}

static bool is_here(stk_seg *segment) {
    auto here = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
    return here >= reinterpret_cast<uintptr_t>(segment->data) && here <= segment->end;
}

// A landing pad of compiled code first finds its segment again: those between were left without a word.
struct landing_pad {
    stk_seg *mine;
    const char *word;

    ~landing_pad() {
        upcall_reset_stack_limit();
        CHECK(rust_get_stack_segment() == mine && is_here(mine));
        on_c([this] { print("%s\n", word); });
    }
};

CASE(code_runs_calls_and_yields_on_new_segments, exits(0).out("third\n")) {
    stk_seg *first = rust_get_stack_segment();
    on_new_segment([first] {
        stk_seg *second = rust_get_stack_segment();
        CHECK(second->prev == first && is_here(second));
        on_new_segment([second] {
            CHECK(rust_get_stack_segment()->prev == second && is_here(rust_get_stack_segment()));
            yield();
            CHECK(is_here(rust_get_stack_segment()));
            on_c([second] { on_rust([second] { CHECK(is_here(rust_get_stack_segment())); }); });
            on_c([] { print("third\n"); });
        });
        CHECK(rust_get_stack_segment() == second);
    });
    CHECK(rust_get_stack_segment() == first);
}

CASE(a_failure_unwinds_across_segments, exits(0).out("third\nsecond\nfirst\nended\n")) {
    static std::atomic<int> ended;
    spawn(TASK {
        struct end {
            ~end() {
                ended = 1;
            }
        } e;
        landing_pad pad{rust_get_stack_segment(), "first"};
        on_new_segment([] {
            landing_pad pad{rust_get_stack_segment(), "second"};
            on_new_segment([] {
                landing_pad pad{rust_get_stack_segment(), "third"};
                fail_quietly();
            });
        });
    });
    await(ended);
    print("ended\n");
}

CASE(landing_pads_may_grow_the_stack, exits(101).out("grown\nfirst\n")) {
    landing_pad pad{rust_get_stack_segment(), "first"};
    on_new_segment([] {
        struct growing {
            ~growing() {
                upcall_reset_stack_limit();
                on_new_segment([] { on_c([] { print("grown\n"); }); });
            }
        } g;
        fail_quietly();
    });
}

CASE(a_body_may_catch_nothing_but_finds_its_segment_at_its_end, exits(0)) {
    static std::atomic<int> ended;
    struct environment_box {
        rust_opaque_box header;
        long body;
    };
    // Drop glue runs on the Rust stack after the failure: the limit must be that of the first segment.
    static type_desc td = {8,
                           8,
                           nullptr,
                           [](void *, void *, const type_desc **, void *) {
        CHECK(is_here(rust_get_stack_segment()) && !rust_get_stack_segment()->prev);
        ended = 1;
                           },
                           nullptr,
                           nullptr,
                           nullptr,
                           nullptr};
    on_c([] {
        auto *env = static_cast<environment_box *>(rust_uv_current_kernel_malloc(sizeof(environment_box)));
        env->header.td = &td;
        fn_env_pair closure = {TASK{on_new_segment([] { fail_quietly(); }); }, &env->header
};
start_task(new_task(), &closure);
});
await(ended);
}

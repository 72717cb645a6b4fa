// Corner cases (corners.h): the segments of the Rust stack, beside those of legacy/tests/growth.cpp.
#include "corners.h"
#include "on_segment.h"
#include <cstring>

namespace {

uintptr_t limit_of(stk_seg *segment) { return reinterpret_cast<uintptr_t>(segment->data) + 256 + 2048; }

size_t user_size(stk_seg *segment) { return segment->end - reinterpret_cast<uintptr_t>(segment->data) - 2048; }

stk_seg *grown(size_t frame) {
    upcall_new_stack(frame, nullptr, 0);
    return rust_get_stack_segment();
}

// Does not inline: what it uses of the stack is below its caller.
__attribute__((noinline)) void use_stack(size_t bytes) {
    volatile char *used = static_cast<volatile char *>(__builtin_alloca(bytes));
    for (size_t i = 0; i < bytes; i += 64) used[i] = 0x5a;
}

} // namespace

template <class F> static void on_new_segment(size_t frame, F f) {
    void *sp = upcall_new_stack(frame, nullptr, 0);
    run_on_segment(&f, reinterpret_cast<void *>(+[](void *p) { (*static_cast<F *>(p))(); }), sp);
    upcall_del_stack();
}

// ---- which stack is which

CASE(the_first_question_may_come_from_c, exits(0)) {
    on_c([] {
        stk_seg *segment = rust_get_stack_segment();
        CHECK(!is_here(segment) && !segment->prev && !segment->next && segment->task == rust_get_task());
        on_rust([segment] { CHECK(is_here(segment) && stack_limit() == limit_of(segment)); });
    });
    CHECK(is_here(rust_get_stack_segment()) && stack_limit() == limit_of(rust_get_stack_segment()));
}

CASE(c_code_leaves_the_headers_alone, exits(0)) {
    stk_seg *first = rust_get_stack_segment();
    on_new_segment(20000, [first] {
        on_c([] { use_stack(900 * 1024); });
        on_c([] { on_rust([] { on_c([] { use_stack(800 * 1024); }); }); });
        stk_seg *mine = first->next;
        CHECK(mine->prev == first && mine->task == rust_get_task() && mine->canary == 0xABCDABCDABCDABCD);
        CHECK(first->task == rust_get_task() && first->canary == 0xABCDABCDABCDABCD);
    });
}

CASE(calls_between_both_stacks_nest_on_every_segment, exits(0).out("bottom\nback\n")) {
    struct Nest {
        static void down(int depth) {
            stk_seg *mine = rust_get_stack_segment();
            CHECK(is_here(mine));
            if (depth == 7) {
                on_c([] { print("bottom\n"); });
                return;
            }
            long kept[3] = {depth, depth * 3L, depth * 5L};
            on_c([=] {
                long kept_c[3] = {depth, depth * 7L, depth * 11L};
                CHECK(!is_here(mine));
                on_rust([=] {
                    CHECK(rust_get_stack_segment() == mine && is_here(mine));
                    on_new_segment(3000, [=] { down(depth + 1); });
                    CHECK(rust_get_stack_segment() == mine);
                });
                CHECK(kept_c[0] == depth && kept_c[1] == depth * 7L && kept_c[2] == depth * 11L);
            });
            yield();
            CHECK(kept[0] == depth && kept[1] == depth * 3L && kept[2] == depth * 5L);
        }
    };
    for (int i = 0; i < 3; i++) spawn(TASK { yields(30); });
    Nest::down(0);
    print("back\n");
}

CASE(a_task_waits_on_the_c_part_of_a_segment, exits(0).out("7\n8\n")) {
    first = rust_get_task();
    spawn(TASK {
        for (long i = 7; i < 9; i++) {
            while (ready < i) yield();
            yields(5);
            signal(first, word(i));
        }
    });
    on_new_segment(5000, [] {
        on_c([] {
            void *event = nullptr;
            ready = 7;
            task_wait_event(first, &event);
            print("%ld\n", reinterpret_cast<long>(event));
            on_rust([] {
                on_new_segment(5000, [] {
                    void *event = nullptr;
                    ready = 8;
                    task_wait_event(first, &event);
                    on_c([event] { print("%ld\n", reinterpret_cast<long>(event)); });
                });
            });
        });
    });
}

CASE(every_task_has_segments_of_its_own, exits(0).out("5 tasks\n")) {
    static std::atomic<int> ended;
    for (int i = 0; i < 5; i++)
        spawn(TASK {
            stk_seg *mine = rust_get_stack_segment();
            CHECK(mine->task == rust_get_task() && !mine->prev);
            for (int turn = 0; turn < 10; turn++)
                on_new_segment(static_cast<size_t>(1000 * (turn + 1)), [mine] {
                    yields(3);
                    CHECK(rust_get_stack_segment()->prev == mine && rust_get_stack_segment()->task == rust_get_task());
                });
            CHECK(rust_get_stack_segment() == mine);
            ended++;
        });
    while (ended < 5) yield();
    print("%d tasks\n", ended.load());
}

CASE(the_task_names_its_segment, exits(0)) {
    // Where callers may read it: legacy-runtime.md section 1.
    auto named = [] { return *reinterpret_cast<stk_seg **>(reinterpret_cast<char *>(rust_get_task()) + 208); };
    CHECK(rust_get_stack_segment() == named());
    on_new_segment(5000, [named] { CHECK(rust_get_stack_segment() == named()); });
    CHECK(rust_get_stack_segment() == named());
}

// ---- cached segments

CASE(a_wait_frees_what_is_cached, exits(0).threads("1")) {
    stk_seg *mine = rust_get_stack_segment();
    grown(100);
    upcall_del_stack();
    first = rust_get_task();
    spawn(TASK { signal(first, nullptr); });
    CHECK(mine->next);
    on_c([] {
        void *event;
        task_wait_event(first, &event);
    });
    CHECK(!mine->next && mine->task == first);
}

CASE(a_wait_that_returns_at_once_keeps_what_is_cached, exits(0)) {
    stk_seg *mine = rust_get_stack_segment(), *second = grown(100);
    upcall_del_stack();
    on_c([] {
        void *event;
        task_signal_event(rust_get_task(), nullptr);
        task_wait_event(rust_get_task(), &event);
    });
    CHECK(mine->next == second);
}

CASE(the_current_segment_outlives_the_turn, exits(0)) {
    stk_seg *mine = rust_get_stack_segment(), *second = grown(100);
    grown(100);
    upcall_del_stack();
    CHECK(second->next);
    yield();
    CHECK(rust_get_stack_segment() == second && mine->next == second && !second->next && stack_limit() == limit_of(second));
    upcall_del_stack();
    CHECK(rust_get_stack_segment() == mine && stack_limit() == limit_of(mine));
}

CASE(a_reset_caches_what_it_leaves, exits(0)) {
    stk_seg *mine = rust_get_stack_segment(), *second = grown(100), *third = grown(100);
    upcall_reset_stack_limit();
    CHECK(mine->next == second && second->next == third);
    CHECK(grown(100) == second && grown(100) == third);
    upcall_reset_stack_limit();
    yield();
    CHECK(!mine->next);
}

// ---- misuse

CASE(one_deletion_too_many_aborts, aborts("Assertion `stk' failed").out("grown\n")) {
    grown(100);
    grown(100);
    print("grown\n");
    for (int i = 0; i < 3; i++) upcall_del_stack();
}

CASE(growth_on_the_c_stack_is_there_after_it, exits(0)) {
    on_c([] { upcall_new_stack(5000, nullptr, 0); });
    stk_seg *second = rust_get_stack_segment();
    CHECK(second->prev && !is_here(second) && is_here(second->prev) && stack_limit() == limit_of(second));
    upcall_del_stack();
}

CASE(a_deletion_on_the_c_stack_is_there_after_it, exits(0)) {
    stk_seg *mine = rust_get_stack_segment();
    grown(5000);
    on_c([] { upcall_del_stack(); });
    CHECK(rust_get_stack_segment() == mine && stack_limit() == limit_of(mine));
}

CASE(the_body_may_end_on_a_later_segment, exits(0).out("child\n")) {
    static std::atomic<int> ended;
    spawn(TASK {
        grown(100);
        grown(100);
        print("child\n");
        ended = 1;
    });
    await(ended);
}

CASE(a_canary_overwritten_later_aborts_in_the_next_c_call, exits(134).out("before\n")) {
    print("before\n");
    grown(100)->canary = 0;
    on_c([] {});
    print("after\n");
}

CASE(a_canary_matters_on_the_rust_stack_alone, exits(0)) {
    stk_seg *mine = rust_get_stack_segment();
    on_c([mine] {
        uintptr_t canary = mine->canary;
        mine->canary = 0;
        CHECK(rust_get_task());
        mine->canary = canary;
    });
}

CASE(running_out_in_c_code_aborts, aborts("Foreign code threw an exception").err("ran out of stack\n")) {
    on_c([] { upcall_new_stack(9000000, nullptr, 0); });
}

CASE(running_out_can_be_silenced, exits(101).no_err("ran out of stack").env("RUST_LOG", "::rt::task=0")) {
    upcall_new_stack(9000000, nullptr, 0);
}

CASE(sizes_that_wrap_are_small, exits(0)) {
    // As the sum of frame and arguments was computed.
    char argument[16] = {};
    upcall_new_stack(static_cast<size_t>(-16), argument, 16);
    CHECK(user_size(rust_get_stack_segment()) == 524288);
    upcall_del_stack();
}

CASE(nothing_is_allowed_beyond_the_maximum, exits(101).err("ran out of stack\n").env("RUST_MAX_STACK", "262144")) {
    upcall_new_stack(0, nullptr, 0);
}

// ---- failures

CASE(a_failure_on_a_small_segment_unwinds, exits(101).out("unwound\n").env("RUST_MIN_STACK", "16384")) {
    Unwound unwound{"unwound"};
    on_new_segment(300, [] {
        on_new_segment(300, [] { on_new_segment(300, [] { fail_quietly(); }); });
    });
}

CASE(a_killed_task_grows_and_fails, exits(0).out("grown\nunwound\n")) {
    static std::atomic<int> ended;
    static rust_task *child;
    child = spawn(TASK {
        struct End {
            ~End() {
                upcall_reset_stack_limit();
                on_c([] { print("unwound\n"); });
                ended = 1;
            }
        } end;
        while (!yield()) {}
        on_new_segment(2000, [] {
            CHECK(yield());
            on_c([] { print("grown\n"); });
            fail_quietly();
        });
    });
    on_c([] { rust_task_kill_other(child); });
    await(ended);
}

CASE(an_exception_of_the_callers_crosses_segments, exits(0).out("caught 5\n")) {
    stk_seg *mine = rust_get_stack_segment();
    try {
        on_new_segment(20000, [] { on_new_segment(20000, [] { throw 5; }); });
    } catch (int thrown) {
        upcall_reset_stack_limit();
        on_c([thrown] { print("caught %d\n", thrown); });
    }
    CHECK(rust_get_stack_segment() == mine && mine->next);
}

CASE(reentry_from_a_segment_is_refused_without_a_c_call, aborts("Assertion `next_rust_sp' failed").out("inside\n")) {
    on_new_segment(20000, [] {
        on_c([] { on_rust([] { print("inside\n"); }); });
        on_rust([] { print("not reached\n"); });
    });
}

START(the_segment_for_debuggers_needs_a_task, aborts("no current task")) {
    debug_get_stk_seg();
}

CASE(the_segment_for_debuggers_is_the_same, exits(0)) {
    on_new_segment(20000, [] {
        CHECK(debug_get_stk_seg() == rust_get_stack_segment());
        on_c([] { CHECK(debug_get_stk_seg() == rust_get_stack_segment()); });
    });
}

// ---- all of it at once; also under a collection of garbage in a loop (CollectionStormTests)

CASE(segments_hold_in_a_storm, exits(0).out("6 tasks, 300 failures\n")) {
    static std::atomic<int> ended, failures;
    struct Storm {
        unsigned state;
        unsigned next() { return (state = state * 1103515245 + 12345) >> 16; }

        void down(int depth) {
            stk_seg *mine = rust_get_stack_segment();
            long kept[8];
            for (long i = 0; i < 8; i++) kept[i] = depth * 100 + i;
            CHECK(is_here(mine) && mine->task == rust_get_task());
            if (depth < 6)
                switch (next() % 4) {
                case 0: on_new_segment(next() % 9000, [this, depth] { down(depth + 1); }); break;
                case 1: on_c([this, depth] { on_rust([this, depth] { down(depth + 1); }); }); break;
                case 2: on_c([this, depth] {
                    use_stack(next() % 30000);
                    rust_task_yield(rust_get_task(), nullptr);
                    on_rust([this, depth] { on_new_segment(next() % 20000, [this, depth] { down(depth + 1); }); });
                }); break;
                default: yield(); down(depth + 1);
                }
            for (long i = 0; i < 8; i++) CHECK(kept[i] == depth * 100 + i);
            CHECK(rust_get_stack_segment() == mine && is_here(mine));
        }
    };
    for (int i = 0; i < 6; i++)
        spawn(TASK {
            Storm storm{static_cast<unsigned>(get_task_id())};
            for (int round = 0; round < 50; round++) {
                storm.down(0);
                spawn(TASK {
                    struct Count {
                        ~Count() {
                            upcall_reset_stack_limit();
                            on_c([] { failures++; });
                        }
                    } count;
                    Storm storm{static_cast<unsigned>(get_task_id())};
                    storm.down(0);
                    on_new_segment(storm.next() % 9000, [] { on_new_segment(3000, [] { fail_quietly(); }); });
                });
            }
            ended++;
        });
    while (ended < 6 || failures < 300) yield();
    print("%d tasks, %d failures\n", ended.load(), failures.load());
}

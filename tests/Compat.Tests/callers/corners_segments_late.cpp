// Corner cases (corners.h): segments of a program that does not import the functions about them, but looks them up. The new
// runtime lets its C code run on the task's own stack until a task asks for the first time, which may be anywhere.
#include "corners.h"
#include "on_segment.h"
#include <dlfcn.h>

namespace {

template <class F> F *looked_up(const char *name) { return reinterpret_cast<F *>(dlsym(RTLD_DEFAULT, name)); }

stk_seg *segment() { return looked_up<stk_seg *()>("rust_get_stack_segment")(); }

void *new_stack(size_t frame) { return looked_up<void *(size_t, void *, size_t)>("upcall_new_stack")(frame, nullptr, 0); }

void del_stack() { looked_up<void()>("upcall_del_stack")(); }

void reset_stack_limit() { looked_up<void()>("upcall_reset_stack_limit")(); }

// Calls f below so many bytes that must not change.
template <class F> __attribute__((noinline)) void below(size_t bytes, F f) {
    auto *kept = static_cast<volatile char *>(__builtin_alloca(bytes));
    for (size_t i = 0; i < bytes; i++) kept[i] = static_cast<char>(i * 7);
    f();
    for (size_t i = 0; i < bytes; i++) CHECK(kept[i] == static_cast<char>(i * 7));
}

} // namespace

template <class F> static void on_new_segment(size_t frame, F f) {
    void *sp = new_stack(frame);
    run_on_segment(&f, reinterpret_cast<void *>(+[](void *p) { (*static_cast<F *>(p))(); }), sp);
    del_stack();
}

CASE(the_first_segment_is_found_by_looking_it_up, exits(0)) {
    stk_seg *mine = segment();
    CHECK(is_here(mine) && !mine->prev && !mine->next && mine->task == rust_get_task());
    CHECK(stack_limit() == reinterpret_cast<uintptr_t>(mine->data) + 256 + 2048);
    on_c([mine] {
        CHECK(!is_here(mine) && segment() == mine);
        on_rust([mine] { CHECK(is_here(mine)); });
    });
}

CASE(the_first_question_may_come_from_deep_in_c, exits(0).out("deep\n")) {
    on_c([] {
        below(400000, [] {
            stk_seg *mine = segment();
            CHECK(!mine->prev && !mine->next && mine->task == rust_get_task() && mine->canary == 0xABCDABCDABCDABCD);
            below(20000, [mine] {
                on_rust([mine] {
                    CHECK(segment() == mine);
                    on_new_segment(5000, [mine] {
                        stk_seg *second = segment();
                        CHECK(second->prev == mine && mine->next == second && is_here(second));
                        on_c([second] {
                            below(100000, [second] {
                                CHECK(!is_here(second));
                                on_rust([second] { CHECK(is_here(second)); });
                                print("deep\n");
                            });
                        });
                    });
                    CHECK(segment() == mine);
                });
            });
            yield();
            CHECK(segment() == mine && !mine->next);
        });
    });
    on_c([] { below(800000, [] { CHECK(!segment()->prev); }); });
    CHECK(stack_limit() != 0);
}

CASE(the_first_growth_may_come_from_a_callback, exits(0)) {
    on_c([] {
        below(1000, [] {
            on_rust([] {
                on_new_segment(3000, [] { on_c([] { below(500000, [] {}); }); });
                reset_stack_limit();
                CHECK(!segment()->prev);
            });
        });
    });
}

CASE(a_task_that_is_born_later_begins_anew, exits(0).threads("1")) {
    static std::atomic<int> ended;
    for (ended = 0; ended < 20;) {
        int before = ended;
        spawn(TASK {
            on_c([] {
                on_rust([] {
                    new_stack(5000);
                    CHECK(segment()->prev && !segment()->prev->prev);
                    del_stack();
                });
                CHECK(!segment()->prev);
            });
            ended++;
        });
        while (ended == before) yield();
    }
}

CASE(a_failure_after_the_first_question_unwinds, exits(101).out("unwound\n")) {
    Unwound unwound{"unwound"};
    on_new_segment(300, [] { fail_quietly(); });
}

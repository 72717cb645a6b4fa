#include "harness.h"
#include <string>
using namespace harness;

static std::string sequence;
static int live;

static void six_yields(char name) {
    for (int i = 0; i < 6; i++) {
        sequence += name;
        yield();
    }
    live--;
}

CASE(a_seed_repeats_the_recorded_order, exits(0).env("RUST_SEED", "42").threads("1")) {
    live = 3;
    spawn(TASK { six_yields('a'); });
    spawn(TASK { six_yields('b'); });
    spawn(TASK { six_yields('c'); });
    while (live) {
        sequence += 'm';
        yield();
    }
    CHECK(sequence == "mmbmmbbaambmbmmaacbacamcmcccmm");
}

CASE(the_choice_is_random_but_nobody_starves, exits(0).threads("1")) {
    static int turns[4];
    static bool stop;
    for (int &mine : turns) {
        static int *slot;
        slot = &mine;
        live++;
        spawn(TASK {
            int *own = slot;
            while (!stop) {
                ++*own;
                yield();
            }
            live--;
        });
        while (!mine) yield();
    }
    for (int i = 0; i < 4000; i++) yield();
    stop = true;
    while (live) yield();
    for (int mine : turns) CHECK(mine > 2000);
}

CASE(callee_saved_registers_survive_a_yield, exits(0)) {
    static int ended;
    for (int i = 0; i < 4; i++)
        spawn(TASK {
            volatile long base = get_task_id();
            long a = base * 3, b = base * 5, c = base * 7, d = base * 11;
            for (int k = 0; k < 50; k++) {
                asm volatile("" : "+r"(a), "+r"(b), "+r"(c), "+r"(d));
                yield();
                asm volatile("" : "+r"(a), "+r"(b), "+r"(c), "+r"(d));
            }
            CHECK(a == base * 3 && b == base * 5 && c == base * 7 && d == base * 11);
            __atomic_add_fetch(&ended, 1, __ATOMIC_SEQ_CST);
        });
    while (__atomic_load_n(&ended, __ATOMIC_SEQ_CST) < 4) yield();
}

CASE(yields_nest_in_both_stacks, exits(0)) {
    static int ended;
    for (int i = 0; i < 8; i++)
        spawn(TASK {
            on_c([] {
                on_rust([] {
                    yield();
                    on_c([] {
                        on_rust([] { yield(); });
                        yield();
                    });
                    yield();
                });
                yield();
            });
            __atomic_add_fetch(&ended, 1, __ATOMIC_SEQ_CST);
        });
    while (__atomic_load_n(&ended, __ATOMIC_SEQ_CST) < 8) yield();
}

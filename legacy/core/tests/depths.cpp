// Unkillable, rekillable and atomic sections.
#include "task_case.h"

namespace {

std::atomic<int> over{0}, step{0}, alive{0};

// A task that was killed while body ran; whether it fell out of body by itself.
template <class F> bool survives_a_kill(F body) {
    step = 0;
    over = 0;
    CHECK(!attempt([=] {
        spawn([=, e = ending(over)] {
            body();
            step = 2;
        });
        await(alive);
        alive = 0;
        give_up("kill it");
    }));
    await(over);
    return step == 2;
}

// Until the kill has been sent: the task is told by the flag, which unkillable tasks do not see, so by the
// group's end.
void be_killed() {
    alive++;
    for (int i = 0; i < 200; i++) harness::yield();
}

} // namespace

CASE(an_unkillable_task_goes_on_and_fails_afterwards, exits(0)) {
    static std::atomic<int> inside{0};
    CHECK(!attempt([] {
        spawn([e = ending(over)] {
            unkillable([] {
                alive++;
                await(step);
                for (int i = 0; i < 5; i++) yield();
                inside = 1;
            });
            CHECK(inside == 1);
            yield();
            inside = 2;
        });
        await(alive);
        give_up("kill it");
    }));
    step = 1;
    await(over);
    CHECK(inside == 1);
}

CASE(unkillable_sections_nest, exits(0)) {
    CHECK(survives_a_kill([] {
        unkillable([] {
            unkillable([] { be_killed(); });
            yield();
        });
    }));
}

CASE(a_rekillable_section_inside_can_be_killed, exits(0)) {
    CHECK(!survives_a_kill([] {
        unkillable([] {
            rekillable([] {
                alive++;
                spin();
            });
        });
    }));
}

CASE(after_a_rekillable_section_kills_are_held_back_again, exits(0)) {
    CHECK(survives_a_kill([] {
        unkillable([] {
            rekillable([] {});
            be_killed();
            yield();
        });
    }));
}

CASE(rekillable_outside_of_unkillable_aborts, aborts("Illegal allow_kill(): already killable!")) {
    rekillable([] {});
}

CASE(a_yield_in_an_atomic_section_fails, exits(0).err("yielded in an atomic section")) {
    CHECK(!attempt([] { atomically([] { yield(); }); }));
}

CASE(sections_hand_back_results, exits(0)) {
    CHECK(unkillable([] { return 1; }) == 1);
    CHECK(unkillable([] { return rekillable([] { return 2; }); }) == 2);
    CHECK(atomically([] { return std::string("three"); }) == "three");
}

// Each section's depth is back when the task unwinds: one step further down is the runtime's assertion.
namespace {
struct one_less_kill {
    ~one_less_kill() {
        rust_task_allow_kill(rust_get_task());
    }
};
struct one_less_yield {
    ~one_less_yield() {
        rust_task_allow_yield(rust_get_task());
    }
};
} // namespace

CASE(unkillable_is_over_when_it_fails, aborts("already killable")) {
    one_less_kill l;
    unkillable([] { give_up("inside"); });
}

CASE(rekillable_is_over_when_it_fails, exits(101).err("'inside', case:1")) {
    struct back_to_one {
        ~back_to_one() {
            // 1 again after rekillable, 0 after this, and the guard of unkillable needs its 1
            rust_task_allow_kill(rust_get_task());
            rust_task_inhibit_kill(rust_get_task());
        }
    };
    unkillable([] {
        back_to_one b;
        rekillable([] { give_up("inside"); });
    });
}

CASE(atomically_gives_kills_back_when_it_fails, aborts("already killable")) {
    one_less_kill l;
    atomically([] { give_up("inside"); });
}

CASE(atomically_gives_yields_back_when_it_fails, aborts("already yieldable")) {
    one_less_yield l;
    atomically([] { give_up("inside"); });
}

// Linked, supervised and unlinked failure (legacy-runtime.md section 11, Tasks).
#include "task_case.h"
#include <functional>

namespace {

std::atomic<int> over{0}, step{0}, unwound{0}, alive{0};

// Says how a task ended: by falling out of its body, or failing.
struct witness {
    ~witness() {
        if (failing()) unwound++;
    }
};

} // namespace

// ---- linked

CASE(a_linked_childs_failure_ends_the_program,
     exits(101).err("'gone', case:1").err("root task failed").err("'killed'")) {
    spawn([] { give_up("gone"); });
    wait_to_be_killed();
}

CASE(a_childs_failure_after_main_returned_still_counts, exits(101).err("root task failed")) {
    spawn([] {
        for (int i = 0; i < 100; i++) yield();
        give_up("late");
    });
}

CASE(a_failing_main_kills_its_linked_children, exits(101).err("'main', case:1").err("'killed'")) {
    for (int i = 0; i < 5; i++)
        spawn([] {
            alive++;
            wait_to_be_killed();
        });
    await(alive, 5);
    give_up("main");
}

CASE(a_linked_failure_kills_parent_and_siblings_and_unwinds_them, exits(0)) {
    CHECK(!attempt([] {
        witness w;
        spawn([] {
            witness w;
            alive++;
            wait_to_be_killed();
        });
        spawn([] {
            witness w;
            alive++;
            spin();
        });
        spawn([] {
            await(alive, 2);
            give_up("one for all");
        });
        wait_to_be_killed();
    }));
    await(unwound, 3);
}

CASE(grandchildren_are_in_the_same_group, exits(0)) {
    CHECK(!attempt([] {
        spawn([] { spawn([] { spawn([] { give_up("great-grandchild"); }); }); });
        wait_to_be_killed();
    }));
}

CASE(the_group_lives_on_without_its_first_member, exits(0)) {
    attempt([] {
        spawn([] {
            witness w;
            alive++;
            wait_to_be_killed();
        });
        spawn([] {
            await(alive);
            await(step);
            give_up("orphans");
        });
        await(alive);
    });
    step = 1;
    await(unwound);
}

// The failure of the main group is told once, and asserted to be told once, however many members fail.
CASE(a_group_fails_once, exits(101).err("root task failed")) {
    for (int i = 0; i < 10; i++)
        spawn([] {
            alive++;
            await(alive, 10);
            give_up("all at once");
        });
    wait_to_be_killed();
}

CASE(a_member_that_ended_is_not_killed, exits(0)) {
    CHECK(!attempt([] {
        for (int i = 0; i < 50; i++) {
            std::atomic<int> ended{0};
            builder b;
            auto result = b.future_result();
            b.spawn([] {});
            result.recv();
        }
        give_up("alone by now");
    }));
}

// ---- supervised

CASE(a_supervised_failure_stays_below, exits(0).err("'gone', case:1").no_err("root task failed")) {
    builder b;
    auto result = b.linkage(RUSTCORE_SUPERVISED).future_result();
    b.spawn([] { give_up("gone"); });
    CHECK(result.recv() == RUSTCORE_FAILURE);
    CHECK(!killed());
}

CASE(a_failure_kills_supervised_children_to_any_depth, exits(0)) {
    CHECK(!attempt([] {
        spawn_supervised([] {
            witness w;
            spawn_supervised([] {
                witness w;
                spawn([] {
                    witness w;
                    spawn_supervised([] {
                        witness w;
                        alive++;
                        wait_to_be_killed();
                    });
                    wait_to_be_killed();
                });
                wait_to_be_killed();
            });
            wait_to_be_killed();
        });
        await(alive);
        give_up("the tree");
    }));
    await(unwound, 4);
}

CASE(a_failure_in_the_middle_kills_below_and_not_above, exits(0)) {
    CHECK(attempt([] {
        spawn_supervised([] {
            spawn_supervised([] {
                witness w;
                alive++;
                wait_to_be_killed();
            });
            await(alive);
            give_up("the middle");
        });
        await(unwound);
        for (int i = 0; i < 20; i++) CHECK(!killed());
    }));
}

CASE(supervision_reaches_over_a_generation_that_ended, exits(0)) {
    CHECK(!attempt([] {
        builder b;
        auto middle = b.linkage(RUSTCORE_SUPERVISED).future_result();
        b.spawn([] {
            spawn_supervised([] {
                witness w;
                alive++;
                wait_to_be_killed();
            });
            await(alive);
        });
        CHECK(middle.recv() == RUSTCORE_SUCCESS);
        spawn_supervised([] {}); // somebody else passes by
        give_up("grandparent");
    }));
    await(unwound);
}

CASE(a_supervisor_that_ends_well_leaves_its_children_alone, exits(0)) {
    CHECK(attempt([] {
        spawn_supervised([e = ending(over)] {
            await(step);
            CHECK(!killed());
        });
    }));
    step = 1;
    await(over);
}

// ---- unlinked

CASE(unlinked_failures_reach_nobody, exits(0).no_err("root task failed")) {
    CHECK(!attempt([] {
        spawn_unlinked([e = ending(over)] {
            await(step);
            for (int i = 0; i < 20; i++) CHECK(!killed());
        });
        spawn_unlinked([e = ending(over)] { give_up("child"); });
        give_up("parent");
    }));
    step = 1;
    await(over, 2);
    CHECK(!killed());
}

CASE(a_failing_main_group_kills_unlinked_tasks_too, exits(101).err("'killed'")) {
    spawn_unlinked([] {
        alive++;
        wait_to_be_killed();
    });
    await(alive);
    spawn([] {});
    give_up("everything");
}

// ---- main

CASE(main_that_never_spawned_fails_the_program, exits(101).err("root task failed")) {
    give_up("alone");
}

// The runtime leaves it to the task-local cleanup to end the program, and there is no group yet that would.
CASE(main_with_local_data_that_never_spawned_fails_alone,
     exits(0).err("'alone', case:1").no_err("root task failed")) {
    static const local_key<int> key;
    key.set(1);
    give_up("alone");
}

CASE(a_task_of_the_runtime_becomes_a_main_task_by_its_first_spawn,
     exits(101).err("root task failed").threads("1")) {
    harness::spawn(TASK {
        spawn([] {});
        give_up("not spawned by anybody");
    });
}

// ---- beginnings and ends

// With one thread a child begins only when its spawner gives the thread up.
CASE(a_child_of_a_failing_group_does_not_begin, exits(0).threads("1")) {
    auto [results, chan] = stream<port<rustcore_task_result>>();
    CHECK(!attempt([chan = std::move(chan)]() mutable {
        for (rustcore_linkage linkage : {RUSTCORE_LINKED, RUSTCORE_SUPERVISED}) {
            builder b;
            chan.send(b.linkage(linkage).future_result());
            b.spawn([e = ending(over)] { step = 1; });
        }
        give_up("before they began");
    }));
    for (int i = 0; i < 2; i++) CHECK(results.recv().recv() == RUSTCORE_FAILURE);
    await(over, 2);
    CHECK(step == 0);
}

CASE(the_result_comes_after_the_kills_were_sent, exits(0)) {
    builder b;
    auto result = b.linkage(RUSTCORE_SUPERVISED).future_result();
    b.spawn([] {
        spawn([e = ending(over)] {
            unkillable([] {
                alive++;
                await(step);
            });
            CHECK(killed());
        });
        await(alive);
        give_up("first");
    });
    CHECK(result.recv() == RUSTCORE_FAILURE);
    step = 1;
    await(over);
}

CASE(a_task_killed_in_its_sleep_and_one_that_yields_both_say_killed,
     exits(0)
         .err("task failed at 'killed', core/src/pipes/")
         .err("task failed at 'killed', core/src/tasks/control.cpp")) {
    for (auto body : {wait_to_be_killed, spin})
        CHECK(!attempt([=] {
            spawn([=] {
                alive++;
                body();
            });
            await(alive);
            alive = 0;
            give_up("kill it");
        }));
}

CASE(a_yield_while_failing_does_not_fail_again, exits(0)) {
    struct yields {
        ~yields() {
            for (int i = 0; i < 5; i++) yield();
            over++;
        }
    };
    CHECK(!attempt([] {
        spawn([] {
            yields y;
            alive++;
            wait_to_be_killed();
        });
        await(alive);
        give_up("kill it");
    }));
    await(over);
}

CASE(failing_is_true_from_the_failure_on, exits(0)) {
    CHECK(!failing());
    CHECK(!attempt([] {
        witness w;
        CHECK(!failing());
        give_up("gone");
    }));
    CHECK(unwound == 1 && !failing());
}

CASE(a_silent_failure_prints_nothing, exits(0).no_err("task failed")) {
    CHECK(!attempt([] { rustcore_fail(nullptr, nullptr, 0); }));
}

// ---- lists

// Each generation ends when the next one has begun: its node must leave the lists of those below, or they
// would grow for ever.
CASE(dead_generations_are_cut_out_of_ancestor_lists, exits(0)) {
    constexpr int generations = 3000;
    static std::function<void(int)> beget = [](int left) {
        if (left == 0) {
            over = 1;
            return;
        }
        CHECK(exchange_count() < 2000);
        spawn_supervised([left] { beget(left - 1); });
    };
    beget(generations);
    await(over);
}

// All alive at once, and the last to go holds the whole list. A small stack, which a call for each node would
// leave.
CASE(a_long_list_of_ancestors_ends_without_deep_recursion,
     exits(0).threads("1").env("RUST_MIN_STACK", "32768").not_under_tsan()) {
    constexpr int generations = 1500;
    static std::function<void(int)> beget = [](int left) {
        ending e(over);
        alive++;
        if (left > 0) {
            spawn_supervised([left] { beget(left - 1); });
            wait_to_be_killed();
        } else {
            unkillable([] { await(over, generations); });
        }
    };
    CHECK(!attempt([] {
        spawn_supervised([] { beget(generations); });
        await(alive, generations + 1);
        give_up("all of them");
    }));
    await(over, generations + 1);
}

CASE(failing_trees_storm, exits(0)) {
#if defined(__SANITIZE_THREAD__)
    constexpr int trees = 20;
#else
    constexpr int trees = 200;
#endif
    static std::atomic<int> begun{0}, ended{0};
    for (int tree = 0; tree < trees; tree++)
        CHECK(!attempt([tree] {
            for (int i = 0; i < 6; i++) {
                rustcore_linkage linkage = i % 2 ? RUSTCORE_LINKED : RUSTCORE_SUPERVISED;
                begun++;
                builder().linkage(linkage).spawn([i, tree, e = ending(ended)] {
                    for (int j = 0; j < 3; j++) {
                        begun++;
                        spawn_supervised([e = ending(ended)] { spin(); });
                        yield();
                    }
                    if (i == 5) give_up("timber");
                    if (tree % 2) spin();
                    else wait_to_be_killed();
                });
            }
            wait_to_be_killed();
        }));
    while (ended.load() < begun.load()) harness::yield();
}

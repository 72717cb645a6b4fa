// Misuse (misuse.h): the annihilator, which yields, waits, spawns, fails.
#include "misuse_endings.h"

// ---- the annihilator

START(the_annihilator_of_a_failed_task_sees_it_unwinding, exits(0).out("annihilator: unwinding 1\n")) {
    annihilate_by([] { print("annihilator: unwinding %d\n", rust_task_is_unwinding(rust_get_task())); });
    start(TASK { fail_quietly(); });
}

START(an_annihilator_that_fails_aborts, exits(134).err("'annihilated', a.rs:1")) {
    annihilate_by([] { upcall_fail("annihilated", "a.rs", 1); });
    start(TASK {});
}

START(an_annihilator_that_throws_aborts, exits(134)) {
    annihilate_by([] { throw 1; });
    start(TASK {});
}

START(an_annihilator_may_park_spawn_and_wait, exits(0).out("yield 0\nsignalled 8\n")) {
    annihilate_by([] {
        if (get_task_id() != 1) return;
        print("yield %d\n", yield());
        print("signalled %d\n", wait_for_a_child());
    });
    start(TASK {});
}

START(an_annihilator_may_exit_the_process, exits(3)) {
    annihilate_by([] { on_c([] { exit(3); }); });
    start(TASK {});
}

START(an_annihilator_that_logs_on_the_rust_stack_aborts, aborts("logging on rust stack")) {
    annihilate_by([] { rust_log_str(1, "x", 1); });
    start(TASK {});
}

START(an_annihilator_may_log_through_the_shim, exits(0).err("rust: annihilator\n")) {
    annihilate_by([] { on_c([] { rust_log_str(1, "annihilator", 11); }); });
    start(TASK {});
}

START(an_annihilator_frees_many_boxes_by_the_list, exits(0).out("5000 dropped\n")) {
    static int dropped;
    annihilate_by([] {
        while (rust_opaque_box *first = boxes()) {
            rust_call_tydesc_glue(first + 1, reinterpret_cast<size_t *>(first->td), 3);
            rust_upcall_free(first);
        }
    });
    CHECK(start(TASK {
              static type_desc counted = {8, 8, nullptr, GLUE { dropped++; }, nullptr, nullptr, nullptr, nullptr};
              for (int i = 0; i < 5000; i++) upcall_malloc(&counted, i % 100);
              rust_get_task();
          }) == 0);
    print("%d dropped\n", dropped);
}

START(an_annihilator_frees_what_a_failed_task_left, exits(0).out("101\n")) {
    annihilate_by([] {
        while (rust_opaque_box *first = boxes()) rust_upcall_free(first);
    });
    print("%d\n", start(TASK {
        for (int i = 0; i < 10; i++) box(8);
        fail_quietly();
    }));
}

START(an_annihilator_that_catches_its_failure_goes_on, exits(0).out("caught\n0\n")) {
    annihilate_by([] {
        try {
            fail_quietly();
        } catch (...) {
            print("caught\n");
        }
    });
    print("%d\n", start(TASK {}));
}

START(boxes_that_the_annihilator_makes_are_leaks, aborts("leaked memory in rust main loop (1 objects)")) {
    annihilate_by([] { box(8); });
    start(TASK {});
}

START(a_failure_in_glue_that_the_annihilator_calls_aborts, exits(134).err("'in glue', g.rs:1")) {
    annihilate_by([] {
        rust_opaque_box *first = boxes();
        rust_call_tydesc_glue(first + 1, reinterpret_cast<size_t *>(first->td), 3);
    });
    start(TASK {
        static type_desc failing = {8, 8, nullptr, GLUE { upcall_fail("in glue", "g.rs", 1); }, nullptr, nullptr, nullptr, nullptr};
        upcall_malloc(&failing, 8);
    });
}

START(every_task_is_annihilated, exits(0).out("12\n")) {
    static std::atomic<int> annihilated;
    annihilate_by([] { annihilated++; });
    start(TASK {
        enrol(TASK {});
        for (int i = 0; i < 10; i++) spawn(TASK { if (get_task_id() % 2) fail_quietly(); });
    });
    print("%d\n", annihilated.load());
}

START(an_old_map_crashes_when_the_first_task_ends, crashes().out("main\n")) {
    static const mod_entry none[] = {{nullptr, nullptr}};
    static const void *old_map[] = {none, nullptr};
    char *arguments[] = {nullptr};
    rust_start(reinterpret_cast<uintptr_t>(static_cast<spawn_fn>(TASK { print("main\n"); })), 0, arguments, old_map);
}

START(an_annihilator_of_null_crashes, crashes().out("main\n")) {
    annihilate_by(nullptr);
    start(TASK { print("main\n"); });
}

// Corner cases (corners.h): exit functions and the live count.
#include "corners.h"
#include <cstring>
#include <unistd.h>

// ---- section 8: exit functions, live count

CASE(registering_after_the_end_began_aborts_without_functions_too, aborts("registering at_exit function after exit")) {
    on_c([] { rust_dec_kernel_live_count(); });
    register_runner(TASK {});
}

CASE(a_null_runner_after_another_aborts, aborts("there can be only one at_exit_runner")) {
    register_runner(TASK {});
    register_runner(nullptr);
}

CASE(a_newborn_keeps_everything_up_until_it_is_started, exits(0).out("main ends\nlate\nrunner\n")) {
    static rust_task *child;
    register_runner(TASK { print("runner\n"); });
    on_c([] {
        child = new_task();
        pthread_t thread;
        pthread_create(&thread, nullptr, [](void *) -> void * {
            while (!flag) pause_ms(1);
            pause_ms(50);
            fn_env_pair closure = {TASK { print("late\n"); }, nullptr};
            start_task(child, &closure);
            return nullptr;
        }, nullptr);
        pthread_detach(thread);
    });
    print("main ends\n");
    flag = 1;
}

CASE(one_task_may_count_another_out, exits(0).out("runner\nmain ends\n")) {
    register_runner(TASK { print("runner\n"); flag = 1; });
    spawn(TASK { await(flag); });
    on_c([] { rust_dec_kernel_live_count(); rust_dec_kernel_live_count(); });
    await(flag);
    print("main ends\n");
    on_c([] { rust_inc_kernel_live_count(); rust_inc_kernel_live_count(); });
}

CASE(a_null_runner_alone_makes_no_task, exits(0).out("")) { register_runner(nullptr); }

CASE(the_runner_is_named_and_has_the_next_id, exits(0).out("at_exit 4\n")) {
    register_runner(TASK {
        const char *name;
        memcpy(&name, reinterpret_cast<char *>(rust_get_task()) + 248, sizeof name);
        print("%s %ld\n", name, get_task_id());
    });
    spawn(TASK {});
    spawn(TASK {});
}

CASE(other_tasks_have_no_name, exits(0).out("none 1\n")) {
    spawn(TASK {
        const char *name;
        memcpy(&name, reinterpret_cast<char *>(rust_get_task()) + 248, sizeof name);
        print("none %d\n", !name);
    });
}

CASE(an_early_end_begins_when_a_weak_task_dies_in_debt, exits(0).out("exit functions\nmain ends\n")) {
    register_runner(TASK { print("exit functions\n"); flag = 1; });
    spawn(TASK { on_c([] { rust_dec_kernel_live_count(); }); });
    await(flag); // main is alive, and counted out
    print("main ends\n");
}

CASE(the_runner_may_fail_after_it_set_the_status, exits(8).out("runner\n")) {
    register_runner(TASK {
        print("runner\n");
        on_c([] { rust_set_exit_status(8); });
        fail_quietly();
    });
}

CASE(the_runner_may_kill_all, exits(101).out("runner killed 1\n")) {
    register_runner(TASK {
        on_c([] { rust_task_kill_all(rust_get_task()); });
        print("runner killed %d\n", yield());
    });
}

CASE(the_runner_may_make_a_scheduler, exits(0).out("in 3\n")) {
    register_runner(TASK {
        on_c([] { fresh = rust_new_sched(1); });
        spawn_in(fresh, TASK { on_c([] { print("in %ld\n", rust_get_sched_id()); }); });
    });
}

CASE(the_runners_list_stays_readable, exits(0).out("3\n3\n")) {
    static fn_env_pair pairs[3];
    static exit_functions *seen;
    on_c([] {
        for (fn_env_pair &pair : pairs)
            rust_register_exit_function([](void *, rust_opaque_box *, void *list) {
                seen = static_cast<exit_functions *>(list);
                print("%zu\n", seen->count);
                spawn(TASK {
                    yields(20);
                    print("%zu\n", seen->count);
                    for (int i = 0; i < 3; i++) CHECK(seen->start[i] == &pairs[i]);
                });
            }, &pair);
    });
}

CASE(a_leak_is_found_when_the_last_reference_goes, aborts("leaked memory in rust main loop (1 objects)").out("ended\n")) {
    static type_desc description = {8, 8, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};
    first = spawn(TASK {
        upcall_malloc(&description, 8);
        flag = 1;
    }, true);
    await(flag);
    on_c([] { pause_ms(50); });
    yields(50);
    print("ended\n");
    drop(first);
    print("not reached\n");
}

CASE(a_runner_that_waits_for_ever_hangs, hangs().out("runner\n")) {
    register_runner(TASK {
        print("runner\n");
        void *event;
        wait(&event);
    });
}

CASE(global_data_of_a_runner_are_still_there, exits(0).out("44\n")) {
    *static_cast<long *>(rust_get_global_data_ptr()) = 44;
    register_runner(TASK { print("%ld\n", *static_cast<long *>(rust_get_global_data_ptr())); });
}

CASE(an_increment_given_back_by_another_task_lets_it_end, exits(0).out("main ends\nrunner\n")) {
    register_runner(TASK { print("runner\n"); });
    on_c([] { rust_inc_kernel_live_count(); });
    on_c([] { fresh = rust_new_sched(1); });
    spawn_in(fresh, TASK {
        on_c([] { pause_ms(50); });
        on_c([] { rust_dec_kernel_live_count(); });
    });
    print("main ends\n");
}

// ---- a task lives until nobody refers to it: the drop that lowers the count to zero begins the end, in the middle of a turn

CASE(a_drop_in_debt_ends_the_run_at_once, aborts("registering at_exit function after exit").threads("1")) {
    rust_task *child = spawn(TASK {
        on_c([] { rust_dec_kernel_live_count(); });
        flag = 1;
    }, true);
    await(flag);
    yields(5);
    drop(child);
    register_runner(TASK { print("not reached\n"); });
}

CASE(a_drop_before_the_debt_ends_the_run_too, aborts("registering at_exit function after exit").threads("1")) {
    rust_task *child = spawn(TASK { flag = 1; }, true);
    await(flag);
    yields(5);
    drop(child);
    on_c([] { rust_dec_kernel_live_count(); });
    register_runner(TASK { print("not reached\n"); });
}

// Corner cases (corners.h): events.
#include "corners.h"

// ---- section 6: events

CASE(a_null_event_is_an_event, exits(0).out("0 nil 1\n")) {
    signal(rust_get_task(), nullptr);
    void *event = word(3);
    bool killed = wait(&event);
    print("%d nil %d\n", killed, !event);
}

CASE(the_first_wait_of_a_killed_task_gives_null, exits(101).out("1 nil 1\n")) {
    rust_task_kill_other(rust_get_task());
    void *event = word(3);
    bool killed = wait(&event);
    print("%d nil %d\n", killed, !event);
}

CASE(a_killed_wait_gives_others_a_turn, exits(101).threads("1")) {
    rust_task_kill_other(rust_get_task());
    spawn(TASK { flag = 1; });
    void *event;
    while (!flag) CHECK(wait(&event));
}

CASE(a_pending_wait_keeps_the_turn, exits(0).threads("1")) {
    spawn(TASK { flag = 1; });
    for (int i = 0; i < 50; i++) {
        signal(rust_get_task(), nullptr);
        void *event;
        wait(&event);
        CHECK(!flag);
    }
}

CASE(clear_without_an_event_does_nothing, exits(0).out("5\n")) {
    rust_task *self = rust_get_task();
    task_clear_event_reject(self);
    task_clear_event_reject(self);
    signal(self, word(5));
    void *event;
    wait(&event);
    print("%ld\n", reinterpret_cast<long>(event));
}

CASE(a_kill_ends_one_wait_and_every_later_one, exits(0).out("1 nil\n1 nil\n1 nil\n")) {
    second = spawn(TASK {
        void *event = nullptr;
        ready = 1;
        for (int i = 0; i < 3; i++) {
            bool killed = wait(&event);
            print("%d %s\n", killed, event ? "event" : "nil");
        }
        flag = 1;
    }, true);
    await(ready);
    yields(20);
    on_c([] { rust_task_kill_other(second); });
    await(flag);
    drop(second);
}

CASE(a_signal_after_the_kill_of_a_blocked_task_is_seen_too, exits(0).threads("1").out("1 8\n")) {
    second = spawn(TASK {
        void *event = nullptr;
        ready = 1;
        bool killed = wait(&event);
        print("%d %ld\n", killed, reinterpret_cast<long>(event));
        flag = 1;
    }, true);
    await(ready);
    yields(20);
    on_c([] {
        rust_task_kill_other(second);
        task_signal_event(second, word(8));
    });
    await(flag);
    drop(second);
}

CASE(a_kill_after_the_signal_of_a_blocked_task_is_seen_too, exits(0).threads("1").out("1 8\n")) {
    second = spawn(TASK {
        void *event = nullptr;
        ready = 1;
        bool killed = wait(&event);
        print("%d %ld\n", killed, reinterpret_cast<long>(event));
        flag = 1;
    }, true);
    await(ready);
    yields(20);
    on_c([] {
        task_signal_event(second, word(8));
        rust_task_kill_other(second);
    });
    await(flag);
    drop(second);
}

CASE(of_two_signals_to_a_blocked_task_the_last_is_told_and_none_is_left, hangs().threads("1").out("2\n")) {
    second = spawn(TASK {
        void *event = nullptr;
        ready = 1;
        wait(&event);
        print("%ld\n", reinterpret_cast<long>(event));
        flag = 1;
        wait(&event);
        print("a second event\n");
    });
    await(ready);
    yields(20);
    on_c([] {
        task_signal_event(second, word(1));
        task_signal_event(second, word(2));
    });
    await(flag);
}

CASE(a_wait_inside_a_callback_is_not_ended_by_a_kill, exits(0).out("0 4\n1\n")) {
    second = spawn(TASK {
        on_c([] {
            on_rust([] {
                void *event = nullptr;
                ready = 1;
                bool killed = task_wait_event(rust_get_task(), &event);
                print("%d %ld\n", killed, reinterpret_cast<long>(event));
            });
            print("%d\n", rust_task_yield(rust_get_task(), nullptr));
        });
        flag = 1;
    }, true);
    await(ready);
    yields(20);
    on_c([] { rust_task_kill_other(second); });
    yields(20);
    CHECK(!flag);
    signal(second, word(4));
    await(flag);
    drop(second);
}

CASE(a_wait_inside_a_callback_of_the_killed_hangs, hangs().out("waiting\n")) {
    rust_task_kill_other(rust_get_task());
    on_c([] {
        on_rust([] {
            print("waiting\n");
            void *event = nullptr;
            task_wait_event(rust_get_task(), &event);
            print("woken\n");
        });
    });
}

CASE(becoming_killable_does_not_wake, hangs().threads("1").out("allowed\n")) {
    second = spawn(TASK {
        rust_task_inhibit_kill(rust_get_task());
        void *event = nullptr;
        ready = 1;
        wait(&event);
        print("woken\n");
    }, true);
    await(ready);
    yields(20);
    on_c([] {
        rust_task_kill_other(second);
        rust_task_allow_kill(second);
        rust_task_kill_other(second); // no-op: it is killed already
        print("allowed\n");
    });
}

CASE(made_killable_while_it_waits_it_learns_with_the_event, exits(0).out("1 6\n")) {
    second = spawn(TASK {
        rust_task_inhibit_kill(rust_get_task());
        void *event = nullptr;
        ready = 1;
        bool killed = wait(&event);
        print("%d %ld\n", killed, reinterpret_cast<long>(event));
        flag = 1;
    }, true);
    await(ready);
    yields(20);
    on_c([] {
        rust_task_kill_other(second);
        rust_task_allow_kill(second);
        task_signal_event(second, word(6));
    });
    await(flag);
    drop(second);
}

// The new core notes a wake of this kind and schedules it later: nothing else that the turn schedules may overtake it.
CASE(wakes_and_starts_of_one_turn_keep_their_order, exits(0).env("RUST_SEED", "42").threads("1").out("12n30n\n")) {
    constexpr int WAITERS = 4;
    static rust_task *waiters[WAITERS];
    for (rust_task *&waiter : waiters)
        waiter = spawn(TASK {
            void *event = nullptr;
            ready++;
            wait(&event);
            print("%ld", reinterpret_cast<long>(event));
            flag++;
        }, true);
    while (ready < WAITERS) yields(1);
    yields(20);
    for (int i = 0; i < WAITERS; i++) {
        signal(waiters[i], word(i));
        if (i % 2) spawn(TASK {
            print("n");
            flag++;
        });
    }
    while (flag < WAITERS + 2) yields(1);
    for (rust_task *waiter : waiters) drop(waiter);
    print("\n");
}

// In the middle of a conversation, where the new core would give the turn to the woken one at once.
CASE(a_start_in_a_conversation_keeps_its_place, exits(0).env("RUST_SEED", "42").threads("1").out("01a2b3456ab789a0b123a4b567a89b\n")) {
    first = rust_get_task();
    second = spawn(TASK {
        void *event = nullptr;
        ready = 1;
        for (int i = 0; i < 20; i++) {
            wait(&event);
            print("%ld", reinterpret_cast<long>(event));
            signal(first, nullptr);
        }
    }, true);
    await(ready);
    yields(20);
    for (int i = 0; i < 20; i++) {
        void *event;
        if (i % 4 == 2) spawn(TASK { print("a"); });
        signal(second, word(i % 10));
        if (i % 4 == 3) spawn(TASK { print("b"); });
        wait(&event);
    }
    yields(100);
    drop(second);
    print("\n");
}

// Two tasks that do nothing but wake each other have the thread for themselves; what comes from elsewhere gets its turn all the same.
CASE(a_conversation_keeps_nobody_from_running, exits(0).threads("1").out("told\n")) {
    first = rust_get_task();
    on_c([] { rust_task_ref(first); });
    static rust_task *talkers[2];
    static std::atomic<int> done;
    for (rust_task *&talker : talkers)
        talker = spawn(TASK {
            ready++;
            void *event;
            while (!flag) {
                wait(&event);
                signal(talkers[rust_get_task() == talkers[0]], nullptr);
            }
            done++;
        }, true);
    while (ready < 2) yields(1);
    yields(20);
    signal(talkers[0], nullptr);
    pthread_t thread;
    on_c([&] {
        pthread_create(&thread, nullptr, [](void *) -> void * {
            pause_ms(5);
            task_signal_event(first, nullptr);
            return nullptr;
        }, nullptr);
    });
    void *event;
    wait(&event);
    print("told\n");
    flag = 1;
    while (done < 2) {
        for (rust_task *talker : talkers) signal(talker, nullptr);
        yields(1);
    }
    on_c([&] { pthread_join(thread, nullptr); });
    for (rust_task *talker : talkers) drop(talker);
    drop(first);
}

// Timers on I/O tasks.
#include "io_case.h"

namespace {
std::atomic<int> over{0}, ready{0};
} // namespace

CASE(a_sleep_lasts_as_long_as_it_was_told, exits(0)) {
    own_loop own;
    for (uint32_t milliseconds : {0, 1, 20, 60}) {
        long before = now();
        sleep(own.io, milliseconds);
        // The loop's clock may have stood a little behind when the timer was started.
        CHECK(now() - before >= static_cast<long>(milliseconds) - 1);
    }
}

CASE(sleepers_do_not_hold_each_other_up, exits(0)) {
    own_loop own;
    long before = now();
    for (int i = 0; i < 500; i++) spawn([io = own.io, end = ending(over)] { sleep(io, 40); });
    await(over, 500);
    CHECK(now() - before < 500 * 40);
}

CASE(a_killed_sleeper_leaves_no_timer_behind, exits(0)) {
    own_loop own;
    bool succeeded = attempt([&] {
        spawn([end = ending(over), io = own.io] {
            ready++;
            sleep(io, 1000 * 1000);
        });
        await(ready);
        give_up("done with waiting");
    });
    CHECK(!succeeded);
    await(over);
}

CASE(a_sleep_on_a_loop_that_has_ended_fails,
     exits(101).err("the I/O task ended before the time had passed")) {
    io_task io = io_task::spawn();
    io.exit();
    sleep(io, 1);
}

CASE(a_delayed_send_does_not_wait, exits(0)) {
    auto [port, chan] = stream<int>();
    auto [other, to_other] = stream<int>();
    io_task io = io_task::global();
    delayed_send(io, 150, std::move(chan), 1);
    CHECK(!port.peek());
    long before = now();
    delayed_send(io, 150, std::move(to_other), 2);
    CHECK(port.recv() == 1);
    CHECK(other.recv() == 2);
    CHECK(now() - before >= 149);
    CHECK(!port.try_recv());
}

CASE(a_delayed_send_arrives_after_its_sender_has_ended, exits(0).out("7\n")) {
    auto [port, chan] = stream<int>();
    spawn([chan = std::move(chan)]() mutable { delayed_send(io_task::global(), 30, std::move(chan), 7); });
    spawn([port = std::move(port)]() mutable { print("%d\n", port.recv()); });
}

CASE(a_delayed_value_that_nobody_receives_is_dropped, exits(0)) {
    {
        auto [port, chan] = stream<ending>();
        delayed_send(io_task::global(), 10, std::move(chan), ending(over));
    }
    await(over);
}

CASE(a_delayed_value_is_dropped_when_its_group_fails, exits(0)) {
    CHECK(!attempt([] {
        auto [port, chan] = stream<ending>();
        delayed_send(io_task::global(), 1000 * 1000, std::move(chan), ending(over));
        give_up("too impatient");
    }));
    await(over);
}

CASE(a_receive_with_a_time_limit_gets_what_comes_in_time, exits(0)) {
    own_loop own;
    auto [port, chan] = stream<int>();
    spawn([chan = std::move(chan)]() mutable {
        for (int i = 0; i < 20; i++) yield();
        chan.send(5);
    });
    CHECK(recv_timeout(own.io, 1000 * 1000, port) == 5);
}

CASE(a_receive_with_a_time_limit_takes_what_is_there_already, exits(0)) {
    own_loop own;
    auto [port, chan] = stream<int>();
    for (int i = 0; i < 50; i++) {
        chan.send(i);
        CHECK(recv_timeout(own.io, 0, port) == i);
    }
}

CASE(a_receive_with_a_time_limit_gives_up_in_the_end_and_may_be_tried_again, exits(0)) {
    own_loop own;
    auto [port, chan] = stream<int>();
    long before = now();
    CHECK(!recv_timeout(own.io, 30, port));
    CHECK(now() - before >= 29);
    CHECK(!recv_timeout(own.io, 1, port));
    chan.send(6);
    CHECK(recv_timeout(own.io, 1, port) == 6);
}

CASE(a_receive_with_a_time_limit_fails_on_a_closed_port, exits(101).err("'connection closed'")) {
    own_loop own;
    auto [port, chan] = stream<int>();
    { auto gone = std::move(chan); }
    recv_timeout(own.io, 1000 * 1000, port);
}

CASE(values_and_time_limits_race, exits(0)) {
    own_loop own;
    auto [port, chan] = stream<int>();
    spawn([io = own.io, chan = std::move(chan)]() mutable {
        for (int i = 0; i < 100; i++) {
            sleep(io, i % 3);
            chan.send(i);
        }
    });
    for (int received = 0; received < 100;)
        if (auto value = recv_timeout(own.io, 1, port)) CHECK(*value == received++);
}

// Port sets: many ports received from as one; closed ones leave.
#include "pipe_case.h"

namespace {
std::atomic<int> over{0};
std::atomic<long> result{-2};
} // namespace

CASE(messages_of_all_ports_come_out, exits(0)) {
    port_set<counted> set;
    auto [port, chan] = stream<counted>();
    set.add(std::move(port));
    auto second = set.chan();
    CHECK(!set.peek());
    second.send(counted(2));
    CHECK(set.peek());
    CHECK(set.recv().number == 2);
    chan.send(counted(1));
    CHECK(set.recv().number == 1);
    CHECK(!set.peek());
}

CASE(the_first_ready_port_comes_first, exits(0)) {
    port_set<counted> set;
    auto a = set.chan(), b = set.chan(), c = set.chan();
    c.send(counted(3));
    b.send(counted(2));
    a.send(counted(1));
    a.send(counted(11));
    for (long expected : {1, 11, 2, 3}) CHECK(set.recv().number == expected);
}

CASE(the_last_port_takes_the_place_of_a_closed_one, exits(0)) {
    port_set<counted> set;
    auto a = set.chan(), b = set.chan(), c = set.chan();
    b.send(counted(2));
    c.send(counted(3));
    { auto gone = std::move(a); }
    CHECK(set.recv().number == 3);
    CHECK(set.recv().number == 2);
}

CASE(closed_ports_leave_and_the_last_one_ends_it, exits(0).err("task failed at 'connection closed'")) {
    port_set<counted> set;
    auto a = set.chan(), b = set.chan();
    a.send(counted(1));
    { auto gone = std::move(a); }
    { auto gone = std::move(b); }
    CHECK(set.recv().number == 1);
    CHECK(!set.try_recv());
    CHECK(!set.try_recv());
    CHECK(!set.peek());
    go([end = ending(over), set = std::move(set)]() mutable {
        set.recv();
        result = 0;
    });
    await(over);
    CHECK(result == -2);
}

CASE(an_emptied_set_takes_ports_again, exits(0)) {
    port_set<counted> set;
    CHECK(!set.try_recv());
    auto a = set.chan();
    a.send(counted(1));
    CHECK(set.recv().number == 1);
}

CASE(a_receiver_waits_for_any_of_them, exits(0)) {
    port_set<counted> set;
    auto a = set.chan();
    auto [port, b] = stream<counted>();
    rustcore_packet *last = port.packet();
    set.add(std::move(port));
    go([end = ending(over), set = std::move(set)]() mutable {
        result = set.recv().number;
        while (set.try_recv()) {
        }
    });
    await_blocked(last);
    a.send(counted(7));
    while (result != 7) harness::yield();
    { auto gone = std::move(a); }
    { auto gone = std::move(b); }
    await(over);
}

CASE(dropping_a_set_closes_its_ports_and_drops_what_is_unread, exits(0)) {
    std::optional<port_set<counted>> set(std::in_place);
    auto a = set->chan(), b = set->chan();
    for (long i = 0; i < 5; i++) {
        a.send(counted(i));
        b.send(counted(i));
    }
    set.reset();
    CHECK(counted::live == 0);
    CHECK(!a.try_send(counted(1)) && !b.try_send(counted(1)));
    CHECK(counted::live == 0);
}

CASE(a_killed_receiver_closes_all, exits(0).err("task failed at 'killed'")) {
    port_set<counted> set;
    auto a = set.chan();
    auto [port, b] = stream<counted>();
    rustcore_packet *last = port.packet();
    set.add(std::move(port));
    rust_task *task = go([end = ending(over), set = std::move(set)]() mutable { set.recv(); }, 0, true);
    await_blocked(last);
    kill(task);
    await(over);
    harness::drop(task);
    CHECK(!a.try_send(counted(1)) && !b.try_send(counted(1)));
}

CASE(many_senders_across_threads_lose_nothing_and_keep_their_order, exits(0)) {
    constexpr long senders = 8;
    long n = scaled(2000);
    port_set<std::pair<long, long>> set;
    for (long s = 0; s < senders; s++)
        go(
            [=, end = ending(over), chan = set.chan()]() mutable {
            for (long i = 0; i < n; i++) {
                chan.send({s, i});
                if (i % 64 == 0) harness::yield();
            }
            },
            s % 2 ? new_scheduler() : 0);
    long next[senders] = {}, received = 0;
    while (auto message = set.try_recv()) {
        CHECK(message->second == next[message->first]++);
        received++;
    }
    CHECK(received == senders * n);
    await(over, senders);
}

// One-shots: one value, then both ends are gone.
#include "pipe_case.h"

namespace {
std::atomic<int> over{0};
std::atomic<long> result{-2};
} // namespace

CASE(a_value_goes_over, exits(0)) {
    auto [port, chan] = oneshot<counted>();
    CHECK(!port.peek());
    chan.send(counted(7));
    CHECK(!chan && port.peek());
    CHECK(port.recv().number == 7);
    CHECK(!port && counted::live == 0);
}

CASE(one_buffer_holds_it_and_is_gone_with_both_ends, exits(0).threads("1")) {
    uintptr_t before = exchange_count();
    {
        auto [port, chan] = oneshot<counted>();
        CHECK(exchange_count() == before + 1);
        chan.send(counted(7));
        CHECK(exchange_count() == before + 1);
        port.recv();
        CHECK(exchange_count() == before);
    }
    CHECK(exchange_count() == before);
}

CASE(a_receiver_waits, exits(0)) {
    auto [port, chan] = oneshot<counted>();
    rustcore_packet *p = port.packet();
    go([end = ending(over), port = std::move(port)]() mutable { result = port.recv().number; });
    await_blocked(p);
    chan.send(counted(7));
    await(over);
    CHECK(result == 7);
}

CASE(recv_fails_and_try_recv_tells_when_the_chan_is_gone,
     exits(0).err("task failed at 'connection closed'")) {
    auto [port, chan] = oneshot<counted>();
    chan = rustcore::chan_one<counted>(nullptr);
    CHECK(!port.try_recv());
    CHECK(!port);
    go([end = ending(over)] {
        auto [port, chan] = oneshot<counted>();
        { auto gone = std::move(chan); }
        port.recv();
        result = 0;
    });
    await(over);
    CHECK(result == -2);
}

CASE(send_ignores_and_try_send_tells_that_the_port_is_gone, exits(0)) {
    {
        auto [port, chan] = oneshot<counted>();
        { auto gone = std::move(port); }
        chan.send(counted(7));
        CHECK(counted::live == 0);
    }
    auto [port, chan] = oneshot<counted>();
    { auto gone = std::move(port); }
    CHECK(!chan.try_send(counted(7)));
    CHECK(counted::live == 0);
    auto [open_port, open_chan] = oneshot<counted>();
    CHECK(open_chan.try_send(counted(8)));
    CHECK(open_port.recv().number == 8);
}

CASE(an_unread_value_is_dropped, exits(0)) {
    {
        auto [port, chan] = oneshot<counted>();
        chan.send(counted(7));
        CHECK(counted::live == 1);
    }
    CHECK(counted::live == 0);
}

CASE(both_ends_unused_in_either_order, exits(0)) {
    {
        auto [port, chan] = oneshot<counted>();
        { auto first = std::move(port); }
    }
    {
        auto [port, chan] = oneshot<counted>();
        { auto first = std::move(chan); }
    }
}

CASE(a_killed_receiver_is_learnt_by_the_sender, exits(0).err("task failed at 'killed'")) {
    auto [port, chan] = oneshot<counted>();
    rustcore_packet *p = port.packet();
    rust_task *task = go([end = ending(over), port = std::move(port)]() mutable { port.recv(); }, 0, true);
    await_blocked(p);
    kill(task);
    await(over);
    harness::drop(task);
    CHECK(!chan.try_send(counted(7)));
    CHECK(counted::live == 0);
}

CASE(empty_values_need_no_address, exits(0)) {
    static const type_desc empty = {0, 1, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};
    rustcore_port_one *port;
    rustcore_chan_one *chan;
    rustcore_oneshot(&empty, &port, &chan);
    rustcore_send_one(chan, nullptr);
    rustcore_recv_one(port, nullptr);
}

CASE(select_one_finds_the_one_that_is_ready_or_closed, exits(0)) {
    auto [a, to_a] = oneshot<counted>();
    auto [b, to_b] = oneshot<counted>();
    rustcore_port_one *ports[] = {a.get(), b.get()};
    to_b.send(counted(7));
    CHECK(rustcore_select_one(ports, 2) == 1);
    CHECK(b.recv().number == 7);
    { auto gone = std::move(to_a); }
    CHECK(rustcore_select_one(ports, 1) == 0);
    CHECK(!a.try_recv());
}

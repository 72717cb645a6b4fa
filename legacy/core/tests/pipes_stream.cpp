// Streams: unbounded, in order, one producer and one consumer.
#include "pipe_case.h"

namespace {
std::atomic<int> over{0};
std::atomic<long> result{-2};
} // namespace

CASE(messages_arrive_in_order_and_sends_never_wait, exits(0)) {
    auto [port, chan] = stream<counted>();
    for (long i = 0; i < 1000; i++) chan.send(counted(i));
    CHECK(counted::live == 1000);
    for (long i = 0; i < 1000; i++) CHECK(port.recv().number == i);
    CHECK(counted::live == 0);
}

CASE(each_message_is_one_block_of_the_exchange_heap, exits(0).threads("1")) {
    auto [port, chan] = stream<counted>();
    uintptr_t before = exchange_count();
    for (int i = 0; i < 10; i++) chan.send(counted(i));
    CHECK(exchange_count() == before + 10);
    for (int i = 0; i < 10; i++) port.recv();
    CHECK(exchange_count() == before);
}

CASE(messages_cross_threads_in_order, exits(0)) {
    auto [port, chan] = stream<counted>();
    long n = scaled(20000);
    go(
        [end = ending(over), n, chan = std::move(chan)]() mutable {
        for (long i = 0; i < n; i++) chan.send(counted(i));
        },
        new_scheduler());
    for (long i = 0; i < n; i++) CHECK(port.recv().number == i);
    CHECK(!port.try_recv());
    CHECK(counted::live == 0);
}

CASE(ping_pong_within_and_across_schedulers, exits(0)) {
    for (rust_sched_id where : {rust_sched_id(0), new_scheduler()}) {
        auto [there, to_there] = stream<counted>();
        auto [here, to_here] = stream<counted>();
        go(
            [there = std::move(there), to_here = std::move(to_here)]() mutable {
            while (auto message = there.try_recv()) to_here.send(std::move(*message));
            },
            where);
        for (long i = 0; i < scaled(3000); i++) {
            to_there.send(counted(i));
            CHECK(here.recv().number == i);
        }
    }
    while (counted::live) harness::yield();
}

CASE(peek_tells_whether_a_receive_would_find_a_value, exits(0)) {
    auto [port, chan] = stream<counted>();
    CHECK(!port.peek());
    chan.send(counted(1));
    CHECK(port.peek());
    port.recv();
    CHECK(!port.peek());
    { auto gone = std::move(chan); }
    CHECK(!port.peek());
}

// ---- the chan goes first

CASE(what_was_sent_before_the_chan_went_still_arrives, exits(0)) {
    auto [port, chan] = stream<counted>();
    for (long i = 0; i < 3; i++) chan.send(counted(i));
    { auto gone = std::move(chan); }
    for (long i = 0; i < 3; i++) CHECK(port.recv().number == i);
    CHECK(!port.try_recv());
}

CASE(recv_fails_when_the_chan_is_gone, exits(0).err("task failed at 'connection closed'")) {
    go([end = ending(over)] {
        auto [port, chan] = stream<counted>();
        { auto gone = std::move(chan); }
        port.recv();
        result = 0;
    });
    await(over);
    CHECK(result == -2);
}

CASE(a_waiting_receiver_learns_that_the_chan_goes, exits(0)) {
    auto [port, chan] = stream<counted>();
    rustcore_packet *p = port.packet();
    go([end = ending(over), port = std::move(port)]() mutable { result = port.try_recv() ? 1 : 0; });
    await_blocked(p);
    { auto gone = std::move(chan); }
    await(over);
    CHECK(result == 0);
}

CASE(an_exhausted_port_fails_at_its_next_use,
     exits(0).err("task failed at 'use of an end whose other end was found gone'")) {
    int cases = 0;
    auto fails = [&](auto use) {
        go([end = ending(over), use] {
            auto [port, chan] = stream<counted>();
            { auto gone = std::move(chan); }
            CHECK(!port.try_recv());
            use(port);
            result = 0;
        });
        await(over, ++cases);
        CHECK(result == -2);
    };
    fails([](port<counted> &port) { port.try_recv(); });
    fails([](port<counted> &port) { port.recv(); });
    fails([](port<counted> &port) { port.peek(); });
    fails([](port<counted> &port) { select(port); });
    fails([](port<counted> &port) {
        rustcore_port *only = port.get();
        rustcore_select(&only, 1);
    });
}

// ---- the port goes first

CASE(unread_messages_are_dropped_with_the_port, exits(0)) {
    auto [port, chan] = stream<counted>();
    for (long i = 0; i < 3; i++) chan.send(counted(i));
    { auto gone = std::move(port); }
    CHECK(counted::live == 0);
}

// As many as would overflow the stack if each dropped the next.
CASE(very_many_unread_messages_are_dropped_on_a_small_stack, exits(0)) {
    auto [port, chan] = stream<counted>();
    for (long i = 0; i < 100000; i++) chan.send(counted(i));
    { auto gone = std::move(port); }
    CHECK(counted::live == 0);
}

CASE(unread_messages_are_dropped_when_the_chan_went_before, exits(0)) {
    auto [port, chan] = stream<counted>();
    for (long i = 0; i < 3; i++) chan.send(counted(i));
    { auto gone = std::move(chan); }
    { auto gone = std::move(port); }
    CHECK(counted::live == 0);
}

CASE(send_ignores_a_closed_port_again_and_again, exits(0)) {
    auto [port, chan] = stream<counted>();
    { auto gone = std::move(port); }
    for (long i = 0; i < 3; i++) chan.send(counted(i));
    CHECK(counted::live == 0);
}

CASE(try_send_tells_and_the_next_use_fails,
     exits(0).err("task failed at 'use of an end whose other end was found gone'")) {
    int cases = 0;
    auto fails = [&](auto use) {
        go([end = ending(over), use] {
            auto [port, chan] = stream<counted>();
            CHECK(chan.try_send(counted(1)));
            { auto gone = std::move(port); }
            CHECK(!chan.try_send(counted(2)));
            use(chan);
            result = 0;
        });
        await(over, ++cases);
        CHECK(result == -2 && counted::live == 0);
    };
    fails([](chan<counted> &chan) { chan.send(counted(3)); });
    fails([](chan<counted> &chan) { chan.try_send(counted(3)); });
}

CASE(a_killed_receiver_is_learnt_by_the_sender, exits(0).err("task failed at 'killed'")) {
    auto [port, chan] = stream<counted>();
    chan.send(counted(1));
    rustcore_packet *p = port.packet();
    rust_task *task = go(
        [end = ending(over), port = std::move(port)]() mutable {
        result = port.recv().number;
        port.recv();
        },
        0, true);
    await(over, 0);
    while (result != 1) harness::yield();
    (void)p;
    kill(task);
    await(over);
    harness::drop(task);
    CHECK(!chan.try_send(counted(7)));
    CHECK(counted::live == 0);
}

CASE(a_failing_owner_closes_both_its_ends, exits(0)) {
    auto [in, to_in] = stream<counted>();
    auto [out, to_out] = stream<counted>();
    go([end = ending(over), in = std::move(in), to_out = std::move(to_out)]() mutable {
        to_out.send(counted(in.recv().number));
        harness::fail_quietly();
    });
    to_in.send(counted(7));
    CHECK(out.recv().number == 7);
    CHECK(!out.try_recv());
    await(over);
    CHECK(!to_in.try_send(counted(8)));
    CHECK(counted::live == 0);
}

// ---- messages that hold ends

CASE(ends_travel_in_messages, exits(0)) {
    auto [requests, to_server] = stream<chan_one<counted>>();
    go([end = ending(over), requests = std::move(requests)]() mutable {
        long number = 0;
        while (auto reply = requests.try_recv()) reply->send(counted(number++));
    });
    for (long i = 0; i < 100; i++) {
        auto [answer, to_me] = oneshot<counted>();
        to_server.send(std::move(to_me));
        CHECK(answer.recv().number == i);
    }
    { auto gone = std::move(to_server); }
    await(over);
}

CASE(an_unread_end_in_a_message_is_closed_with_it, exits(0)) {
    auto [inner, to_inner] = stream<counted>();
    auto [outer, to_outer] = stream<port<counted>>();
    to_inner.send(counted(1));
    to_outer.send(std::move(inner));
    { auto gone = std::move(outer); }
    CHECK(counted::live == 0);
    CHECK(!to_inner.try_send(counted(2)));
    CHECK(counted::live == 0);
}

CASE(a_port_that_is_sent_goes_on_where_it_was, exits(0)) {
    auto [numbers, to_numbers] = stream<counted>();
    auto [ports, to_ports] = stream<port<counted>>();
    to_numbers.send(counted(0));
    to_numbers.send(counted(1));
    CHECK(numbers.recv().number == 0);
    go(
        [end = ending(over), ports = std::move(ports)]() mutable {
        auto numbers = ports.recv();
        for (long i = 1; i < 50; i++) CHECK(numbers.recv().number == i);
        },
        new_scheduler());
    to_ports.send(std::move(numbers));
    for (long i = 2; i < 50; i++) to_numbers.send(counted(i));
    await(over);
}

CASE(values_that_point_into_themselves_are_moved_as_such, exits(0)) {
    auto [port, chan] = stream<std::string>();
    chan.send("short");
    chan.send(std::string(1000, 'x'));
    CHECK(port.recv() == "short");
    CHECK(port.recv() == std::string(1000, 'x'));
    chan.send("unread");
}

CASE(owners_of_blocks_are_moved_as_bytes, exits(0)) {
    auto [port, chan] = stream<std::unique_ptr<counted>>();
    chan.send(std::make_unique<counted>(1));
    chan.send(std::make_unique<counted>(2));
    CHECK(port.recv()->number == 1);
    CHECK(counted::live == 1);
    { auto gone = std::move(port); }
    CHECK(counted::live == 0);
}

CASE(an_end_that_was_given_away_fails,
     exits(0).err("task failed at 'use of a pipe's end that was given away'")) {
    go([end = ending(over)] {
        auto [port, chan] = stream<counted>();
        auto mine = std::move(chan);
        chan.send(counted(1));
        result = 0;
    });
    await(over);
    CHECK(result == -2 && counted::live == 0);
}

namespace {

template <size_t Align> struct wide {
    static inline std::atomic<long> live{0};
    alignas(Align) char bytes[Align];
    wide() {
        live++;
    }
    wide(wide &&) noexcept {
        live++;
    }
    ~wide() {
        CHECK(reinterpret_cast<uintptr_t>(this) % Align == 0);
        live--;
    }
};

template <size_t Align> void send_wide() {
    auto [port, chan] = stream<wide<Align>>();
    for (int i = 0; i < 3; i++) chan.send(wide<Align>());
    port.recv();
    { auto gone = std::move(port); }
    CHECK(wide<Align>::live == 0);
}

} // namespace

template <size_t Align> struct rustcore::moves_as_bytes<wide<Align>> : std::true_type {};

CASE(values_are_aligned_in_their_packet, exits(0)) {
    send_wide<1>();
    send_wide<16>();
    send_wide<64>();
}

// ---- glue that fails: what hangs behind the value still goes

CASE(unread_messages_behind_one_whose_glue_fails_are_dropped, exits(0).err("task failed at 'glue'")) {
    static std::atomic<long> dropped{0};
    static const type_desc failing = {8,
                                      8,
                                      nullptr,
                                      [](void *, void *, const type_desc **, void *value) {
        dropped++;
        if (*static_cast<long *>(value) == 1) rustcore_fail("glue", "test", 1);
                                      },
                                      nullptr,
                                      nullptr,
                                      nullptr,
                                      nullptr};
    go([end = ending(over)] {
        rustcore_port *port;
        rustcore_chan *chan;
        rustcore_stream(&failing, &port, &chan);
        for (long i = 0; i < 5; i++) rustcore_send(chan, &i);
        rustcore_chan_drop(chan);
        rustcore_port_drop(port);
        result = 0;
    });
    await(over);
    CHECK(dropped == 5 && result == -2);
}

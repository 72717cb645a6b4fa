// Select: which index, and what wakes it.
#include "pipe_case.h"

namespace {

std::atomic<int> over{0};
std::atomic<long> result{-2};

struct three {
    std::vector<port<counted>> ports;
    std::vector<chan<counted>> chans;
    rustcore_port *raw[3];
    three() {
        for (int i = 0; i < 3; i++) {
            auto [port, chan] = stream<counted>();
            raw[i] = port.get();
            ports.push_back(std::move(port));
            chans.push_back(std::move(chan));
        }
    }
    // A task that selects over all, once it is blocked on the last.
    rust_task *selector(rust_sched_id scheduler = 0) {
        rust_task *task =
            go([end = ending(over), this] { result = rustcore_select(raw, 3); }, scheduler, true);
        await_blocked(ports[2].packet());
        return task;
    }
};

} // namespace

CASE(the_lowest_index_that_is_ready_on_entry, exits(0)) {
    three pipes;
    pipes.chans[2].send(counted(2));
    pipes.chans[1].send(counted(1));
    CHECK(rustcore_select(pipes.raw, 3) == 1);
    CHECK(select(pipes.ports) == 1);
    pipes.ports[1].recv();
    CHECK(rustcore_select(pipes.raw, 3) == 2);
}

CASE(a_closed_port_is_ready, exits(0)) {
    three pipes;
    pipes.chans[2].send(counted(2));
    { auto gone = std::move(pipes.chans[0]); }
    CHECK(rustcore_select(pipes.raw, 3) == 0);
    CHECK(!pipes.ports[0].try_recv());
    CHECK(rustcore_select(pipes.raw + 1, 2) == 1);
}

CASE(a_send_wakes_it_with_its_index_and_leaves_the_others_unblocked, exits(0)) {
    three pipes;
    rust_task *task = pipes.selector();
    pipes.chans[1].send(counted(7));
    await(over);
    harness::drop(task);
    CHECK(result == 1);
    CHECK(!pipes.ports[0].peek() && pipes.ports[1].peek() && !pipes.ports[2].peek());
    CHECK(pipes.ports[1].recv().number == 7);
}

CASE(a_chan_that_goes_wakes_it, exits(0)) {
    three pipes;
    rust_task *task = pipes.selector();
    { auto gone = std::move(pipes.chans[2]); }
    await(over);
    harness::drop(task);
    CHECK(result == 2);
    CHECK(!pipes.ports[2].try_recv());
}

CASE(of_several_sends_that_woke_it_the_last_one_counts, exits(0).threads("1")) {
    three pipes;
    rust_task *task = pipes.selector();
    pipes.chans[0].send(counted(0));
    pipes.chans[2].send(counted(2));
    pipes.chans[1].send(counted(1));
    await(over);
    harness::drop(task);
    CHECK(result == 1);
    // What the others sent is still there.
    CHECK(pipes.ports[0].recv().number == 0 && pipes.ports[2].recv().number == 2);
    CHECK(pipes.ports[1].recv().number == 1);
}

CASE(select_does_not_receive, exits(0)) {
    three pipes;
    pipes.chans[0].send(counted(7));
    for (int i = 0; i < 3; i++) CHECK(rustcore_select(pipes.raw, 3) == 0);
    CHECK(pipes.ports[0].recv().number == 7);
}

CASE(ports_of_any_kind_and_type_mix, exits(0)) {
    auto [numbers, to_numbers] = stream<long>();
    auto [texts, to_texts] = stream<std::string>();
    auto [once, to_once] = oneshot<counted>();
    to_texts.send("text");
    CHECK(select(numbers, texts, once) == 1);
    CHECK(texts.recv() == "text");
    rustcore_packet *p = once.packet();
    go([&, end = ending(over)] { result = select(numbers, texts, once); });
    await_blocked(p);
    to_once.send(counted(7));
    await(over);
    CHECK(result == 2);
    CHECK(once.recv().number == 7);
}

CASE(select_over_nothing_fails, exits(0).err("task failed at 'select over nothing'")) {
    std::atomic<int> others{0};
    go([end = ending(over)] { rustcore_select(nullptr, 0); });
    go([end = ending(over)] { rustcore_select_one(nullptr, 0); });
    go([end = ending(over)] { rustcore_select_packets(nullptr, 0); });
    await(over, 3);
}

CASE(a_port_twice_fails, exits(0).err("task failed at 'blocking on already blocked packet'")) {
    go([end = ending(over)] {
        three pipes;
        rustcore_port *twice[] = {pipes.raw[0], pipes.raw[1], pipes.raw[0]};
        rustcore_select(twice, 3);
        result = 0;
    });
    await(over);
    CHECK(result == -2);
}

// ---- kills

CASE(a_killed_select_drops_its_references_with_its_ports, exits(0).err("task failed at 'killed'")) {
    std::vector<port<counted>> ports;
    std::vector<chan<counted>> chans;
    for (int i = 0; i < 3; i++) {
        auto [port, chan] = stream<counted>();
        ports.push_back(std::move(port));
        chans.push_back(std::move(chan));
    }
    rustcore_packet *last = ports[2].packet();
    rust_task *task = go([end = ending(over), ports = std::move(ports)] { select(ports); }, 0, true);
    await_blocked(last);
    kill(task);
    await(over);
    harness::drop(task);
    for (auto &chan : chans) CHECK(!chan.try_send(counted(1)));
    CHECK(counted::live == 0);
}

// ---- stale events

CASE(events_of_others_are_ignored, exits(0)) {
    three pipes;
    rust_task *task = pipes.selector();
    int elsewhere;
    for (int i = 0; i < 100; i++) {
        harness::signal(task, &elsewhere);
        harness::yield();
    }
    CHECK(result == -2);
    pipes.chans[1].send(counted(7));
    await(over);
    harness::drop(task);
    CHECK(result == 1);
}

// A task keeps the last event only.
CASE(a_late_signal_over_that_of_a_send_does_not_lose_the_send, exits(0).threads("1")) {
    three pipes;
    rust_task *task = pipes.selector();
    int elsewhere;
    pipes.chans[2].send(counted(2));
    pipes.chans[1].send(counted(1));
    harness::signal(task, &elsewhere);
    await(over);
    harness::drop(task);
    CHECK(result == 1);
}

// The late signal of an earlier packet at the same address.
CASE(an_event_of_a_packet_that_is_not_ready_is_ignored, exits(0)) {
    three pipes;
    rust_task *task = pipes.selector();
    for (int i = 0; i < 100; i++) {
        harness::signal(task, pipes.ports[0].packet());
        harness::yield();
    }
    CHECK(result == -2);
    pipes.chans[2].send(counted(7));
    await(over);
    harness::drop(task);
    CHECK(result == 2);
}

CASE(an_event_from_before_is_dropped, exits(0)) {
    three pipes;
    std::atomic<int> ready{0}, signalled{0};
    rust_task *task = go(
        [&, end = ending(over)] {
        ready = 1;
        harness::await(signalled);
        result = rustcore_select(pipes.raw, 3);
        },
        0, true);
    harness::await(ready);
    harness::signal(task, pipes.ports[1].packet());
    signalled = 1;
    await_blocked(pipes.ports[2].packet());
    pipes.chans[0].send(counted(7));
    await(over);
    harness::drop(task);
    CHECK(result == 0);
}

// The second sender's signal comes while the selector waits for something else: two senders wake one select,
// the selector then waits for a third pipe.
CASE(late_signals_of_an_earlier_select_do_no_harm, exits(0)) {
    long n = scaled(2000);
    rust_sched_id left = new_scheduler(), right = new_scheduler();
    auto [a, to_a] = stream<counted>();
    auto [b, to_b] = stream<counted>();
    auto [go_left, start_left] = stream<long>();
    auto [go_right, start_right] = stream<long>();
    auto sender = [n](auto start, auto to) {
        return [end = ending(over), n, start = std::move(start), to = std::move(to)]() mutable {
            for (long i = 0; i < n; i++) to.send(counted(start.recv()));
        };
    };
    go(sender(std::move(go_left), std::move(to_a)), left);
    go(sender(std::move(go_right), std::move(to_b)), right);
    for (long i = 0; i < n; i++) {
        start_left.send(i);
        start_right.send(i);
        port<counted> *both[] = {&a, &b};
        size_t first = select(a, b);
        CHECK(both[first]->recv().number == i);
        CHECK(both[1 - first]->recv().number ==
              i); // may be woken by the first one's signal, or by its own before it sent
    }
    await(over, 2);
    CHECK(counted::live == 0);
}

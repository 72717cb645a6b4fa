// The packet: each operation on each old state (legacy-runtime.md section 11), and who frees. Whatever is not
// freed at exit aborts the case.
#include "pipe_case.h"

namespace {

using state = rustcore_packet_state;

// A task that waits for the packet, until it is blocked. What it got goes to result.
rust_task *blocked_receiver(rustcore_packet *p, std::atomic<long> &result, std::atomic<int> &over) {
    rust_task *task = go([end = ending(over), p, &result] { result = receive(p); }, 0, true);
    await_blocked(p);
    return task;
}

std::atomic<long> result{-2};
std::atomic<int> over{0};

} // namespace

// ---- send

CASE(send_on_empty_makes_it_full, exits(0)) {
    rustcore_packet *p = new_packet();
    CHECK(is(p, state::empty));
    CHECK(send(p, 7));
    CHECK(is(p, state::full) && counted::live == 1);
    CHECK(receive(p) == 7 && counted::live == 0);
}

CASE(send_on_blocked_wakes_the_receiver, exits(0)) {
    rustcore_packet *p = new_packet();
    rust_task *task = blocked_receiver(p, result, over);
    CHECK(send(p, 7));
    await(over);
    harness::drop(task);
    CHECK(result == 7 && counted::live == 0);
}

CASE(send_on_terminated_tells_and_the_value_dies_with_the_packet, exits(0).threads("1")) {
    uintptr_t before = exchange_count();
    rustcore_packet *p = new_packet();
    rustcore_packet_receiver_terminate(p);
    CHECK(exchange_count() == before + 1);
    CHECK(!send(p, 7));
    CHECK(counted::live == 0 && exchange_count() == before);
}

CASE(send_on_full_fails_and_the_first_value_stays, exits(0).err("task failed at 'duplicate send'")) {
    rustcore_packet *p = new_packet();
    send(p, 7);
    go([end = ending(over), p] { send(p, 8); });
    await(over);
    CHECK(counted::live == 1);
    CHECK(receive(p) == 7);
}

// ---- receive

CASE(receive_from_terminated_gets_nothing, exits(0).threads("1")) {
    uintptr_t before = exchange_count();
    rustcore_packet *p = new_packet();
    rustcore_packet_sender_terminate(p);
    CHECK(receive(p) == -1);
    CHECK(exchange_count() == before);
}

CASE(receive_from_empty_waits_for_the_sender_to_go, exits(0)) {
    rustcore_packet *p = new_packet();
    rust_task *task = blocked_receiver(p, result, over);
    rustcore_packet_sender_terminate(p);
    await(over);
    harness::drop(task);
    CHECK(result == -1);
}

CASE(receive_from_blocked_fails_and_the_first_receiver_is_not_disturbed,
     exits(0).err("task failed at 'blocking on already blocked packet'")) {
    rustcore_packet *p = new_packet();
    rust_task *first = blocked_receiver(p, result, over);
    std::atomic<int> second{0};
    go([end = ending(second), p] { receive(p); });
    await(second);
    CHECK(is(p, state::blocked) && result == -2);
    CHECK(send(p, 7));
    await(over);
    harness::drop(first);
    CHECK(result == 7);
}

CASE(receive_drops_an_event_from_before, exits(0)) {
    rustcore_packet *p = new_packet();
    std::atomic<int> ready{0}, signalled{0};
    rust_task *task = go(
        [&, end = ending(over), p] {
        ready = 1;
        harness::await(signalled);
        result = receive(p);
        },
        0, true);
    harness::await(ready);
    harness::signal(task, &ready);
    signalled = 1;
    await_blocked(p);
    // It waits: a spinning receiver would leave no turn to this task on one thread.
    for (int i = 0; i < 100; i++) harness::yield();
    CHECK(result == -2);
    CHECK(send(p, 7));
    await(over);
    harness::drop(task);
    CHECK(result == 7);
}

// ---- kills

CASE(a_killed_receive_fails_terminates_the_packet_and_the_sender_learns,
     exits(0).err("task failed at 'killed'")) {
    rustcore_packet *p = new_packet();
    rust_task *task = blocked_receiver(p, result, over);
    kill(task);
    await(over);
    harness::drop(task);
    CHECK(is(p, state::terminated) && result == -2);
    CHECK(!send(p, 7));
    CHECK(counted::live == 0);
}

CASE(a_killed_receive_leaves_nothing_to_a_sender_that_goes, exits(0)) {
    rustcore_packet *p = new_packet();
    rust_task *task = blocked_receiver(p, result, over);
    kill(task);
    await(over);
    harness::drop(task);
    rustcore_packet_sender_terminate(p);
}

CASE(a_task_killed_before_it_receives_fails_only_if_it_would_wait, exits(0).err("task failed at 'killed'")) {
    rustcore_packet *full = new_packet(), *empty = new_packet();
    send(full, 7);
    std::atomic<int> killed{0};
    rust_task *task = go(
        [&, end = ending(over), full, empty] {
        harness::await(killed);
        result = receive(full);
        receive(empty);
        result = -3;
        },
        0, true);
    kill(task);
    killed = 1;
    await(over);
    harness::drop(task);
    CHECK(result == 7);
    CHECK(!send(empty, 8));
}

CASE(an_unkillable_receive_waits_for_its_value, exits(0)) {
    rustcore_packet *p = new_packet();
    rust_task *task = go(
        [end = ending(over), p] {
        rust_task_inhibit_kill(rust_get_task());
        result = receive(p);
        rust_task_allow_kill(rust_get_task());
        },
        0, true);
    await_blocked(p);
    kill(task);
    for (int i = 0; i < 100; i++) harness::yield();
    CHECK(result == -2);
    CHECK(send(p, 7));
    await(over);
    harness::drop(task);
    CHECK(result == 7);
}

// ---- the sender goes

CASE(sender_goes_on_empty, exits(0)) {
    rustcore_packet *p = new_packet();
    rustcore_packet_sender_terminate(p);
    CHECK(is(p, state::terminated));
    rustcore_packet_receiver_terminate(p);
}

CASE(sender_goes_on_terminated_and_frees, exits(0).threads("1")) {
    uintptr_t before = exchange_count();
    rustcore_packet *p = new_packet();
    rustcore_packet_receiver_terminate(p);
    CHECK(exchange_count() == before + 1);
    rustcore_packet_sender_terminate(p);
    CHECK(exchange_count() == before);
}

CASE(sender_goes_on_full_fails, exits(0).err("task failed at 'sender dropped after it sent'")) {
    rustcore_packet *p = new_packet();
    send(p, 7);
    go([end = ending(over), p] { rustcore_packet_sender_terminate(p); });
    await(over);
    CHECK(receive(p) == -1);
    CHECK(counted::live == 0);
}

// ---- the receiver goes

CASE(receiver_goes_on_empty, exits(0)) {
    rustcore_packet *p = new_packet();
    rustcore_packet_receiver_terminate(p);
    CHECK(is(p, state::terminated));
    rustcore_packet_sender_terminate(p);
}

CASE(receiver_goes_on_full_and_frees_the_value, exits(0).threads("1")) {
    uintptr_t before = exchange_count();
    rustcore_packet *p = new_packet();
    send(p, 7);
    rustcore_packet_receiver_terminate(p);
    CHECK(counted::live == 0 && exchange_count() == before);
}

CASE(receiver_goes_on_terminated_and_frees, exits(0).threads("1")) {
    uintptr_t before = exchange_count();
    rustcore_packet *p = new_packet();
    rustcore_packet_sender_terminate(p);
    rustcore_packet_receiver_terminate(p);
    CHECK(exchange_count() == before);
}

// A select that was interrupted leaves its packets blocked; the reference must go, or the runtime never ends.
CASE(receiver_goes_on_blocked_and_drops_its_reference, exits(0).err("task failed at 'killed'")) {
    rustcore_packet *p = new_packet();
    rust_task *task = go(
        [end = ending(over), p] {
        struct guard {
            rustcore_packet *p;
            ~guard() {
                CHECK(is(p, state::blocked));
                rustcore_packet_receiver_terminate(p);
                CHECK(is(p, state::terminated));
            }
        } receiver{p};
        rustcore_select_packets(&p, 1);
        },
        0, true);
    await_blocked(p);
    kill(task);
    await(over);
    harness::drop(task);
    CHECK(!send(p, 7));
    CHECK(counted::live == 0);
}

// ---- peek

CASE(peek_tells_full_from_empty_and_terminated, exits(0)) {
    rustcore_packet *p = new_packet();
    CHECK(!rustcore_packet_peek(p));
    send(p, 7);
    CHECK(rustcore_packet_peek(p) && rustcore_packet_peek(p));
    CHECK(receive(p) == 7);
    rustcore_packet *closed = new_packet();
    rustcore_packet_sender_terminate(closed);
    CHECK(!rustcore_packet_peek(closed));
    rustcore_packet_receiver_terminate(closed);
}

CASE(peek_on_blocked_fails, exits(0).err("task failed at 'peeking on blocked packet'")) {
    rustcore_packet *p = new_packet();
    rust_task *task = blocked_receiver(p, result, over);
    std::atomic<int> second{0};
    go([end = ending(second), p] { rustcore_packet_peek(p); });
    await(second);
    CHECK(send(p, 7));
    await(over);
    harness::drop(task);
    CHECK(result == 7);
}

// ---- stale events

CASE(a_receive_woken_by_a_stale_event_spins_until_the_sender_acts, exits(0)) {
    rustcore_packet *p = new_packet();
    rust_task *task = go([end = ending(over), p] { result = receive(p); }, new_scheduler(), true);
    await_blocked(p);
    int elsewhere;
    harness::signal(task, &elsewhere);
    for (int i = 0; i < 100; i++) harness::yield();
    CHECK(result == -2);
    CHECK(send(p, 7));
    await(over);
    harness::drop(task);
    CHECK(result == 7);
}

// Oddity 5: the sender cannot act, for it is on the same thread.
CASE(a_stale_event_hangs_a_receiver_on_the_thread_of_its_sender, hangs().threads("1")) {
    rustcore_packet *p = new_packet();
    rust_task *task = blocked_receiver(p, result, over);
    int elsewhere;
    harness::signal(task, &elsewhere);
    for (int i = 0; i < 1000; i++) harness::yield();
    send(p, 7);
    await(over);
    harness::drop(task);
}

namespace {

struct receives_at_its_end {
    rustcore_packet *p;
    ~receives_at_its_end() {
        result = receive(p);
    }
};

// Killed, and failing because of it, with an empty packet to receive from in a destructor.
rust_task *failing_receiver(rustcore_packet *p, rust_sched_id scheduler) {
    std::atomic<int> ready{0};
    rust_task *task = go(
        [end = ending(over), &ready, p] {
        receives_at_its_end last{p};
        ready = 1;
        while (!harness::yield()) {
        }
        harness::fail_quietly();
        },
        scheduler, true);
    harness::await(ready);
    kill(task);
    return task;
}

} // namespace

CASE(a_receive_in_a_killed_failing_task_spins_until_the_sender_acts, exits(0).no_err("killed")) {
    rustcore_packet *p = new_packet();
    rust_task *task = failing_receiver(p, new_scheduler());
    await_blocked(p);
    for (int i = 0; i < 100; i++) harness::yield();
    CHECK(result == -2 && over == 0);
    CHECK(send(p, 7));
    await(over);
    harness::drop(task);
    CHECK(result == 7);
}

CASE(a_receive_in_a_killed_failing_task_hangs_the_thread_of_its_sender, hangs().threads("1")) {
    rustcore_packet *p = new_packet();
    rust_task *task = failing_receiver(p, 0);
    for (int i = 0; i < 1000; i++) harness::yield();
    send(p, 7);
    await(over);
    harness::drop(task);
}

CASE(a_receive_in_a_failing_task_that_was_not_killed_waits, exits(0)) {
    rustcore_packet *p = new_packet();
    rust_task *task = go(
        [end = ending(over), p] {
        receives_at_its_end last{p};
        harness::fail_quietly();
        },
        0, true);
    await_blocked(p);
    CHECK(send(p, 7));
    await(over);
    harness::drop(task);
    CHECK(result == 7);
}

// ---- races: the sender's step meets the receiver's at every moment

namespace {

constexpr auto races = 4000;

// Both sides of n packets, each side in a task of its own thread; i tells what to do with a packet.
template <class Sender, class Receiver> void race(Sender sender, Receiver receiver) {
    long n = scaled(races);
    auto packets = std::make_unique<rustcore_packet *[]>(n);
    for (long i = 0; i < n; i++) packets[i] = new_packet();
    std::atomic<int> at_start{0};
    auto together = [&at_start] {
        at_start++;
        await(at_start, 2);
    };
    go(
        [&, end = ending(over)] {
        together();
        for (long i = 0; i < n; i++) sender(packets[i], i);
        },
        new_scheduler());
    go(
        [&, end = ending(over)] {
        together();
        for (long i = 0; i < n; i++) receiver(packets[i], i);
        },
        new_scheduler());
    await(over, 2);
    CHECK(counted::live == 0);
}

} // namespace

CASE(race_of_send_and_receive, exits(0)) {
    race([](rustcore_packet *p, long i) { CHECK(send(p, i)); },
         [](rustcore_packet *p, long i) { CHECK(receive(p) == i); });
}

CASE(race_of_going_senders_and_receive, exits(0)) {
    race([](rustcore_packet *p, long) { rustcore_packet_sender_terminate(p); },
         [](rustcore_packet *p, long) { CHECK(receive(p) == -1); });
}

CASE(race_of_send_and_going_receivers, exits(0)) {
    race([](rustcore_packet *p, long i) { send(p, i); },
         [](rustcore_packet *p, long) { rustcore_packet_receiver_terminate(p); });
}

CASE(race_of_going_senders_and_going_receivers, exits(0)) {
    race([](rustcore_packet *p, long) { rustcore_packet_sender_terminate(p); },
         [](rustcore_packet *p, long) { rustcore_packet_receiver_terminate(p); });
}

CASE(race_of_everything, exits(0)) {
    race(
        [](rustcore_packet *p, long i) {
        if (i % 3) send(p, i);
        else rustcore_packet_sender_terminate(p);
        },
        [](rustcore_packet *p, long i) {
        if (i % 5 == 0) return rustcore_packet_receiver_terminate(p);
        if (i % 2) rustcore_select_packets(&p, 1);
        rustcore_packet_peek(p);
        CHECK(receive(p) == (i % 3 ? i : -1));
    });
}

CASE(race_of_send_and_kill, exits(0).err("task failed at 'killed'")) {
    std::atomic<int> refused{0}, got{0};
    long n = scaled(1000);
    for (long i = 0; i < n; i++) {
        rustcore_packet *p = new_packet();
        std::atomic<int> here{0};
        rust_task *task = go([&, end = ending(here), p] { got += receive(p) >= 0; }, 0, true);
        if (i % 3) await_blocked(p);
        if (i % 2) kill(task);
        refused += !send(p, i);
        kill(task);
        await(here);
        harness::drop(task);
    }
    CHECK(counted::live == 0);
    CHECK(got + refused <= n); // a value may die in a packet whose receiver failed after it was sent
}

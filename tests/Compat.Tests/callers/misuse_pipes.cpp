// Pipes where callers are unusual: every failure with the text and place that are part of its message, values whose glue fails, and
// what is leaked. In the C API alone. As misuse.h says; also on mixtures of backends.
#include "core_case.h"
#include <cstring>

namespace harness {

// A main task that fails without dropping its ends: their blocks are told at exit.
static outcome leaks(int blocks) {
    return blocks == 1 ? aborts("exchange heap not empty on on exit: 1 dangling allocations\n")
                       : aborts("exchange heap not empty on on exit: 2 dangling allocations\n");
}

} // namespace harness

using namespace harness;

namespace {

std::atomic<int> flag, dropped;

type_desc word = {8, 8, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};
type_desc counted = {8,       8,       nullptr, [](void *, void *, const type_desc **, void *) { dropped++; },
                     nullptr, nullptr, nullptr, nullptr};
// The glue of a negative value fails.
type_desc touchy = {8, 8, nullptr, [](void *, void *, const type_desc **, void *value) {
                        dropped++;
                        if (*static_cast<long *>(value) < 0) rustcore_fail("glue", "misuse", 1);
                    },
                    nullptr, nullptr, nullptr, nullptr};
type_desc nothing = {0, 1, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};
type_desc wide = {64, 64, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};

struct ends {
    rustcore_port *port;
    rustcore_chan *chan;
    explicit ends(type_desc *type) {
        rustcore_stream(type, &port, &chan);
    }
    void send(long value) {
        rustcore_send(chan, &value);
    }
    long receive() {
        long value = 0;
        rustcore_recv(port, &value);
        return value;
    }
};

uintptr_t blocks() {
    return __atomic_load_n(rust_get_exchange_count_ptr(), __ATOMIC_SEQ_CST);
}

// Until somebody waits for the packet: the first word is its state (legacy-runtime.md section 11).
void await_blocked(rustcore_packet *packet) {
    constexpr uintptr_t blocked = 2;
    while (__atomic_load_n(reinterpret_cast<uintptr_t *>(packet), __ATOMIC_SEQ_CST) != blocked) yield();
}

rustcore_packet *shared;

// A task that waits in the packet until it gets a value.
void receive_elsewhere() {
    shared = rustcore_packet_new(&word);
    spawn(TASK {
        long value;
        rustcore_packet_try_recv(shared, &value);
    });
    await_blocked(shared);
}

} // namespace

// ---- the words of every failure

CASE(a_closed_one_shot, exits(101).err("task failed at 'connection closed', core/src/pipes/one_shot.cpp:37\n")) {
    rustcore_port_one *port;
    rustcore_chan_one *chan;
    rustcore_oneshot(&word, &port, &chan);
    rustcore_chan_one_drop(chan);
    long value;
    rustcore_recv_one(port, &value);
}

CASE(a_closed_stream, leaks(1).err("task failed at 'connection closed', core/src/pipes/stream.cpp:52\n")) {
    ends e(&word);
    rustcore_chan_drop(e.chan);
    e.receive();
}

CASE(a_port_that_found_the_other_end_gone,
     leaks(1).err("task failed at 'use of an end whose other end was found gone', core/src/pipes/stream.cpp:25\n")) {
    ends e(&word);
    rustcore_chan_drop(e.chan);
    long value;
    CHECK(!rustcore_try_recv(e.port, &value));
    rustcore_peek(e.port);
}

CASE(a_packet_of_a_used_up_port,
     leaks(1).err("task failed at 'use of an end whose other end was found gone', core/src/pipes/stream.cpp:25\n")) {
    ends e(&word);
    rustcore_chan_drop(e.chan);
    long value;
    CHECK(!rustcore_try_recv(e.port, &value));
    rustcore_port_packet(e.port);
}

CASE(a_chan_that_found_the_other_end_gone,
     leaks(1).err("task failed at 'use of an end whose other end was found gone', core/src/pipes/stream.cpp:17\n").out("1\n")) {
    ends e(&counted);
    rustcore_port_drop(e.port);
    long value = 1;
    CHECK(!rustcore_try_send(e.chan, &value));
    print("%d\n", dropped.load());
    rustcore_send(e.chan, &value);
}

CASE(a_set_without_ports, leaks(1).err("task failed at 'connection closed', core/src/pipes/port_set.cpp:34\n")) {
    long value;
    rustcore_port_set_recv(rustcore_port_set_new(&word), &value);
}

CASE(a_set_whose_ports_are_closed, leaks(1).err("task failed at 'connection closed', core/src/pipes/port_set.cpp:34\n")) {
    rustcore_port_set *set = rustcore_port_set_new(&word);
    for (int i = 0; i < 9; i++) rustcore_chan_drop(rustcore_port_set_chan(set));
    long value;
    CHECK(!rustcore_port_set_try_recv(set, &value));
    CHECK(!rustcore_port_set_peek(set));
    rustcore_port_set_recv(set, &value);
}

CASE(a_second_send, leaks(1).err("task failed at 'duplicate send', core/src/pipes/packet.cpp:112\n")) {
    rustcore_packet *p = rustcore_packet_new(&word);
    long value = 1;
    CHECK(rustcore_packet_send(p, &value));
    rustcore_packet_send(p, &value);
}

CASE(a_sender_that_goes_after_it_sent,
     leaks(1).err("task failed at 'sender dropped after it sent', core/src/pipes/packet.cpp:139\n")) {
    rustcore_packet *p = rustcore_packet_new(&word);
    long value = 1;
    CHECK(rustcore_packet_send(p, &value));
    rustcore_packet_sender_terminate(p);
}

CASE(a_second_receiver, leaks(1).err("task failed at 'blocking on already blocked packet', core/src/pipes/packet.cpp:58\n")) {
    receive_elsewhere();
    long value;
    rustcore_packet_try_recv(shared, &value);
}

CASE(a_look_into_a_blocked_packet, leaks(1).err("task failed at 'peeking on blocked packet', core/src/pipes/packet.cpp:153\n")) {
    receive_elsewhere();
    rustcore_packet_peek(shared);
}

CASE(a_select_over_a_blocked_packet,
     hangs().err("task failed at 'blocking on already blocked packet', core/src/pipes/packet.cpp:58\n")) {
    receive_elsewhere();
    rustcore_packet *both[] = {rustcore_packet_new(&word), shared};
    rustcore_select_packets(both, 2);
}

CASE(a_select_over_nothing, exits(101).err("task failed at 'select over nothing', core/src/pipes/select.h:33\n")) {
    rustcore_select(nullptr, 0);
}

CASE(a_select_over_a_used_up_port,
     hangs().err("task failed at 'use of an end whose other end was found gone', core/src/pipes/stream.cpp:25\n")) {
    ends open(&word), closed(&word);
    rustcore_chan_drop(closed.chan);
    long value;
    CHECK(!rustcore_try_recv(closed.port, &value));
    rustcore_port *both[] = {open.port, closed.port};
    rustcore_select(both, 2);
}

CASE(a_killed_receiver, exits(0).err("task failed at 'killed', core/src/pipes/wait.h:13\n").out("told\n")) {
    static ends *e;
    e = new ends(&word);
    rustcore_packet *first = rustcore_port_packet(e->port);
    rust_task *receiver = spawn(TASK { e->receive(); }, true);
    await_blocked(first);
    on_c([=] { rust_task_kill_other(receiver); });
    long value = 1;
    while (rustcore_try_send(e->chan, &value)) yield();
    print("told\n");
    rustcore_chan_drop(e->chan);
    rustcore_port_drop(e->port);
    delete e;
    drop(receiver);
}

CASE(a_killed_select, exits(0).err("task failed at 'killed', core/src/pipes/wait.h:13\n")) {
    static ends *e;
    e = new ends(&word);
    rust_task *selecting = spawn(
        TASK {
            struct at_the_end {
                ~at_the_end() {
                    rustcore_port_drop(e->port);
                    flag = 2;
                }
            } dropping;
            rustcore_select(&e->port, 1);
        },
        true);
    await_blocked(rustcore_port_packet(e->port));
    on_c([=] { rust_task_kill_other(selecting); });
    while (flag != 2) yield();
    rustcore_chan_drop(e->chan);
    delete e;
    drop(selecting);
}

CASE(a_receive_in_an_atomic_section, aborts("atomic")) {
    static ends e(&word);
    rustcore_atomically([](void *) { e.receive(); }, nullptr);
}

// ---- glue that fails

CASE(a_refused_value_is_let_go_of_while_the_task_unwinds, leaks(1).err("'duplicate send', core/src/pipes/packet.cpp:112\n").out("0\n1\n")) {
    struct last {
        ~last() {
            print("%d\n", dropped.load());
        }
    } told;
    rustcore_packet *p = rustcore_packet_new(&counted);
    long value = 1;
    rustcore_packet_send(p, &value);
    print("%d\n", dropped.load());
    rustcore_packet_send(p, &value);
}

CASE(glue_of_a_refused_value_that_fails_too, aborts("'duplicate send', core/src/pipes/packet.cpp:112\n").err("task failed at 'glue', misuse:1\n").err("terminate called after throwing an instance of 'rust_task*'\n")) {
    rustcore_packet *p = rustcore_packet_new(&touchy);
    long value = -1;
    rustcore_packet_send(p, &value);
    rustcore_packet_send(p, &value);
}

CASE(one_failing_glue_among_unread_messages, exits(101).err("task failed at 'glue', misuse:1\n").out("5\n")) {
    struct last {
        ~last() {
            print("%d\n", dropped.load());
        }
    } told;
    ends e(&touchy);
    for (long value : {1L, -2L, 3L, 4L, 5L}) e.send(value);
    rustcore_chan_drop(e.chan);
    rustcore_port_drop(e.port);
}

CASE(two_failing_glues_among_unread_messages, aborts("terminate called after throwing an instance of 'rust_task*'\n").err("task failed at 'glue', misuse:1\n")) {
    ends e(&touchy);
    for (long value : {1L, -2L, 3L, -4L, 5L}) e.send(value);
    rustcore_chan_drop(e.chan);
    rustcore_port_drop(e.port);
}

CASE(failing_glue_in_a_set_of_ports, exits(101).err("task failed at 'glue', misuse:1\n").out("3\n")) {
    struct last {
        ~last() {
            print("%d\n", dropped.load());
        }
    } told;
    rustcore_port_set *set = rustcore_port_set_new(&touchy);
    for (long value : {-1L, 2L, 3L}) {
        rustcore_chan *chan = rustcore_port_set_chan(set);
        rustcore_send(chan, &value);
        rustcore_chan_drop(chan);
    }
    rustcore_port_set_drop(set);
}

CASE(glue_of_a_value_that_nobody_receives_fails_in_the_send, leaks(2).err("task failed at 'glue', misuse:1\n")) {
    ends e(&touchy);
    rustcore_port_drop(e.port);
    e.send(-1);
}

CASE(a_poisoned_shared_chan_lets_go_of_the_value, exits(0).out("1\n2\n").err("poisoned exclusive")) {
    static rustcore_shared_chan *chan;
    ends e(&counted);
    rustcore_port_drop(e.port);
    chan = rustcore_shared_chan_new(e.chan);
    long value = 1;
    CHECK(!rustcore_shared_chan_try_send(chan, &value));
    print("%d\n", dropped.load());
    for (int task = 0; task < 2; task++) {
        flag = 0;
        spawn(TASK {
            struct last {
                ~last() {
                    flag = 1;
                }
            } told;
            long value = 1;
            rustcore_shared_chan_send(chan, &value);
        });
        await(flag);
    }
    CHECK(dropped == 3);
    print("2\n");
    rustcore_shared_chan_drop(chan);
}

// ---- memory

CASE(what_is_alive_is_counted_block_by_block, exits(0).threads("1")) {
    uintptr_t before = blocks();
    ends e(&word);
    CHECK(blocks() == before + 3);
    for (int i = 0; i < 5; i++) e.send(i);
    CHECK(blocks() == before + 8);
    rustcore_shared_chan *chan = rustcore_shared_chan_new(e.chan), *more = rustcore_shared_chan_clone(chan);
    CHECK(blocks() == before + 11);
    rustcore_shared_chan_drop(more);
    rustcore_shared_chan_drop(chan);
    CHECK(blocks() == before + 7);
    rustcore_port_drop(e.port);
    CHECK(blocks() == before);
    rustcore_port_set *set = rustcore_port_set_new(&word);
    CHECK(blocks() == before + 1);
    rustcore_port_set_drop(set);
}

CASE(a_leaked_end_aborts_at_exit, aborts("exchange")) {
    ends e(&word);
    rustcore_port_drop(e.port);
}

CASE(values_of_no_size_need_no_address, exits(0)) {
    ends e(&nothing);
    rustcore_send(e.chan, nullptr);
    rustcore_recv(e.port, nullptr);
    rustcore_chan_drop(e.chan);
    CHECK(!rustcore_try_recv(e.port, nullptr));
    rustcore_port_drop(e.port);
}

CASE(values_keep_a_wide_alignment, exits(0)) {
    ends e(&wide);
    alignas(64) char value[64], got[64];
    memset(value, 7, sizeof value);
    for (int i = 0; i < 20; i++) {
        CHECK(reinterpret_cast<uintptr_t>(rustcore_port_packet(e.port)) % 64 == 0);
        rustcore_send(e.chan, value);
        rustcore_recv(e.port, got);
        CHECK(!memcmp(value, got, sizeof value));
    }
    rustcore_chan_drop(e.chan);
    rustcore_port_drop(e.port);
}

// ---- many

CASE(a_hundred_thousand_unread_messages_go_without_a_deep_stack, exits(0).out("100000\n")) {
    ends e(&counted);
    for (long i = 0; i < 100000; i++) e.send(i);
    rustcore_chan_drop(e.chan);
    rustcore_port_drop(e.port);
    print("%d\n", dropped.load());
}

// I/O of the library half where callers are unusual: the words of every error, peers that are no Rust program, glue and callbacks that fail, tasks that
// are killed in the middle, loops told to exit from odd places. What a case leaves behind
// aborts it at its end. As misuse.h says; also on mixtures of backends.
#include "io_case.h"

namespace {

std::atomic<int> over, ready, step;

void is(tcp_status status, const char *name, const char *message) {
    CHECK(!status && !strcmp(status.error.name, name) && !strcmp(status.error.message, message));
}

// A peer beyond the runtime: blocking calls on a thread that does nothing else.
struct raw_peer {
    int fd = -1;
    explicit raw_peer(int listener) {
        harness::on_c([&] { fd = accept(listener, nullptr, nullptr); });
        CHECK(fd >= 0);
    }
    ~raw_peer() {
        if (fd >= 0) close(fd);
    }
    void send(const char *text) {
        CHECK(write(fd, text, strlen(text)) == static_cast<ssize_t>(strlen(text)));
    }
    std::string receive(size_t most) {
        std::string text(most, 0);
        ssize_t got = ::read(fd, text.data(), most);
        CHECK(got >= 0);
        return text.substr(0, got);
    }
};

// Listens with the system's own calls, so that what connects is accepted when the case says so.
struct raw_listener {
    int fd = -1;
    ip address = free_address();
    raw_listener() {
        rustcore_ip raw = *address.get();
        fd = socket(AF_INET, SOCK_STREAM, 0);
        int on = 1;
        setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        CHECK(fd >= 0 && !bind(fd, &raw.address, sizeof raw.v4) && !listen(fd, 8));
    }
    ~raw_listener() {
        close(fd);
    }
};

tcp_socket connected(const io_task &io, const ip &address) {
    auto socket = tcp_socket::connect(io, address);
    CHECK(socket);
    return std::move(*socket);
}

} // namespace

// ---- the words of errors

CASE(the_words_of_a_refused_connection, exits(0)) {
    own_loop own;
    for (int i = 0; i < 3; i++) is(tcp_socket::connect(own.io, free_address()).status(), "ECONNREFUSED", "connection refused");
    is(tcp_socket::connect(own.io, free_address("::1")).status(), "ECONNREFUSED", "connection refused");
}

CASE(the_words_of_addresses_that_cannot_be_listened_on, exits(0)) {
    own_loop own;
    raw_listener taken;
    auto nobody = [](auto &&...) { CHECK(!"called"); };
    is(tcp_listen(own.io, taken.address, 8, nobody, nobody), "EADDRINUSE", "address already in use");
    is(tcp_listen(own.io, *ip::parse("192.0.2.1", 4242), 8, nobody, nobody), "EADDRNOTAVAIL", "address not available");
    is(tcp_listen(own.io, taken.address, 8, nobody, nobody), "EADDRINUSE", "address already in use");
}

CASE(the_words_of_a_loop_that_has_ended, exits(0)) {
    raw_listener listener;
    io_task io = io_task::spawn();
    tcp_socket socket = connected(io, listener.address);
    CHECK(ask(io, [](uv_loop_t *) { return 1; }) == 1);
    { tcp_socket gone = std::move(socket); } // it has to be closed before
    io.exit();
    is(tcp_socket::connect(io, listener.address).status(), "ECANCELED", "the I/O task has ended");
    is(resolve(io, "127.0.0.1").status(), "ECANCELED", "the I/O task has ended");
    auto nobody = [](auto &&...) { CHECK(!"called"); };
    is(tcp_listen(io, free_address(), 8, nobody, nobody), "ECANCELED", "the I/O task has ended");
}

CASE(the_words_of_reads, exits(0)) {
    own_loop own;
    raw_listener listener;
    tcp_socket socket = connected(own.io, listener.address);
    raw_peer peer(listener.fd);
    is(socket.read(1).status(), "TIMEOUT", "nothing arrived in time");
    {
        auto arrivals = socket.read_start();
        CHECK(arrivals);
        is(socket.read_start().status(), "EALREADY", "the socket is being read");
        is(socket.read(1).status(), "EALREADY", "the socket is being read");
        CHECK(socket.read_stop());
        CHECK(socket.read_stop());
        CHECK(!arrivals->try_recv());
    }
    close(peer.fd);
    peer.fd = -1;
    is(socket.read().status(), "EOF", "end of file");
    is(socket.read().status(), "EOF", "end of file");
}

CASE(the_words_of_a_peer_that_resets, exits(0)) {
    own_loop own;
    raw_listener listener;
    tcp_socket socket = connected(own.io, listener.address);
    {
        raw_peer peer(listener.fd);
        linger at_once = {1, 0};
        CHECK(!setsockopt(peer.fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once));
    }
    is(socket.read().status(), "ECONNRESET", "connection reset by peer");
}

// ---- peers

CASE(a_half_closed_peer_still_reads, exits(0)) {
    own_loop own;
    raw_listener listener;
    tcp_socket socket = connected(own.io, listener.address);
    raw_peer peer(listener.fd);
    peer.send("last");
    CHECK(!shutdown(peer.fd, SHUT_WR));
    CHECK(*socket.read() == "last");
    CHECK(socket.read().status().is("EOF"));
    CHECK(socket.write("answer"));
    CHECK(peer.receive(6) == "answer");
}

CASE(a_peer_that_sends_byte_by_byte, exits(0)) {
    own_loop own;
    raw_listener listener;
    tcp_socket socket = connected(own.io, listener.address);
    raw_peer peer(listener.fd);
    std::string all;
    for (int i = 0; i < 200; i++) {
        const char text[] = {static_cast<char>('a' + i % 26), 0};
        peer.send(text);
        all += text;
    }
    std::string got;
    while (got.size() < all.size()) got += *socket.read();
    CHECK(got == all);
}

CASE(a_write_larger_than_every_buffer_waits_for_its_reader, exits(0)) {
    own_loop own;
    raw_listener listener;
    tcp_socket socket = connected(own.io, listener.address);
    raw_peer peer(listener.fd);
    std::string large(32 << 20, 'x');
    auto [written, tell] = oneshot<bool>();
    spawn([&, tell = std::move(tell)]() mutable { tell.send(bool(socket.write(large))); });
    for (int i = 0; i < 200; i++) yield();
    CHECK(!written.peek());
    size_t got = 0;
    std::string room(1 << 20, 0);
    while (got < large.size()) {
        ssize_t some = ::read(peer.fd, room.data(), room.size());
        CHECK(some > 0);
        got += some;
    }
    CHECK(written.recv());
}

CASE(two_loops_talk_to_each_other, exits(0)) {
    own_loop a, b;
    raw_listener relay;
    tcp_socket left = connected(a.io, relay.address);
    raw_peer left_end(relay.fd);
    tcp_socket right = connected(b.io, relay.address);
    raw_peer right_end(relay.fd);
    for (int i = 0; i < 50; i++) {
        CHECK(left.write("ping"));
        right_end.send(left_end.receive(4).c_str());
        CHECK(*right.read() == "ping");
        sleep(i % 2 ? a.io : b.io, 0);
        auto [port, chan] = stream<int>();
        CHECK(!recv_timeout(a.io, 0, port));
    }
}

// ---- killed in the middle

CASE(killed_in_every_wait_a_task_leaves_nothing_behind, exits(0)) {
    own_loop own;
    raw_listener listener;
    for (int way = 0; way < 6; way++) {
        ready = 0;
        CHECK(!attempt([&] {
            spawn([&, way, end = ending(over)] {
                auto [never, kept] = stream<int>();
                tcp_socket quiet = connected(own.io, listener.address);
                ready = 1;
                switch (way) {
                case 0: sleep(own.io, 4000000000u); break;
                case 1: recv_timeout(own.io, 4000000000u, never); break;
                case 2: quiet.read(); break;
                case 3: quiet.read(4000000000u); break;
                case 4: quiet.read_start()->recv(); break;
                case 5: quiet.write(std::string(64 << 20, 'x')); break;
                }
                CHECK(!"was killed");
            });
            await(ready);
            for (int i = 0; i < 50; i++) harness::yield();
            give_up("killed");
        }));
        await(over, way + 1);
    }
}

CASE(a_socket_whose_reader_was_killed_in_the_middle_cannot_be_read, exits(101).err("task failed at 'peeking on blocked packet', core/src/pipes/packet.cpp:153")) {
    own_loop own;
    raw_listener listener;
    tcp_socket lent = connected(own.io, listener.address);
    raw_peer peer(listener.fd);
    CHECK(!attempt([&] {
        spawn([&, end = ending(over)] { lent.read(); });
        sleep(own.io, 100); // it reads by then
        give_up("killed");
    }));
    await(over);
    lent.read();
}

CASE(a_group_fails_while_its_loop_lives, exits(0)) {
    // A loop does not hear of kills; it ends when it is told to.
    io_task *io = nullptr;
    CHECK(!attempt([&] {
        io = new io_task(io_task::spawn());
        give_up("group");
    }));
    CHECK(ask(*io, [](uv_loop_t *) { return 3; }) == 3);
    io->exit();
    delete io;
}

CASE(a_task_is_killed_with_a_delayed_send_on_its_way, exits(0)) {
    own_loop own;
    for (int i = 0; i < 20; i++) {
        auto [port, chan] = stream<ending>();
        CHECK(!attempt([&, chan = &chan] {
            delayed_send(own.io, 1 + rand() % 3, std::move(*chan), ending(over));
            for (int j = rand() % 20; j > 0; j--) harness::yield();
            give_up("group");
        }));
        port.try_recv();
    }
    await(over, 20);
}

// ---- glue and callbacks that fail

CASE(a_failure_of_a_connection_callback_aborts, aborts("'on the loop', case:1")) {
    own_loop own;
    ip address = free_address();
    spawn([&] {
        tcp_listen(own.io, address, 8, [&](tcp_kill) { ready = 1; }, [](tcp_connection, const tcp_kill &) { give_up("on the loop"); });
    });
    await(ready);
    tcp_socket::connect(own.io, address);
    spin();
}

CASE(an_environment_whose_drop_fails_on_the_loop, exits(134).err("'drop', case:1")) {
    io_task io = io_task::spawn();
    rustcore_iotask_interact(io.get(), [](void *, void *) {}, nullptr, [](void *) { give_up("drop"); });
    spin();
}

CASE(an_environment_whose_drop_fails_where_the_loop_is_gone, exits(134).err("'drop', case:1").err("terminate called after throwing an instance of 'rust_task*'")) {
    io_task io = io_task::spawn();
    io.exit();
    rustcore_iotask_interact(io.get(), [](void *, void *) {}, nullptr, [](void *) { give_up("drop"); });
}

CASE(a_delayed_value_whose_glue_fails, exits(134).err("'glue', case:1").err("terminate called after throwing an instance of 'rust_task*'")) {
    static const type_desc touchy = {8, 8, nullptr, [](void *, void *, const type_desc **, void *) { give_up("glue"); }, nullptr, nullptr, nullptr, nullptr};
    rustcore_port *port;
    rustcore_chan *chan;
    rustcore_stream(&touchy, &port, &chan);
    long value = 1;
    io_task io = io_task::spawn();
    io.exit();
    rustcore_timer_delayed_send(io.get(), 1, chan, &touchy, &value);
    spin();
}

// ---- exits

CASE(exit_from_the_loop_itself_and_twice, exits(0)) {
    io_task io = io_task::spawn();
    io.interact([io](uv_loop_t *) {
        step++;
        io.exit();
        io.exit();
        io.interact([](uv_loop_t *) { CHECK(!"after exit"); });
    });
    io.exit();
    await(step);
}

CASE(a_loop_with_a_callers_own_handle_that_stays_open, aborts("task failed at 'an I/O task was told to exit while handles were open on its loop', core/src/io/io_task.cpp:95")) {
    static char storage[512];
    io_task io = io_task::spawn();
    ask(io, [](uv_loop_t *loop) {
        harness::on_c([&] { rust_uv_timer_init(loop, reinterpret_cast<uv_timer_t *>(storage)); });
        return 1;
    });
    io.exit();
    spin();
}

CASE(a_callers_own_handle_beside_ours, exits(0).out("fired\n")) {
    alignas(16) static char storage[512];
    own_loop own;
    own.io.interact([](uv_loop_t *loop) {
        harness::on_c([&] {
            auto *timer = reinterpret_cast<uv_timer_t *>(storage);
            rust_uv_timer_init(loop, timer);
            rust_uv_timer_start(timer, [](uv_timer_t *timer, int) {
                print("fired\n");
                rust_uv_close(reinterpret_cast<uv_handle_t *>(timer), [](uv_handle_t *) { step = 1; });
            }, 5, 0);
        });
    });
    sleep(own.io, 1);
    await(step);
}

CASE(a_sleep_on_ones_own_loop_waits_for_ever, hangs()) {
    io_task io = io_task::spawn();
    io.interact([io](uv_loop_t *) { sleep(io, 1); });
    spin();
}

CASE(weak_tasks_and_the_global_loop_end_together, exits(0)) {
    for (int i = 0; i < 5; i++)
        spawn([] {
            weaken([](shutdown_port &shutdown) {
                sleep(io_task::global(), 1);
                step++;
                shutdown.wait();
                CHECK(shutdown.requested());
            });
        });
    await(step, 5);
}

// TCP on I/O tasks.
#include "io_case.h"
#include <algorithm>

namespace {

std::atomic<int> over{0}, ready{0};

// A server that runs serve(socket) for each connection, until it is dropped; which waits for those to be
// over.
class server {
public:
    template <class F> server(const io_task &io, const ip &address, F serve) : address_(address) {
        auto [up, tell_up] = oneshot<tcp_kill>();
        auto [down, tell_down] = oneshot<bool>();
        spawn([this, io, address, serve, up = std::move(tell_up), down = std::move(tell_down)]() mutable {
            auto status = tcp_listen(
                io, address, 128, [&](tcp_kill kill) { up.send(std::move(kill)); },
                [this, serve](tcp_connection connection, const tcp_kill &) {
                begun_++;
                spawn([end = ending(ended_), serve, connection = std::move(connection)]() mutable {
                    auto socket = connection.accept();
                    CHECK(socket);
                    serve(*socket);
                });
                });
            down.send(bool(status));
        });
        kill_.emplace(up.recv());
        down_.emplace(std::move(down));
    }
    ~server() {
        kill_->send({nullptr, nullptr});
        CHECK(down_->recv());
        await(ended_, begun_);
    }
    const ip &address() const {
        return address_;
    }

private:
    ip address_;
    std::atomic<int> begun_{0}, ended_{0};
    std::optional<tcp_kill> kill_;
    std::optional<port_one<bool>> down_;
};

void echo(tcp_socket &socket) {
    while (auto bytes = socket.read())
        if (!socket.write(*bytes)) return;
}

tcp_socket connected(const io_task &io, const ip &address) {
    auto socket = tcp_socket::connect(io, address);
    CHECK(socket);
    return std::move(*socket);
}

// So many bytes, or what came before the end.
std::string read_all(tcp_socket &socket, size_t size) {
    std::string all;
    while (all.size() < size) {
        auto some = socket.read();
        if (!some) break;
        all += *some;
    }
    return all;
}

std::string pattern(size_t size) {
    std::string text(size, 0);
    for (size_t i = 0; i < size; i++) text[i] = static_cast<char>('a' + i * 7 % 26);
    return text;
}

} // namespace

CASE(bytes_come_back_from_an_echo_server_in_both_families, exits(0)) {
    own_loop own;
    for (const char *text : localhost) {
        server echoes(own.io, free_address(text), echo);
        tcp_socket socket = connected(own.io, echoes.address());
        for (const char *message : {"one", "two", "a longer one"}) {
            CHECK(socket.write(message));
            CHECK(read_all(socket, strlen(message)) == message);
        }
    }
}

CASE(both_sides_know_their_peer, exits(0)) {
    own_loop own;
    for (const char *text : localhost) {
        auto [port, chan] = stream<bool>();
        shared_chan<bool> right(std::move(chan));
        server greets(own.io, free_address(text), [right, text](tcp_socket &socket) {
            right.send(socket.peer().text() == text && socket.peer().port() != 0);
        });
        tcp_socket socket = connected(own.io, greets.address());
        CHECK(socket.peer().text() == text && socket.peer().port() == greets.address().port());
        CHECK(port.recv());
    }
}

CASE(megabytes_pass_in_order_while_the_reader_is_slow, exits(0)) {
    own_loop own;
    std::string sent = pattern(3 * 1000 * 1000 + 17);
    server source(own.io, free_address(), [&](tcp_socket &socket) { CHECK(socket.write(sent)); });
    tcp_socket socket = connected(own.io, source.address());
    std::string got;
    while (auto some = socket.read()) {
        got += *some;
        for (int i = 0; i < 3; i++) yield();
    }
    CHECK(got == sent);
}

CASE(an_empty_write_ends_well, exits(0)) {
    own_loop own;
    server echoes(own.io, free_address(), echo);
    tcp_socket socket = connected(own.io, echoes.address());
    CHECK(socket.write(""));
    CHECK(socket.write("x"));
    CHECK(read_all(socket, 1) == "x");
}

CASE(many_connections_at_once, exits(0)) {
    own_loop own;
    server echoes(own.io, free_address(), echo);
    constexpr int many = 60;
    auto [port, chan] = stream<bool>();
    shared_chan<bool> results(std::move(chan));
    for (int i = 0; i < many; i++)
        spawn([io = own.io, address = echoes.address(), results, i] {
            tcp_socket socket = connected(io, address);
            std::string message = pattern(1000 + i);
            bool right = true;
            for (int round = 0; round < 5; round++)
                right = right && socket.write(message) && read_all(socket, message.size()) == message;
            results.send(right);
        });
    for (int i = 0; i < many; i++) CHECK(port.recv());
}

CASE(the_global_loop_serves_as_well, exits(0)) {
    server echoes(io_task::global(), free_address(), echo);
    tcp_socket socket = connected(io_task::global(), echoes.address());
    CHECK(socket.write("global"));
    CHECK(read_all(socket, 6) == "global");
}

// ---- errors

CASE(a_refused_connection_says_so, exits(0)) {
    own_loop own;
    for (const char *text : localhost) {
        auto socket = tcp_socket::connect(own.io, free_address(text));
        CHECK(!socket);
        CHECK(socket.status().is("ECONNREFUSED"));
        CHECK(socket.status().error.message && *socket.status().error.message);
    }
}

CASE(an_address_in_use_cannot_be_listened_on, exits(0)) {
    own_loop own;
    server first(own.io, free_address(), echo);
    auto status = tcp_listen(
        own.io, first.address(), 8, [](const tcp_kill &) { CHECK(!"established"); },
        [](tcp_connection, const tcp_kill &) {});
    CHECK(!status && status.is("EADDRINUSE"));
}

CASE(a_loop_that_has_ended_has_no_sockets, exits(0)) {
    io_task io = io_task::spawn();
    io.exit();
    auto socket = tcp_socket::connect(io, free_address());
    CHECK(!socket && socket.status().is("ECANCELED"));
    auto status = tcp_listen(
        io, free_address(), 8, [](const tcp_kill &) {}, [](tcp_connection, const tcp_kill &) {});
    CHECK(!status && status.is("ECANCELED"));
    CHECK(!resolve(io, "localhost"));
}

CASE(the_end_of_the_peer_is_an_error_of_every_read, exits(0)) {
    own_loop own;
    server closes(own.io, free_address(), [](tcp_socket &socket) { CHECK(socket.write("last words")); });
    tcp_socket socket = connected(own.io, closes.address());
    CHECK(read_all(socket, 10) == "last words");
    for (int i = 0; i < 3; i++) {
        auto bytes = socket.read();
        CHECK(!bytes && bytes.status().is("EOF"));
    }
}

CASE(writing_to_a_peer_that_has_gone_ends_in_an_error, exits(0)) {
    own_loop own;
    server closes(own.io, free_address(), [](tcp_socket &) {});
    tcp_socket socket = connected(own.io, closes.address());
    CHECK(!socket.read());
    tcp_status status = {};
    while (status) status = socket.write("is anybody there?");
    CHECK(status.is("EPIPE") || status.is("ECONNRESET"));
}

CASE(a_read_may_have_a_time_limit, exits(0)) {
    own_loop own;
    server waits(own.io, free_address(), [](tcp_socket &socket) {
        CHECK(socket.read());
        CHECK(socket.write("at last"));
    });
    tcp_socket socket = connected(own.io, waits.address());
    for (int i = 0; i < 2; i++) {
        auto bytes = socket.read(10);
        CHECK(!bytes && bytes.status().is("TIMEOUT"));
    }
    CHECK(socket.write("now"));
    auto bytes = socket.read(1000 * 1000);
    CHECK(bytes && *bytes == "at last");
}

// ---- reading

CASE(reads_lose_nothing_between_them, exits(0)) {
    own_loop own;
    server drips(own.io, free_address(), [](tcp_socket &socket) {
        for (int i = 0; i < 300; i++) CHECK(socket.write(std::to_string(i) + ";"));
    });
    tcp_socket socket = connected(own.io, drips.address());
    std::string expected, got;
    for (int i = 0; i < 300; i++) expected += std::to_string(i) + ";";
    while (got.size() < expected.size()) {
        auto some = socket.read(1);
        if (some) got += *some;
        else CHECK(some.status().is("TIMEOUT"));
    }
    CHECK(got == expected);
}

CASE(arrivals_come_by_a_port_until_reading_stops, exits(0)) {
    own_loop own;
    server echoes(own.io, free_address(), echo);
    tcp_socket socket = connected(own.io, echoes.address());
    for (int round = 0; round < 2; round++) {
        auto arrivals = socket.read_start();
        CHECK(arrivals);
        CHECK(socket.write("through a port"));
        std::string got;
        while (got.size() < 14) got += arrivals->recv().bytes();
        CHECK(got == "through a port");
        CHECK(socket.read_stop());
        CHECK(!arrivals->try_recv());
    }
    CHECK(socket.write("and by reads"));
    CHECK(read_all(socket, 12) == "and by reads");
}

CASE(the_port_of_arrivals_tells_the_end_too, exits(0)) {
    own_loop own;
    server closes(own.io, free_address(), [](tcp_socket &) {});
    tcp_socket socket = connected(own.io, closes.address());
    auto arrivals = socket.read_start();
    CHECK(arrivals && arrivals->recv().status().is("EOF"));
    CHECK(socket.read_stop());
}

CASE(a_socket_is_read_by_one_at_a_time, exits(0)) {
    own_loop own;
    server echoes(own.io, free_address(), echo);
    tcp_socket socket = connected(own.io, echoes.address());
    auto arrivals = socket.read_start();
    CHECK(arrivals);
    CHECK(socket.read_start().status().is("EALREADY"));
    CHECK(socket.read().status().is("EALREADY"));
    CHECK(socket.read_stop());
    CHECK(socket.write("free again"));
    CHECK(read_all(socket, 10) == "free again");
}

CASE(a_port_of_arrivals_may_be_dropped_early, exits(0)) {
    own_loop own;
    server echoes(own.io, free_address(), echo);
    tcp_socket socket = connected(own.io, echoes.address());
    { auto arrivals = socket.read_start(); }
    CHECK(socket.write("for nobody"));
    sleep(own.io, 20);
    CHECK(socket.read_stop());
    CHECK(socket.write("heard"));
    CHECK(read_all(socket, 5).size() > 0);
}

// ---- listeners

CASE(a_listener_ends_as_its_kill_message_says, exits(0)) {
    own_loop own;
    auto ended_by = [&](rustcore_tcp_error why) {
        return tcp_listen(
            own.io, free_address(), 8, [why](const tcp_kill &kill) { kill.send(why); },
            [](tcp_connection, const tcp_kill &) {});
    };
    CHECK(ended_by({nullptr, nullptr}));
    auto status = ended_by({"EREASON", "for a reason"});
    CHECK(!status && status.is("EREASON") && !strcmp(status.error.message, "for a reason"));
}

CASE(a_connection_can_end_its_listener, exits(0)) {
    own_loop own;
    ip address = free_address();
    auto status = tcp_listen(
        own.io, address, 8,
        [&](const tcp_kill &) {
        spawn([io = own.io, address, end = ending(over)] { CHECK(!connected(io, address).read()); });
        },
        [](tcp_connection, const tcp_kill &kill) {
        kill.send({"EFULL", "one is enough"});
    });
    CHECK(status.is("EFULL"));
    await(over);
}

CASE(a_refused_connection_is_closed, exits(0)) {
    own_loop own;
    ip address = free_address();
    auto [port, chan] = oneshot<tcp_status>();
    tcp_listen(
        own.io, address, 8,
        [&](tcp_kill kill) {
        spawn([io = own.io, address, kill = std::move(kill), chan = std::move(chan)]() mutable {
            chan.send(connected(io, address).read().status());
            kill.send({nullptr, nullptr});
        });
        },
        [](tcp_connection, const tcp_kill &) {});
    tcp_status status = port.recv();
    CHECK(status.is("EOF") || status.is("ECONNRESET"));
}

CASE(sockets_outlive_their_listener, exits(0)) {
    own_loop own;
    auto [port, chan] = stream<tcp_socket>();
    shared_chan<tcp_socket> accepted(std::move(chan));
    std::optional<tcp_socket> ours;
    {
        server short_lived(own.io, free_address(),
                           [accepted](tcp_socket &socket) { accepted.send(std::move(socket)); });
        ours.emplace(connected(own.io, short_lived.address()));
    }
    tcp_socket theirs = port.recv();
    CHECK(ours->write("still there"));
    CHECK(read_all(theirs, 11) == "still there");
}

CASE(an_address_is_free_again_when_its_listener_has_ended, exits(0)) {
    own_loop own;
    ip address = free_address();
    for (int i = 0; i < 5; i++) {
        server echoes(own.io, address, echo);
        tcp_socket socket = connected(own.io, address);
        CHECK(socket.write("x") && read_all(socket, 1) == "x");
    }
}

CASE(a_killed_listener_is_closed_before_its_environment_goes, exits(0)) {
    own_loop own;
    ip address = free_address();
    for (int i = 0; i < 10; i++) {
        std::atomic<int> up{0};
        CHECK(!attempt([&] {
            spawn([&, end = ending(over)] {
                std::string environment = pattern(55); // goes with the stack that is unwound
                tcp_listen(
                    own.io, address, 8, [&](const tcp_kill &) { up += environment.size() > 0; },
                    [&](tcp_connection, const tcp_kill &) { CHECK(environment == pattern(55)); });
            });
            await(up);
            CHECK(tcp_socket::connect(own.io, address));
            give_up("enough");
        }));
        await(over, i + 1);
    }
}

CASE(a_listener_whose_establishing_fails_is_closed, exits(0)) {
    own_loop own;
    ip address = free_address();
    CHECK(!attempt([&] {
        auto up = [end = ending(over)](const tcp_kill &) { give_up("no use for it"); };
        tcp_listen(own.io, address, 8, std::move(up), [](tcp_connection, const tcp_kill &) {});
    }));
    await(over);
    CHECK(tcp_socket::connect(own.io, address).status().is("ECONNREFUSED"));
}

CASE(a_failing_task_closes_its_socket, exits(0)) {
    own_loop own;
    server holds(own.io, free_address(), [](tcp_socket &socket) {
        auto bytes = socket.read();
        CHECK(!bytes && bytes.status().is("EOF"));
        over++;
    });
    CHECK(!attempt([&] {
        spawn([&] {
            tcp_socket socket = connected(own.io, holds.address());
            ready++;
            socket.read();
        });
        await(ready);
        give_up("waited enough");
    }));
    await(over);
}

CASE(killed_while_connecting_or_writing_a_task_leaves_nothing_open, exits(0)) {
    own_loop own;
    std::string large = pattern(8 * 1000 * 1000);
    server deaf(own.io, free_address(), [&](tcp_socket &) {
        ready++;
        while (over < 22) sleep(own.io, 1);
    });
    CHECK(!attempt([&] {
        spawn([&, end = ending(over)] {
            std::string of_the_task = large;
            connected(own.io, deaf.address()).write(of_the_task);
            CHECK(!"written to a peer that does not read");
        });
        await(ready);
        for (int i = 0; i < 20; i++)
            spawn([&, end = ending(over)] { tcp_socket::connect(own.io, deaf.address()); });
        give_up("cancelled");
    }));
    await(over, 21);
    over++;
}

CASE(a_socket_may_go_to_another_task, exits(0)) {
    own_loop own;
    server echoes(own.io, free_address(), echo);
    tcp_socket socket = connected(own.io, echoes.address());
    for (int i = 0; i < 4; i++) {
        auto [port, chan] = oneshot<tcp_socket>();
        spawn([chan = std::move(chan), socket = std::move(socket)]() mutable {
            CHECK(socket.write("moved") && read_all(socket, 5) == "moved");
            chan.send(std::move(socket));
        });
        socket = port.recv();
    }
}

// ---- names and addresses

CASE(addresses_have_a_text, exits(0)) {
    for (const char *text :
         {"127.0.0.1", "0.0.0.0", "255.255.255.255", "10.1.2.3", "::1", "::", "fe80::1:2"}) {
        auto address = ip::parse(text, 4711);
        CHECK(address && address->text() == text && address->port() == 4711);
    }
    for (const char *bad :
         {"", "localhost", "1.2.3", "1.2.3.256", "1.2.3.4.5", ":::", "12345::1", "1.2.3.4 "})
        CHECK(!ip::parse(bad, 1));
    char little[4];
    CHECK(!rustcore_ip_format(ip::parse("127.0.0.1", 1)->get(), little, sizeof little));
}

CASE(localhost_is_this_machine, exits(0)) {
    own_loop own;
    auto addresses = resolve(own.io, "localhost");
    CHECK(addresses && !addresses->empty());
    for (const ip &address : *addresses) {
        CHECK(address.text() == "127.0.0.1" || address.text() == "::1");
        auto same = [&](const ip &other) { return other.text() == address.text(); };
        CHECK(std::count_if(addresses->begin(), addresses->end(), same) == 1);
    }
}

CASE(numbers_resolve_to_themselves, exits(0)) {
    own_loop own;
    for (const char *text : {"127.0.0.1", "::1", "192.0.2.7"}) {
        auto addresses = resolve(own.io, text);
        CHECK(addresses && addresses->size() == 1 && addresses->front().text() == text);
    }
}

CASE(a_task_that_is_killed_while_it_resolves_loses_nothing, exits(0)) {
    own_loop own;
    CHECK(!attempt([&] {
        for (int i = 0; i < 20; i++)
            spawn([&, end = ending(over)] {
                ready++;
                resolve(own.io, "localhost");
            });
        await(ready, 20);
        give_up("in a hurry");
    }));
    await(over, 20);
}

CASE(a_name_that_nobody_has_is_an_error, exits(0)) {
    own_loop own;
    auto addresses = resolve(own.io, "no such name");
    CHECK(!addresses && addresses.status().error.name && addresses.status().error.message);
}

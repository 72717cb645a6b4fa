// Shared chans: one chan, many senders, each send under the lock.
#include "pipe_case.h"

namespace {
std::atomic<int> over{0};
std::atomic<long> result{-2};

template <class T> rustcore::port<T> shared_stream(std::optional<shared_chan<T>> &chan) {
    auto ends = stream<T>();
    chan.emplace(std::move(ends.chan));
    return std::move(ends.port);
}
} // namespace

CASE(every_clone_sends_to_the_same_port, exits(0)) {
    std::optional<shared_chan<counted>> first;
    auto port = shared_stream(first);
    {
        shared_chan<counted> second(*first);
        first->send(counted(1));
        second.send(counted(2));
        CHECK(second.try_send(counted(3)));
    }
    for (long i = 1; i <= 3; i++) CHECK(port.recv().number == i);
    CHECK(!port.peek());
    first.reset();
    CHECK(!port.try_recv());
}

CASE(the_chan_goes_with_the_last_clone, exits(0)) {
    std::optional<shared_chan<counted>> first;
    auto port = shared_stream(first);
    rustcore_packet *p = port.packet();
    auto second = std::make_unique<shared_chan<counted>>(*first);
    go([end = ending(over), port = std::move(port)]() mutable { result = port.try_recv() ? 1 : 0; });
    await_blocked(p);
    first.reset();
    for (int i = 0; i < 100; i++) harness::yield();
    CHECK(result == -2);
    second.reset();
    await(over);
    CHECK(result == 0);
}

CASE(send_ignores_and_try_send_tells_that_the_port_is_gone, exits(0)) {
    std::optional<shared_chan<counted>> chan;
    { auto gone = shared_stream(chan); }
    chan->send(counted(1));
    chan->send(counted(2));
    CHECK(!chan->try_send(counted(3)));
    CHECK(counted::live == 0);
}

// The chan is used up by the try_send; the send after it fails under the lock, which poisons it.
CASE(after_a_failed_try_send_the_next_fails_and_poisons, exits(0).err("task failed at")) {
    std::optional<shared_chan<counted>> chan;
    { auto gone = shared_stream(chan); }
    CHECK(!chan->try_send(counted(1)));
    for (int i = 1; i <= 3; i++) {
        go([end = ending(over), chan = *chan] {
            chan.send(counted(2));
            result = 0;
        });
        await(over, i);
        CHECK(result == -2 && counted::live == 0);
    }
}

CASE(a_send_is_not_killed_in_the_lock, exits(0)) {
    std::optional<shared_chan<counted>> chan;
    auto port = shared_stream(chan);
    std::atomic<int> killed{0};
    rust_task *task = go(
        [&, end = ending(over), chan = *chan] {
        harness::await(killed);
        for (long i = 0; i < 10; i++) chan.send(counted(i));
        result = 10;
        },
        0, true);
    kill(task);
    killed = 1;
    await(over);
    harness::drop(task);
    CHECK(result == 10);
    for (long i = 0; i < 10; i++) CHECK(port.recv().number == i);
}

CASE(many_senders_across_threads_lose_nothing_and_keep_their_order, exits(0)) {
    constexpr long senders = 8;
    long n = scaled(2000);
    std::optional<shared_chan<std::pair<long, long>>> chan;
    auto port = shared_stream(chan);
    for (long s = 0; s < senders; s++)
        go(
            [=, end = ending(over), chan = *chan] {
            for (long i = 0; i < n; i++) {
                chan.send({s, i});
                if (i % 64 == 0) harness::yield();
            }
            },
            s % 2 ? new_scheduler() : 0);
    chan.reset();
    long next[senders] = {}, received = 0;
    while (auto message = port.try_recv()) {
        CHECK(message->second == next[message->first]++);
        received++;
    }
    CHECK(received == senders * n);
    await(over, senders);
}

// All kinds of pipes at once, over three threads, with receivers that stop early, senders that stop early and
// tasks that are killed. Nothing may be lost, doubled, disordered or left behind, and nobody may wait for
// ever.
#include "pipe_case.h"

namespace {

class dice {
public:
    explicit dice(unsigned long seed) : word_(seed * 2654435761 + 1) {}
    long upto(long n) {
        word_ = word_ * 6364136223846793005 + 1442695040888963407;
        return static_cast<long>(word_ >> 33) % n;
    }

private:
    unsigned long word_;
};

std::atomic<int> over{0};
std::atomic<long> received{0};
rust_sched_id homes[3];

// Numbers of one sender must rise by one.
struct in_order {
    long next[4] = {};
    void take(const counted &message) {
        CHECK(message.number % 1000 == next[message.number / 1000]++);
        received++;
    }
};

template <class Chan> void send_some(Chan &chan, long sender, dice random) {
    long n = random.upto(60), pause = 1 + random.upto(20);
    // Not on shared chans: a try_send that fails uses the chan up for the other senders.
    bool tells = std::is_same_v<Chan, rustcore::chan<counted>> && random.upto(2);
    for (long i = 0; i < n; i++) {
        counted message(sender * 1000 + i);
        if (!tells) chan.send(std::move(message));
        else if (!chan.try_send(std::move(message))) return;
        if (i % pause == 0 && harness::yield()) harness::fail_quietly();
    }
}

template <class Chan> rust_task *spawn_sender(Chan chan, long sender, dice random) {
    return go([end = ending(over), chan = std::move(chan), sender,
               random]() mutable { send_some(chan, sender, random); },
              homes[random.upto(3)], true);
}

// Until the pipe is closed, or earlier.
template <class Port> rust_task *spawn_receiver(Port port, dice random) {
    return go(
        [end = ending(over), port = std::move(port), random]() mutable {
        in_order seen;
        for (long left = random.upto(2) ? 1000 : random.upto(100); left; left--) {
            auto message = port.try_recv();
            if (!message) return;
            seen.take(*message);
        }
        },
        homes[random.upto(3)], true);
}

rust_task *spawn_selector(std::vector<port<counted>> ports, dice random) {
    return go(
        [end = ending(over), ports = std::move(ports)]() mutable {
        in_order seen;
        while (!ports.empty()) {
            size_t ready = select(ports);
            if (auto message = ports[ready].try_recv()) seen.take(*message);
            else ports.erase(ports.begin() + static_cast<long>(ready));
        }
        },
        homes[random.upto(3)], true);
}

rust_task *spawn_one_shots(long n, dice random, std::vector<rust_task *> &tasks) {
    std::vector<port_one<counted>> ports;
    std::vector<chan_one<counted>> chans;
    for (long i = 0; i < n; i++) {
        auto [port, chan] = oneshot<counted>();
        ports.push_back(std::move(port));
        chans.push_back(std::move(chan));
    }
    tasks.push_back(go(
        [end = ending(over), chans = std::move(chans), random]() mutable {
        for (auto &chan : chans) {
            if (random.upto(4) == 0) {
                auto unsent = std::move(chan);
            } else chan.send(counted(0));
            if (random.upto(4) == 0 && harness::yield()) harness::fail_quietly();
        }
        },
        homes[random.upto(3)], true));
    return go(
        [end = ending(over), ports = std::move(ports), random]() mutable {
        for (auto &port : ports) {
            if (random.upto(4) == 0) {
                auto unread = std::move(port);
            } else if (port.try_recv()) received++;
        }
        },
        homes[random.upto(3)], true);
}

// One pipe of a kind, with its tasks.
void spawn_pipe(dice &random, std::vector<rust_task *> &tasks) {
    auto fresh = [&] { return dice(static_cast<unsigned long>(random.upto(1 << 30))); };
    switch (random.upto(5)) {
    case 0: {
        auto [port, chan] = stream<counted>();
        tasks.push_back(spawn_sender(std::move(chan), 0, fresh()));
        tasks.push_back(spawn_receiver(std::move(port), fresh()));
        break;
    }
    case 1: {
        auto [port, chan] = stream<counted>();
        shared_chan<counted> shared(std::move(chan));
        for (long sender = 0; sender < 4; sender++) tasks.push_back(spawn_sender(shared, sender, fresh()));
        tasks.push_back(spawn_receiver(std::move(port), fresh()));
        break;
    }
    case 2: {
        port_set<counted> set;
        for (long sender = 0; sender < 4; sender++)
            tasks.push_back(spawn_sender(set.chan(), sender, fresh()));
        tasks.push_back(spawn_receiver(std::move(set), fresh()));
        break;
    }
    case 3: {
        std::vector<port<counted>> ports;
        for (long sender = 0; sender < 4; sender++) {
            auto [port, chan] = stream<counted>();
            ports.push_back(std::move(port));
            tasks.push_back(spawn_sender(std::move(chan), sender, fresh()));
        }
        tasks.push_back(spawn_selector(std::move(ports), fresh()));
        break;
    }
    default: tasks.push_back(spawn_one_shots(20, fresh(), tasks));
    }
}

void storm(bool with_kills) {
    dice random(rust_num_threads());
    homes[1] = new_scheduler();
    homes[2] = new_scheduler();
    // Schedulers end with their last task, so each has one that waits.
    std::atomic<int> stopped{0};
    std::vector<chan<counted>> keep;
    for (int i = 1; i < 3; i++) {
        auto [port, chan] = stream<counted>();
        go([end = ending(stopped), port = std::move(port)]() mutable { port.try_recv(); }, homes[i]);
        keep.push_back(std::move(chan));
    }
    for (long round = 0; round < scaled(200); round++) {
        std::vector<rust_task *> tasks;
        over = 0;
        for (int pipe = 0; pipe < 8; pipe++) spawn_pipe(random, tasks);
        if (with_kills)
            for (rust_task *task : tasks) {
                if (random.upto(3) == 0) kill(task);
                for (long turns = random.upto(4); turns; turns--) harness::yield();
            }
        await(over, static_cast<int>(tasks.size()));
        for (rust_task *task : tasks) harness::drop(task);
        CHECK(counted::live == 0);
    }
    keep.clear();
    await(stopped, 2);
    CHECK(received > 0);
}

} // namespace

CASE(storm_of_pipes, exits(0).no_err("failed")) {
    storm(false);
}

CASE(storm_of_pipes_with_kills, exits(0).err("task failed at 'killed'")) {
    storm(true);
}

// A ring: each message goes through every task, and the pipes themselves go through it too.
CASE(messages_and_ports_go_round_a_ring, exits(0)) {
    constexpr int tasks = 20;
    homes[1] = new_scheduler();
    homes[2] = new_scheduler();
    auto [first, into_ring] = stream<port<counted>>();
    auto in = std::move(first);
    for (int i = 0; i < tasks; i++) {
        auto [out, to_next] = stream<port<counted>>();
        go(
            [end = ending(over), in = std::move(in), to_next = std::move(to_next)]() mutable {
            while (auto message = in.try_recv()) {
                // Takes one number out and hands the port on.
                message->recv();
                to_next.send(std::move(*message));
            }
            },
            homes[i % 3]);
        in = std::move(out);
    }
    long n = scaled(200) + 1;
    for (long i = 0; i < n; i++) {
        auto [port, chan] = stream<counted>();
        for (long number = 0; number <= tasks; number++) chan.send(counted(number));
        into_ring.send(std::move(port));
    }
    for (long i = 0; i < n; i++) {
        auto port = in.recv();
        CHECK(port.recv().number == tasks);
        CHECK(!port.try_recv());
    }
    { auto gone = std::move(into_ring); }
    await(over, tasks);
    CHECK(counted::live == 0);
}

// Times pipes of the core library from inside tasks. The same binary runs on every backend.
//
//   bench_pipes workload=stream n=1000000 rounds=5
//
// One line a round, as bench writes it.
#include "core_caller.h"
#include "workload.h"

using namespace caller;
using bench::Round;
using bench::Stopwatch;

namespace {

// ---- one task: nobody waits

Round stream(long n) {
  auto [port, chan] = rustcore::stream<long>();
  Stopwatch watch;
  for (long i = 0; i < n; i++) {
    chan.send(i);
    port.recv();
  }
  return watch.ops(n);
}

Round one_shot(long n) {
  Stopwatch watch;
  for (long i = 0; i < n; i++) {
    auto [port, chan] = rustcore::oneshot<long>();
    chan.send(i);
    port.recv();
  }
  return watch.ops(n);
}

Round shared(long n) {
  auto [port, chan] = rustcore::stream<long>();
  rustcore::shared_chan<long> shared(std::move(chan));
  Stopwatch watch;
  for (long i = 0; i < n; i++) {
    shared.send(i);
    port.recv();
  }
  return watch.ops(n);
}

struct Four {
  std::vector<rustcore::port<long>> ports;
  std::vector<rustcore::chan<long>> chans;
  std::vector<rustcore_port *> raw;
  Four() {
    for (int i = 0; i < 4; i++) {
      auto [port, chan] = rustcore::stream<long>();
      raw.push_back(port.get());
      ports.push_back(std::move(port));
      chans.push_back(std::move(chan));
    }
  }
  long receive() {
    size_t ready = rustcore_select(raw.data(), raw.size());
    return ports[ready].recv();
  }
};

Round select_ready(long n) {
  Four pipes;
  Stopwatch watch;
  for (long i = 0; i < n; i++) {
    pipes.chans[3].send(i);
    pipes.receive();
  }
  return watch.ops(n);
}

// ---- two tasks, of one thread or of two

bool apart; // the partner has a scheduler of its own

template <class F> void spawn_partner(F body) {
  rustcore::spawn_sched(apart ? RUSTCORE_SINGLE_THREADED : RUSTCORE_DEFAULT_SCHEDULER, 0, std::move(body));
}

clockid_t cpu_clock() {
  return apart ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_THREAD_CPUTIME_ID;
}

Round flood(long n) {
  auto [port, chan] = rustcore::stream<long>();
  Stopwatch watch(cpu_clock());
  spawn_partner([chan = std::move(chan), n]() mutable {
    for (long i = 0; i < n; i++)
      chan.send(i);
  });
  for (long i = 0; i < n; i++)
    port.recv();
  return watch.ops(n);
}

Round ping_pong(long n) {
  auto [pings, to_pong] = rustcore::stream<long>();
  auto [pongs, to_ping] = rustcore::stream<long>();
  spawn_partner([pings = std::move(pings), to_ping = std::move(to_ping)]() mutable {
    while (auto ping = pings.try_recv())
      to_ping.send(*ping);
  });
  Stopwatch watch(cpu_clock());
  for (long i = 0; i < n; i++) {
    to_pong.send(i);
    pongs.recv();
  }
  return watch.ops(n);
}

Round select_wait(long n) {
  Four pipes;
  auto [pings, to_pong] = rustcore::stream<long>();
  spawn_partner([pings = std::move(pings), chans = std::move(pipes.chans)]() mutable {
    while (auto ping = pings.try_recv())
      chans[static_cast<size_t>(*ping % 4)].send(*ping);
  });
  Stopwatch watch(cpu_clock());
  for (long i = 0; i < n; i++) {
    to_pong.send(i);
    pipes.receive();
  }
  return watch.ops(n);
}

// ---- the program

struct Workload {
  const char *name;
  Round (*run)(long n);
  long n;
  const char *operation;
  bool apart;
};

const Workload workloads[] = {
    {"stream", stream, 2000000, "one message sent on a stream and received by the same task", false},
    {"oneshot", one_shot, 2000000, "one one-shot made, sent on and received from by one task", false},
    {"shared", shared, 2000000, "one message sent on a shared chan and received by the same task", false},
    {"select", select_ready, 1000000, "one message sent, selected among four streams and received", false},
    {"flood", flood, 1000000, "one message from a sender that never waits to a task of the same thread",
     false},
    {"flood2", flood, 500000, "the same, to a task of another thread", true},
    {"ping", ping_pong, 200000, "one round trip over two streams between tasks of one thread", false},
    {"ping2", ping_pong, 20000, "the same between two threads", true},
    {"select_ping", select_wait, 200000, "one round trip whose answer is selected among four streams", false},
};

void measure(const Workload &workload, long n, long rounds) {
  apart = workload.apart;
  for (long round = 0; round < rounds; round++) {
    Round result = workload.run(n ? n : workload.n);
    auto ops = static_cast<double>(result.ops);
    say("workload=%s threads=%d ns_per_op=%.1f cpu_ns_per_op=%.1f ops=%ld round=%ld", workload.name,
        apart ? 2 : 1, result.wall_ns / ops, result.cpu_ns / ops, result.ops, round);
  }
}

} // namespace

int main(int argc, char **argv) {
  std::string purpose = "times pipes of the core library from inside tasks; workload= is one of\n";
  std::vector<std::string> names{"all"};
  for (const Workload &workload : workloads) {
    purpose += std::string("\n  ") + workload.name + std::string(14 - strlen(workload.name), ' ') +
               workload.operation;
    names.push_back(workload.name);
  }
  Arguments arguments(argc, argv, purpose.c_str(),
                      {{"workload", "all", "what to time"},
                       {"n", "0", "operations a round; 0: as many as suit the workload"},
                       {"rounds", "5", "rounds, a line each"}});
  std::string chosen = arguments.choice("workload", names);
  long n = arguments.number("n"), rounds = arguments.number("rounds", 1);
  setenv("RUST_THREADS", "1", 0); // what is apart has a scheduler of its own
  return rustcore::start(argc, argv, [=] {
    for (const Workload &workload : workloads)
      if (chosen == "all" || chosen == workload.name)
        measure(workload, n, rounds);
  });
}

// Pairs of tasks that play ping-pong over pipes, in the two ways of that time: two streams that live as long
// as the game, or a one-shot for each answer that travels with the question.
#include "core_caller.h"

using namespace caller;

namespace {

struct Ping {
  long number;
  rustcore::chan_one<long> answer;
};

} // namespace

template <> struct rustcore::moves_as_bytes<Ping> : std::true_type {};

namespace {

long play_over_streams(long rounds) {
  auto [pings, to_pong] = rustcore::stream<long>();
  auto [pongs, to_ping] = rustcore::stream<long>();
  rustcore::spawn([pings = std::move(pings), to_ping = std::move(to_ping)]() mutable {
    while (auto ping = pings.try_recv())
      to_ping.send(*ping + 1);
  });
  long sum = 0;
  for (long i = 0; i < rounds; i++) {
    to_pong.send(i);
    sum += pongs.recv();
  }
  return sum;
}

long play_over_oneshots(long rounds) {
  auto [pings, to_pong] = rustcore::stream<Ping>();
  rustcore::spawn([pings = std::move(pings)]() mutable {
    while (auto ping = pings.try_recv())
      ping->answer.send(ping->number + 1);
  });
  long sum = 0;
  for (long i = 0; i < rounds; i++) {
    auto [answer, to_me] = rustcore::oneshot<long>();
    to_pong.send({i, std::move(to_me)});
    sum += answer.recv();
  }
  return sum;
}

void tournament(long pairs, long rounds, bool streams) {
  auto [port, chan] = rustcore::stream<bool>();
  rustcore::shared_chan<bool> ended(std::move(chan));
  for (long i = 0; i < pairs; i++)
    rustcore::spawn([=] {
      long sum = streams ? play_over_streams(rounds) : play_over_oneshots(rounds);
      say("task pair-%ld: %ld rounds, sum %ld", i, rounds, sum);
      ended.send(sum == rounds * (rounds + 1) / 2);
    });
  for (long i = 0; i < pairs; i++)
    if (!port.recv())
      wrong();
}

} // namespace

int main(int argc, char **argv) {
  Arguments arguments(argc, argv, "pairs of tasks play ping-pong over pipes",
                      {{"pairs", "4", "pairs that play at the same time"},
                       {"rounds", "1000", "pings of each pair, each with its pong"},
                       {"pipes", "streams", "streams: two for a game; oneshots: one for each answer"}});
  long pairs = arguments.number("pairs", 1), rounds = arguments.number("rounds");
  bool streams = arguments.choice("pipes", {"streams", "oneshots"}) == "streams";
  return run_core_program(argc, argv, [=] { tournament(pairs, rounds, streams); });
}

// The thread ring of the shoot-outs: tasks in a ring, each of which hands a token on to the next through a
// stream. Whoever gets the zero goes, and with it the end of its stream: the ring falls apart behind it, task
// by task.
#include "core_caller.h"

using namespace caller;

namespace {

struct Visits {
  long station, hops;
};

void station(long number, rustcore::port<long> from, rustcore::chan<long> to,
             rustcore::shared_chan<Visits> visits) {
  long hops = 0;
  while (auto token = from.try_recv()) {
    if (*token == 0) {
      say("station %ld has the last token", number);
      break;
    }
    hops++;
    to.send(*token - 1);
  }
  visits.send({number, hops});
}

void ring(long tasks, long hops) {
  std::vector<rustcore::port<long>> ports;
  std::vector<rustcore::chan<long>> chans;
  for (long i = 0; i < tasks; i++) {
    auto [port, chan] = rustcore::stream<long>();
    ports.push_back(std::move(port));
    chans.push_back(std::move(chan));
  }
  auto [port, chan] = rustcore::stream<Visits>();
  rustcore::shared_chan<Visits> visits(std::move(chan));
  chans[0].send(hops);
  for (long i = 0; i < tasks; i++)
    rustcore::spawn(
        [i, visits, from = std::move(ports[i]), to = std::move(chans[(i + 1) % tasks])]() mutable {
          station(i, std::move(from), std::move(to), std::move(visits));
        });
  long sum = 0, uneven = 0;
  for (long i = 0; i < tasks; i++) {
    Visits one = port.recv();
    sum += one.hops;
    uneven += one.hops != hops / tasks + (one.station < hops % tasks);
  }
  say("%ld stations, %ld hops, %ld stations with another share of them", tasks, sum, uneven);
  if (sum != hops || uneven)
    wrong();
}

} // namespace

int main(int argc, char **argv) {
  Arguments arguments(argc, argv, "a token goes round a ring of tasks through streams",
                      {{"tasks", "503", "stations of the ring"}, {"hops", "5000", "hops the token makes"}});
  long tasks = arguments.number("tasks", 1), hops = arguments.number("hops");
  return run_core_program(argc, argv, [=] { ring(tasks, hops); });
}

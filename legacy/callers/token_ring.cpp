// A ring of tasks that hand a token on by events: the shape of every old program that passed turns round
// without sharing data. Only one task has something to do at any time, so the trace is the same on any number
// of threads.
#include "caller.h"

using namespace caller;

namespace {

long tasks, hops, traced;

struct Station {
  long number;
  TaskRef next, home;
};

// The token counts down. From zero on each station leaves when it gets it, and the last one to leave sends it
// home.
void station(Station &me) {
  long seen = 0, sum = 0;
  for (;;) {
    long token = wait_event_or_fail().number();
    if (token <= 0) {
      say("station %ld: %ld hops, sum %ld", me.number, seen, sum);
      bool last = token == 1 - tasks;
      signal(last ? me.home : me.next, token - 1);
      return;
    }
    seen++;
    sum += token;
    if (token > hops - traced)
      say("hop %ld at station %ld", hops - token, me.number);
    signal(me.next, token - 1);
  }
}

void ring() {
  say("%ld stations, %ld hops", tasks, hops);
  std::vector<rust_task *> stations;
  for (long i = 0; i < tasks; i++)
    stations.push_back(create());
  std::vector<TaskRef> next;
  for (long i = 0; i < tasks; i++)
    next.emplace_back(stations[(i + 1) % tasks]);
  TaskRef first(stations[0]);
  for (long i = 0; i < tasks; i++)
    start<station>(stations[i], {i, std::move(next[i]), TaskRef(self())});
  signal(first, hops);
  long token = wait_event_or_fail().number();
  say("the token is home: %ld", token);
}

} // namespace

int main(int argc, char **argv) {
  Arguments arguments(argc, argv, "a token hops round a ring of tasks by events",
                      {{"tasks", "16", "stations of the ring"},
                       {"hops", "1000", "hops the token makes"},
                       {"traced", "8", "hops to print"}});
  tasks = arguments.number("tasks", 1);
  hops = arguments.number("hops");
  traced = arguments.number("traced");
  return run_program<ring>(argc, argv);
}

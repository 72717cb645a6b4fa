// Many senders, one receiver: over one chan that they share, or over a stream each, which the receiver has in
// a port set. Either way the messages of one sender arrive in the order in which they were sent.
#include "core_caller.h"

using namespace caller;

namespace {

struct Message {
  long sender, number;
};

struct Totals {
  long count = 0, sum = 0, disordered = 0;
  std::vector<long> next;

  explicit Totals(long senders) : next(senders, 0) {}
  void add(Message message) {
    count++;
    sum += message.number;
    disordered += message.number != next[message.sender];
    next[message.sender] = message.number + 1;
  }
};

template <class Chan> void spawn_sender(long sender, long messages, Chan chan) {
  rustcore::spawn([=, chan = std::move(chan)]() mutable {
    for (long i = 0; i < messages; i++)
      chan.send({sender, i});
    say("task sender-%ld: has sent %ld", sender, messages);
  });
}

// Until all senders have gone.
template <class Port> Totals receive_all(Port &port, long senders) {
  Totals totals(senders);
  while (auto message = port.try_recv())
    totals.add(*message);
  return totals;
}

Totals over_shared_chan(long senders, long messages) {
  auto [port, only] = rustcore::stream<Message>();
  {
    rustcore::shared_chan<Message> chan(std::move(only));
    for (long i = 0; i < senders; i++)
      spawn_sender(i, messages, chan);
  }
  return receive_all(port, senders);
}

Totals over_port_set(long senders, long messages) {
  rustcore::port_set<Message> ports;
  for (long i = 0; i < senders; i++)
    spawn_sender(i, messages, ports.chan());
  return receive_all(ports, senders);
}

void meet(long senders, long messages, bool shared) {
  Totals totals = shared ? over_shared_chan(senders, messages) : over_port_set(senders, messages);
  say("%ld messages, sum %ld, %ld out of order", totals.count, totals.sum, totals.disordered);
  if (totals.count != senders * messages || totals.sum != senders * (messages * (messages - 1) / 2) ||
      totals.disordered)
    wrong();
}

} // namespace

int main(int argc, char **argv) {
  Arguments arguments(
      argc, argv, "many senders, one receiver",
      {{"senders", "16", "tasks that send"},
       {"messages", "500", "messages of each"},
       {"over", "shared-chan", "shared-chan: all on one stream; port-set: a stream for each"}});
  long senders = arguments.number("senders", 1), messages = arguments.number("messages");
  bool shared = arguments.choice("over", {"shared-chan", "port-set"}) == "shared-chan";
  return run_core_program(argc, argv, [=] { meet(senders, messages, shared); });
}

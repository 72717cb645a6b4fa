// A tree of tasks, each of which adds up what its children send it: the shape of old divide-and-conquer
// programs, with a one-shot packet for each result. scheduler=new gives each child of the root a scheduler
// with a thread of its own, as programs did whose parts must not wait for each other.
#include "caller.h"

using namespace caller;

namespace {

long depth, width;
std::string scheduler; // of the root's children

struct Node {
  std::string name;
  long level;
  Chan<long> result;
};

long add_children(const std::string &name, long level);

void node(Node &me) {
  long sum = add_children(me.name, me.level);
  say("task %s: %ld", me.name.c_str(), sum);
  me.result.send(sum);
}

rust_task *create_child(long level) {
  if (level > 0 || scheduler == "default")
    return create();
  return create_in(on_c([] { return scheduler == "new" ? rust_new_sched(1) : rust_osmain_sched_id(); }));
}

// A leaf counts 1; every other node 1 and what its children count.
long add_children(const std::string &name, long level) {
  if (level == depth)
    return 1;
  std::vector<Port<long>> results;
  for (long i = 0; i < width; i++) {
    auto [port, chan] = oneshot<long>();
    rust_task *child = create_child(level);
    start<node>(child, {name + "." + std::to_string(i), level + 1, std::move(chan)});
    results.push_back(std::move(port));
  }
  long sum = 1;
  for (Port<long> &result : results)
    sum += result.receive().value();
  return sum;
}

void root() {
  long expected = 0, of_level = 1;
  for (long level = 0; level <= depth; level++, of_level *= width)
    expected += of_level;
  long sum = add_children("0", 0);
  say("task 0: %ld", sum);
  if (sum != expected) {
    say("expected %ld", expected);
    on_c([] { rust_set_exit_status(1); });
  }
}

} // namespace

int main(int argc, char **argv) {
  Arguments arguments(
      argc, argv, "a tree of tasks that add up their children's results",
      {{"depth", "4", "levels below the root"},
       {"width", "3", "children of each node"},
       {"scheduler", "default", "of the root's children: default; new: one for each; platform"}});
  depth = arguments.number("depth");
  width = arguments.number("width", 1);
  scheduler = arguments.choice("scheduler", {"default", "new", "platform"});
  return run_program<root>(argc, argv);
}

// What falls with a task that fails: trees of tasks, linked, supervised or unlinked, in which one fails while
// all the others wait. The root is supervised by main, which therefore lives to tell.
#include "core_caller.h"

using namespace caller;

namespace {

long depth, width;
rustcore_linkage linkage;

// Main's ends of what it has to do with a node.
struct Handle {
  std::string name;
  rustcore::chan<bool> order; // true: fail; closed: end
  rustcore::port<rustcore_task_result> result;
};

std::string child_name(const std::string &name, long i) {
  return name + "." + std::to_string(i);
}

void spawn_children(const std::string &name, long level, const rustcore::shared_chan<Handle> &handles);

// Says how the node ended, also when it unwinds.
struct Epitaph {
  const std::string &name;
  ~Epitaph() { say("task %s: %s", name.c_str(), rustcore::failing() ? "failed" : "ended"); }
};

// A task that is killed before its body runs has no epitaph, so the handles are sent from inside: main gives
// no orders before it has them all.
void spawn_node(const std::string &name, long level, rustcore_linkage link,
                const rustcore::shared_chan<Handle> &handles) {
  rustcore::builder builder;
  builder.linkage(link);
  auto [orders, order] = rustcore::stream<bool>();
  Handle handle{name, std::move(order), builder.future_result()};
  builder.spawn([=, handle = std::move(handle), orders = std::move(orders)]() mutable {
    Epitaph epitaph{name};
    handles.send(std::move(handle));
    spawn_children(name, level, handles);
    if (orders.try_recv())
      rustcore::fail("ordered to", "failure_cascade.cpp", 0);
  });
}

void spawn_children(const std::string &name, long level, const rustcore::shared_chan<Handle> &handles) {
  if (level < depth)
    for (long i = 0; i < width; i++)
      spawn_node(child_name(name, i), level + 1, linkage, handles);
}

bool falls_with(const std::string &name, const std::string &failing) {
  switch (linkage) {
  case RUSTCORE_LINKED:
    return true;
  case RUSTCORE_SUPERVISED:
    return name.compare(0, failing.size(), failing) == 0;
  default:
    return name == failing;
  }
}

void cascade(const std::string &failing) {
  long nodes = 0, of_level = 1;
  for (long level = 0; level <= depth; level++, of_level *= width)
    nodes += of_level;
  std::vector<Handle> tree;
  {
    auto [port, chan] = rustcore::stream<Handle>();
    rustcore::shared_chan<Handle> handles(std::move(chan));
    spawn_node("0", 0, RUSTCORE_SUPERVISED, handles);
    while (static_cast<long>(tree.size()) < nodes)
      tree.push_back(port.recv());
  }
  for (Handle &node : tree)
    if (node.name == failing)
      node.order.send(true);
  // Those that fall are awaited before the others may end: who has ended cannot fall any more.
  long fallen = 0, surprises = 0;
  for (Handle &node : tree)
    if (falls_with(node.name, failing)) {
      bool failed = node.result.recv() == RUSTCORE_FAILURE;
      fallen += failed;
      surprises += !failed;
    }
  for (Handle &node : tree)
    if (!falls_with(node.name, failing)) {
      { auto order = std::move(node.order); }
      surprises += node.result.recv() != RUSTCORE_SUCCESS;
    }
  say("%ld of %ld tasks fell, %ld surprises", fallen, nodes, surprises);
  if (surprises)
    wrong();
}

} // namespace

int main(int argc, char **argv) {
  Arguments arguments(argc, argv, "what falls with a task that fails, in a tree of tasks",
                      {{"depth", "3", "levels below the root"},
                       {"width", "3", "children of each task"},
                       {"linkage", "linked", "of the children: linked, supervised or unlinked"},
                       {"fails", "middle", "root, middle (the root's first child) or leaf (the last one)"}});
  depth = arguments.number("depth");
  width = arguments.number("width", 1);
  std::string word = arguments.choice("linkage", {"linked", "supervised", "unlinked"});
  linkage = word == "linked"       ? RUSTCORE_LINKED
            : word == "supervised" ? RUSTCORE_SUPERVISED
                                   : RUSTCORE_UNLINKED;
  std::string where = arguments.choice("fails", {"root", "middle", "leaf"}), failing = "0";
  if (where == "middle" && depth > 0)
    failing = child_name(failing, 0);
  for (long level = 0; where == "leaf" && level < depth; level++)
    failing = child_name(failing, width - 1);
  return run_core_program(argc, argv, [=] { cascade(failing); });
}

// A storm of tasks that do next to nothing: the test of every scheduler of that time, and of what a task
// costs. All at once (wide), each by the one before (chain), or by halves (tree).
#include "core_caller.h"
#include <cstdlib>

using namespace caller;

namespace {

using Numbers = rustcore::shared_chan<long>;

rustcore_linkage linkage;

template <class F> void spawn(F body) {
  rustcore::builder().linkage(linkage).spawn(std::move(body));
}

void wide(long tasks, const Numbers &numbers) {
  for (long i = 0; i < tasks; i++)
    spawn([=] { numbers.send(i); });
}

// Task i of so many.
void chain(long i, long tasks, const Numbers &numbers) {
  if (i == tasks)
    return;
  spawn([=] {
    numbers.send(i);
    chain(i + 1, tasks, numbers);
  });
}

// The tasks in [from, to).
void tree(long from, long to, const Numbers &numbers) {
  if (from == to)
    return;
  spawn([=] {
    long middle = from + 1 + (to - from - 1) / 2;
    numbers.send(from);
    tree(from + 1, middle, numbers);
    tree(middle, to, numbers);
  });
}

void storm(long tasks, const std::string &shape) {
  auto [port, chan] = rustcore::stream<long>();
  {
    Numbers numbers(std::move(chan));
    if (shape == "wide")
      wide(tasks, numbers);
    else if (shape == "chain")
      chain(0, tasks, numbers);
    else
      tree(0, tasks, numbers);
  }
  long count = 0, sum = 0;
  for (; auto number = port.try_recv(); count++)
    sum += *number;
  say("%ld tasks, sum of their numbers %ld", count, sum);
  if (count != tasks || sum != tasks * (tasks - 1) / 2)
    wrong();
}

} // namespace

int main(int argc, char **argv) {
  Arguments arguments(
      argc, argv, "a storm of tasks that do next to nothing",
      {{"tasks", "100000", "tasks"},
       {"shape", "wide", "wide: main spawns all; chain: each spawns the next; tree: each spawns two"},
       {"linkage", "linked", "linked, supervised or unlinked"}});
  long tasks = arguments.number("tasks");
  std::string shape = arguments.choice("shape", {"wide", "chain", "tree"});
  std::string word = arguments.choice("linkage", {"linked", "supervised", "unlinked"});
  linkage = word == "linked"       ? RUSTCORE_LINKED
            : word == "supervised" ? RUSTCORE_SUPERVISED
                                   : RUSTCORE_UNLINKED;
  // Stacks for a hundred thousand.
  setenv("RUST_MIN_STACK", "32768", 0);
  return run_core_program(argc, argv, [=] { storm(tasks, shape); });
}

// Exchange blocks, managed boxes and task-local data: the shape of old programs that leave cleaning up to the
// runtime. Each task frees some of its managed boxes itself and leaves the rest to the annihilator; its
// task-local data has a cleanup that yields, allocates, spawns a helper and waits for its answer, all after
// the body has returned or failed.
#include "caller.h"

using namespace caller;

namespace {

long tasks, boxes;

// The body of a managed box. Its drop glue lets go of an exchange block, which must be gone before the
// program ends.
class Leaf {
public:
  explicit Leaf(long number) : block_(on_c([] { return rust_uv_current_kernel_malloc(sizeof(long)); })) {
    *static_cast<long *>(block_) = number;
  }
  Leaf(Leaf &&other) noexcept : block_(std::exchange(other.block_, nullptr)) {}
  ~Leaf() {
    if (block_)
      on_c([this] { rust_uv_current_kernel_free(block_); });
  }
  long number() const { return *static_cast<long *>(block_); }

private:
  void *block_;
};

// Task-local data.
struct Memory {
  long task;
  Chan<long> sum;
  long total = 0;
};

struct Help {
  long question;
  Chan<long> answer;
};

void helper(Help &me) {
  yield_or_fail();
  me.answer.send(me.question * 2);
}

// Called by the runtime on the C stack; the data is still set, the task still whole.
void remember(void *data) {
  on_rust([memory = static_cast<Memory *>(data)] {
    long task = memory->task;
    bool unwinding = rust_task_is_unwinding(self());
    bool still_set = rust_get_task_local_data(self()) == memory;
    say("task %ld: cleanup, %s, data still set %d", task, unwinding ? "failed" : "finished", still_set);
    for (int i = 0; i < 3; i++)
      yield();
    auto [port, chan] = oneshot<long>();
    spawn<helper>({memory->total, std::move(chan)});
    long answer = port.receive().value();
    say("task %ld: its helper answers %ld", task, answer);
    memory->sum.send(answer);
    delete memory;
  });
}

struct Start {
  long number;
  Chan<long> sum;
};

// Every third task fails with its boxes alive.
void body(Start &me) {
  auto *memory = new Memory{me.number, std::move(me.sum)};
  rust_set_task_local_data(self(), memory);
  rust_task_local_data_atexit(self(), &remember);
  std::vector<Leaf *> leaves;
  for (long i = 0; i < boxes; i++) {
    leaves.push_back(managed(Leaf(me.number * 100 + i)));
    yield_or_fail();
  }
  for (Leaf *leaf : leaves)
    memory->total += leaf->number();
  for (size_t i = 0; i < leaves.size(); i += 2)
    free_managed(leaves[i]);
  say("task %ld: total %ld", me.number, memory->total);
  if (me.number % 3 == 2)
    fail("boxes alive", "heap_and_locals.cpp", 1);
}

// Runs on the Rust stack at the end of every task; those without boxes are not worth a line.
void annihilate_and_count() {
  bool unwinding = rust_task_is_unwinding(self());
  long freed = free_managed_boxes();
  if (freed)
    say("annihilator: %ld boxes of a task that %s", freed, unwinding ? "failed" : "finished");
}

void plant() {
  std::vector<Port<long>> sums;
  for (long i = 0; i < tasks; i++) {
    auto [port, chan] = oneshot<long>();
    spawn<body>({i, std::move(chan)});
    sums.push_back(std::move(port));
  }
  long sum = 0, expected = 0;
  for (long i = 0; i < tasks; i++) {
    sum += sums[i].receive().value();
    expected += 2 * (boxes * i * 100 + boxes * (boxes - 1) / 2);
  }
  say("sum of all answers %ld", sum);
  if (sum != expected)
    on_c([] { rust_set_exit_status(1); });
}

} // namespace

int main(int argc, char **argv) {
  Arguments arguments(
      argc, argv, "exchange blocks, managed boxes and task-local data, left to the runtime to clean up",
      {{"tasks", "6", "tasks; every third fails"}, {"boxes", "5", "managed boxes that each makes"}});
  tasks = arguments.number("tasks");
  boxes = arguments.number("boxes");
  static Crate crate;
  crate.annihilator = &annihilate_and_count;
  int status = start_program<plant>(argc, argv, crate);
  line("exit status %d, exchange blocks left %lu", status,
       static_cast<unsigned long>(*rust_get_exchange_count_ptr()));
  return status & 255;
}

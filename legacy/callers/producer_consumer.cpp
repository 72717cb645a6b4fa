// Producers and consumers round a bounded buffer: the shape of old programs with shared state behind a little
// lock and events to wait for it. Each producer's items must arrive in the order in which they were put.
#include "caller.h"
#include <deque>
#include <map>

using namespace caller;

namespace {

long producers, consumers, items, capacity;
bool traced;

// The lock of the core library's shared state: nobody yields and nobody is killed inside.
class Section {
public:
  explicit Section(rust_lock *lock) : lock_(lock) {
    rust_task_inhibit_kill(self());
    rust_task_inhibit_yield(self());
    on_c([=] { rust_lock_little_lock(lock); });
  }
  ~Section() {
    on_c([this] { rust_unlock_little_lock(lock_); });
    rust_task_allow_yield(self());
    rust_task_allow_kill(self());
  }

private:
  rust_lock *lock_;
};

struct Item {
  long producer, number;
};

// A task that finds no room (no item) puts itself on the list of those who wait and is woken by whoever makes
// room (puts an item). It clears its pending event before it gets onto the list, so that the wake cannot be
// taken for an older one.
class Buffer {
public:
  Buffer() : lock_(on_c([] { return rust_create_little_lock(); })) {}
  ~Buffer() {
    on_c([this] { rust_destroy_little_lock(lock_); });
  }

  void put(Item item) {
    while (!try_put(item))
      wait_event_or_fail();
  }
  // Nothing when all producers are done and the buffer is empty.
  std::optional<Item> get() {
    for (;;) {
      auto [item, closed] = try_get();
      if (item || closed)
        return item;
      wait_event_or_fail();
    }
  }
  void producer_is_done() {
    std::deque<TaskRef> woken;
    {
      Section section(lock_);
      if (++done_ == producers)
        woken.swap(hungry_);
    }
    for (TaskRef &task : woken)
      signal(task, 0L);
  }

private:
  bool try_put(Item item) {
    TaskRef woken;
    task_clear_event_reject(self());
    {
      Section section(lock_);
      if (static_cast<long>(items_.size()) == capacity) {
        blocked_.emplace_back(self());
        return false;
      }
      items_.push_back(item);
      woken = take_one(hungry_);
    }
    wake(woken);
    return true;
  }
  std::pair<std::optional<Item>, bool> try_get() {
    TaskRef woken;
    std::optional<Item> item;
    task_clear_event_reject(self());
    {
      Section section(lock_);
      if (items_.empty()) {
        bool closed = done_ == producers;
        if (!closed)
          hungry_.emplace_back(self());
        return {std::nullopt, closed};
      }
      item = items_.front();
      items_.pop_front();
      woken = take_one(blocked_);
    }
    wake(woken);
    return {item, false};
  }
  static TaskRef take_one(std::deque<TaskRef> &list) {
    if (list.empty())
      return {};
    TaskRef one = std::move(list.front());
    list.pop_front();
    return one;
  }
  static void wake(const TaskRef &task) {
    if (task)
      signal(task, 0L);
  }

  rust_lock *lock_;
  std::deque<Item> items_;
  std::deque<TaskRef> blocked_, hungry_;
  long done_ = 0;
};

struct Totals {
  long count = 0, sum = 0, disordered = 0;
};

struct Producer {
  long number;
  Buffer *buffer;
};
struct Consumer {
  long number;
  Buffer *buffer;
  Chan<Totals> totals;
};

void produce(Producer &me) {
  for (long i = 0; i < items; i++) {
    if (traced)
      say("task producer-%ld: puts %ld", me.number, i);
    me.buffer->put({me.number, i});
  }
  me.buffer->producer_is_done();
}

void consume(Consumer &me) {
  Totals totals;
  std::map<long, long> last;
  while (auto item = me.buffer->get()) {
    totals.count++;
    totals.sum += item->number;
    if (auto before = last.find(item->producer); before != last.end() && before->second >= item->number)
      totals.disordered++;
    last[item->producer] = item->number;
    if (traced && consumers == 1)
      say("task arrivals-%ld: item %ld", item->producer, item->number);
  }
  me.totals.send(totals);
}

void meet() {
  Buffer buffer;
  std::vector<Port<Totals>> ports;
  for (long i = 0; i < consumers; i++) {
    auto [port, chan] = oneshot<Totals>();
    spawn<consume>({i, &buffer, std::move(chan)});
    ports.push_back(std::move(port));
  }
  for (long i = 0; i < producers; i++)
    spawn<produce>({i, &buffer});
  Totals all;
  for (Port<Totals> &port : ports) {
    Totals one = port.receive().value();
    all.count += one.count, all.sum += one.sum, all.disordered += one.disordered;
  }
  say("%ld items, sum %ld, %ld out of order", all.count, all.sum, all.disordered);
  if (all.count != producers * items || all.sum != producers * (items * (items - 1) / 2) || all.disordered)
    on_c([] { rust_set_exit_status(1); });
}

} // namespace

int main(int argc, char **argv) {
  Arguments arguments(
      argc, argv, "producers and consumers round a bounded buffer",
      {{"producers", "3", "tasks that put items"},
       {"consumers", "1", "tasks that get items"},
       {"items", "40", "items that each producer puts"},
       {"capacity", "4", "items the buffer holds"},
       {"trace", "on", "on or off: a line for each put and, with one consumer, for each arrival"}});
  producers = arguments.number("producers", 1);
  consumers = arguments.number("consumers", 1);
  items = arguments.number("items");
  capacity = arguments.number("capacity", 1);
  traced = arguments.choice("trace", {"on", "off"}) == "on";
  return run_program<meet>(argc, argv);
}

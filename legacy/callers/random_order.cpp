// The order of yields and the values of generators: the shape of old test programs that set RUST_SEED to
// repeat a run. With it and one thread, the scheduler's choices and every generator are the same each time;
// without it the values differ, and only what holds for any order is printed.
#include "caller.h"

using namespace caller;

namespace {

long tasks, turns, values;
bool order_is_printed, values_are_printed;
std::string seen; // one letter a turn; read and written in turns of one thread, or not at all

struct Runner {
  char letter;
  Chan<long> done;
};

void run(Runner &me) {
  for (long i = 0; i < turns; i++) {
    if (order_is_printed)
      seen += me.letter;
    yield_or_fail();
  }
  me.done.send(turns);
}

void race() {
  std::vector<Port<long>> ports;
  for (long i = 0; i < tasks; i++) {
    auto [port, chan] = oneshot<long>();
    spawn<run>({static_cast<char>('a' + i), std::move(chan)});
    ports.push_back(std::move(port));
  }
  long sum = 0;
  for (Port<long> &port : ports)
    sum += port.receive().value();
  say("turns %ld", sum);
  if (order_is_printed)
    say("order %s", seen.c_str());
}

// A generator of the runtime's choice: RUST_SEED or the system's random bytes.
void draw() {
  rust_rng *rng = on_c([] { return rand_new(); });
  bool in_range = true;
  unsigned long hash = 0;
  for (long i = 0; i < values; i++) {
    unsigned long value = on_c([=] { return rand_next(rng); });
    in_range &= value >> 32 == 0;
    hash = hash * 31 + value;
    if (values_are_printed && i < 4)
      say("value %ld: %08lx", i, value);
  }
  if (values_are_printed)
    say("hash of %ld values: %016lx", values, hash);
  say("all below 2^32: %d", in_range);
  on_c([=] { rand_free(rng); });
}

// A generator seeded by the program gives the same values whatever RUST_SEED says.
void draw_seeded() {
  constexpr size_t length = 100;
  auto *seed = on_c([] {
    return static_cast<rust_vec_box *>(rust_uv_current_kernel_malloc(sizeof(rust_vec_box) + length));
  });
  seed->fill = seed->alloc = length;
  for (size_t i = 0; i < length; i++)
    seed->data[i] = static_cast<uint8_t>(i * 7);
  rust_rng *one = on_c([&] { return rand_new_seeded(seed); });
  rust_rng *two = on_c([&] { return rand_new_seeded2(&seed); });
  unsigned long hash = 0;
  long agreed = 0;
  for (long i = 0; i < values; i++) {
    unsigned long value = on_c([=] { return rand_next(one); });
    agreed += value == on_c([=] { return rand_next(two); });
    hash = hash * 31 + value;
  }
  say("seeded by the program: hash %016lx, %ld of %ld agree", hash, agreed, values);
  on_c([=] {
    rand_free(one);
    rand_free(two);
    rust_uv_current_kernel_free(seed);
  });
}

void program() {
  race();
  draw();
  draw_seeded();
}

} // namespace

int main(int argc, char **argv) {
  Arguments arguments(argc, argv, "the order of yields and the values of generators",
                      {{"tasks", "3", "tasks that yield"},
                       {"turns", "6", "yields of each"},
                       {"values", "1000", "values drawn from each generator"},
                       {"order", "hidden", "printed or hidden; printed needs RUST_THREADS=1"},
                       {"draws", "hidden", "printed or hidden: the values, which RUST_SEED fixes"}});
  tasks = arguments.number("tasks");
  turns = arguments.number("turns");
  values = arguments.number("values");
  order_is_printed = arguments.choice("order", {"printed", "hidden"}) == "printed";
  values_are_printed = arguments.choice("draws", {"printed", "hidden"}) == "printed";
  return run_program<program>(argc, argv);
}

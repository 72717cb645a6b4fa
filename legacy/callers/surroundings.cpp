// A program that asks for its surroundings: arguments, environment, threads, schedulers, standard streams;
// the shape of the first lines of many old programs.
#include "caller.h"

using namespace caller;

namespace {

// Every string of the vector is the caller's, as is the vector.
void say_environment() {
  rust_vec_box *pairs = on_c([] { return rust_env_pairs(); });
  auto **strings = reinterpret_cast<rust_str **>(pairs->data);
  std::vector<std::string> ours;
  bool terminated = true;
  for (size_t i = 0; i < pairs->fill / sizeof(rust_str *); i++) {
    rust_str *string = strings[i];
    std::string text(reinterpret_cast<char *>(string->data), string->fill - 1);
    terminated &= string->data[string->fill - 1] == 0;
    if (text.rfind("CALLER_", 0) == 0)
      ours.push_back(text);
    on_c([=] { rust_uv_current_kernel_free(string); });
  }
  on_c([=] { rust_uv_current_kernel_free(pairs); });
  std::sort(ours.begin(), ours.end());
  for (const std::string &text : ours)
    say("environment %s", text.c_str());
  say("all strings end with NUL %d", terminated);
}

void say_schedulers(const char *where) {
  say("%s: task %ld, scheduler %ld, platform scheduler %ld, its threads are RUST_THREADS %d", where,
      task_id(), on_c([] { return rust_get_sched_id(); }), on_c([] { return rust_osmain_sched_id(); }),
      on_c([] { return rust_sched_threads() == rust_num_threads(); }));
}

struct Visit {
  const char *where;
  Chan<bool> done;
};

void visit(Visit &me) {
  say_schedulers(me.where);
  me.done.send(true);
}

void visit_scheduler(const char *where, rust_sched_id id) {
  auto [port, chan] = oneshot<bool>();
  spawn_in<visit>(id, {where, std::move(chan)});
  port.receive();
}

void ask() {
  int count = on_c([] { return rust_get_argc(); });
  char **values = on_c([] { return rust_get_argv(); });
  for (int i = 1; i < count; i++)
    say("argument %d: %s", i, values[i]);
  say("the list ends with null %d", values[count] == nullptr);
  say_environment();
  say("streams are the C library's %d%d%d", on_c([] { return rust_get_stdin() == stdin; }),
      on_c([] { return rust_get_stdout() == stdout; }), on_c([] { return rust_get_stderr() == stderr; }));
  say_schedulers("main");
  visit_scheduler("platform", on_c([] { return rust_osmain_sched_id(); }));
  visit_scheduler("new", on_c([] { return rust_new_sched(1); }));
  say("there is no scheduler 99: %d", create_in(99) == nullptr);
}

} // namespace

int main(int argc, char **argv) {
  Arguments arguments(
      argc, argv, "asks for arguments, environment, threads, schedulers and standard streams",
      {{"first", "-", "anything; it is printed"}, {"second", "-", "anything; it is printed"}});
  return run_program<ask>(argc, argv);
}

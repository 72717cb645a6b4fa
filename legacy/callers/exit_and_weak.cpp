// Exit functions, a weak task and global data: the shape of old background services. The service does not
// keep the program alive: it gives back its live count while it waits. When the last other task has ended,
// the runtime runs the exit functions, one of which tells the service to stop.
#include "caller.h"
#include <atomic>

using namespace caller;

namespace {

long requests;
int status;

// What the global-data word points to once the first user has installed it.
struct Global {
  std::atomic<long> served{0};
  std::atomic<rust_task *> service{nullptr};
};

Global *global() {
  auto *word = static_cast<std::atomic<Global *> *>(on_c([] { return rust_get_global_data_ptr(); }));
  if (Global *there = word->load())
    return there;
  auto *made = new Global;
  Global *none = nullptr;
  if (word->compare_exchange_strong(none, made))
    return made;
  delete made; // another task was first
  return none;
}

struct Ready {
  Chan<bool> chan;
};

void service(Ready &ready) {
  Global *data = global();
  rust_task_ref(self()); // dropped by the exit function that tells us to stop
  data->service = self();
  on_c([] { rust_dec_kernel_live_count(); });
  say("task service: weak now");
  ready.chan.send(true);
  Event event = wait_event();
  say("task service: told to stop: event %ld, killed %d", event.number(), event.killed);
  on_c([] { rust_inc_kernel_live_count(); });
}

// Requests only count: the service itself has nothing to do but wait.
void client(long &number) {
  for (long i = 0; i < requests; i++) {
    global()->served++;
    if (i % 8 == number % 8)
      yield_or_fail();
  }
}

struct Name {
  const char *text;
};

void report(void *, rust_opaque_box *env, void *) {
  say("exit function %s: served %ld", body_of<Name>(env)->text, global()->served.load());
}

void stop_service(void *, rust_opaque_box *env, void *) {
  say("exit function %s: stops the service", body_of<Name>(env)->text);
  rust_task *service = global()->service;
  signal(service, 9L);
  on_c([=] { rust_task_deref(service); });
}

void late_child() {
  say("task late: spawned by an exit function");
}

void spawn_late(void *, rust_opaque_box *env, void *) {
  say("exit function %s: spawns", body_of<Name>(env)->text);
  spawn<late_child>();
}

// All registrations name this one runner. It runs in a task of its own, once, with the registered pointers in
// their order.
void run_exit_functions(void *, rust_opaque_box *, void *argument) {
  auto *functions = static_cast<exit_functions *>(argument);
  say("runner: task %ld, %zu exit functions", task_id(), functions->count);
  for (size_t i = 0; i < functions->count; i++) {
    fn_env_pair *function = functions->start[i];
    function->f(nullptr, function->env, nullptr);
    rust_opaque_box *env = function->env;
    on_c([=] {
      free(env);
      delete function;
    });
    __atomic_fetch_sub(rust_get_exchange_count_ptr(), 1, __ATOMIC_SEQ_CST);
  }
  delete global();
  if (status)
    on_c([] { rust_set_exit_status(status); });
}

void register_exit(spawn_fn f, const char *name) {
  auto *function = new fn_env_pair{f, exchange_box(Name{name})};
  on_c([=] { rust_register_exit_function(&run_exit_functions, function); });
}

void serve() {
  auto [port, chan] = oneshot<bool>();
  spawn<service>({std::move(chan)});
  port.receive();
  register_exit(report, "first");
  register_exit(stop_service, "second");
  register_exit(spawn_late, "third");
  for (long i = 0; i < 3; i++)
    spawn<client>(i);
  say("main ends");
}

} // namespace

int main(int argc, char **argv) {
  Arguments arguments(argc, argv, "exit functions, a weak task and global data",
                      {{"requests", "50", "requests that each of three clients makes"},
                       {"status", "0", "exit status that the exit runner sets"}});
  requests = arguments.number("requests");
  status = static_cast<int>(arguments.number("status"));
  return run_program<serve>(argc, argv);
}

// Threads outside of tasks, with the runtime's locks: the shape of old programs that had to block in foreign
// code. Each thread signals the task that waits for it; the main task counts under a lock with them, and
// joins them in the end.
#include "caller.h"

using namespace caller;

namespace {

long threads, turns;

struct Shared {
  rust_lock *lock;      // a little lock: protects count
  rust_lock *condition; // a lock with a condition variable: protects open
  rust_task *main;
  long count = 0;
  bool open = false;
};

struct Worker {
  Shared *shared;
};

// Runs on a thread's own stack: no task is current and both shims are plain calls.
void work(void *, rust_opaque_box *env, void *) {
  Shared *shared = body_of<Worker>(env)->shared;
  rust_dbg_lock_lock(shared->condition);
  while (!shared->open)
    rust_dbg_lock_wait(shared->condition);
  rust_dbg_lock_signal(shared->condition); // a signal wakes one thread: each passes it on
  rust_dbg_lock_unlock(shared->condition);
  for (long i = 0; i < turns; i++) {
    rust_lock_little_lock(shared->lock);
    shared->count++;
    rust_unlock_little_lock(shared->lock);
  }
  long seen = 0;
  upcall_call_shim_on_c_stack(&seen, reinterpret_cast<void *>(+[](long *value) { *value = 42; }));
  if (seen == 42)
    task_signal_event(shared->main, shared);
}

void join_threads() {
  Shared shared{on_c([] { return rust_create_little_lock(); }), on_c([] { return rust_dbg_lock_create(); }),
                self()};
  rust_opaque_box *env = exchange_box(Worker{&shared});
  fn_env_pair closure = {&work, env};
  std::vector<rust_raw_thread *> started;
  for (long i = 0; i < threads; i++)
    started.push_back(on_c([&] { return rust_raw_thread_start(&closure); }));
  say("%ld threads started, count %ld", threads, shared.count);
  on_c([&] {
    rust_dbg_lock_lock(shared.condition);
    shared.open = true;
    rust_dbg_lock_signal(shared.condition);
    rust_dbg_lock_unlock(shared.condition);
  });
  Event event = wait_event(); // of the first that is done; later ones collapse into one or stay pending
  say("signalled by a thread: %d, killed %d", event.value == &shared, event.killed);
  for (rust_raw_thread *thread : started)
    on_c([=] { rust_raw_thread_join_delete(thread); });
  say("all joined: count %ld", shared.count);
  on_c([&] {
    rust_destroy_little_lock(shared.lock);
    rust_dbg_lock_destroy(shared.condition);
    rust_uv_current_kernel_free(env);
  });
}

} // namespace

int main(int argc, char **argv) {
  Arguments arguments(argc, argv, "threads outside of tasks, with the runtime's locks",
                      {{"threads", "4", "threads"}, {"turns", "1000", "times that each counts"}});
  threads = arguments.number("threads", 1);
  turns = arguments.number("turns");
  return run_program<join_threads>(argc, argv);
}

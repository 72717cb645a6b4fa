// Tasks: making, starting, yielding, waiting for events, failing, killing; each call on the stack where
// generated code made it. Everything here is called on the Rust stack of a task.
#pragma once
#include "boxes.h"

namespace caller {

inline rust_task *self() {
  return rust_get_task();
}

inline long task_id() {
  return on_c([] { return get_task_id(); });
}

// Fails the current task: unwinds it, destructors run. A null reason fails without a message, which is how a
// task that learnt that it was killed ended itself.
[[noreturn]] inline void fail(const char *reason = nullptr, const char *file = nullptr, size_t line = 0) {
  upcall_fail(reason, file, line);
  abort(); // not reached; upcall_fail cannot be declared noreturn in the old header
}

// True when the task was killed.
inline bool yield() {
  return rust_task_yield(self(), nullptr);
}

// A yield after which a killed task ends, as the core library's did.
inline void yield_or_fail() {
  if (yield())
    fail();
}

struct Event {
  bool killed;
  void *value; // of the last signal; stale when killed
  long number() const { return reinterpret_cast<long>(value); }
};

// Waits on the C stack, which the task therefore keeps while it is blocked.
inline Event wait_event() {
  return on_c([task = self()] {
    void *value = nullptr;
    bool killed = task_wait_event(task, &value);
    return Event{killed, value};
  });
}

inline Event wait_event_or_fail() {
  Event event = wait_event();
  if (event.killed)
    fail();
  return event;
}

inline void signal(rust_task *task, void *event) {
  on_c([=] { task_signal_event(task, event); });
}

inline void signal(rust_task *task, long event) {
  signal(task, reinterpret_cast<void *>(event));
}

inline void kill(rust_task *task) {
  on_c([=] { rust_task_kill_other(task); });
}

// A reference that keeps the task's block alive; the kernel waits for it to be dropped.
class TaskRef {
public:
  TaskRef() = default;
  explicit TaskRef(rust_task *task) : task_(task) { rust_task_ref(task); }
  TaskRef(TaskRef &&other) noexcept : task_(std::exchange(other.task_, nullptr)) {}
  TaskRef &operator=(TaskRef &&other) noexcept {
    std::swap(task_, other.task_);
    return *this;
  }
  ~TaskRef() {
    if (task_)
      on_c([task = task_] { rust_task_deref(task); });
  }
  operator rust_task *() const { return task_; }

private:
  rust_task *task_ = nullptr;
};

// A new task of the default scheduler, or of the given one (null when there is no such scheduler). It must be
// started: the kernel waits for it. Take a TaskRef before that; a started task may be gone at once.
inline rust_task *create() {
  return on_c([] { return new_task(); });
}

inline rust_task *create_in(rust_sched_id scheduler) {
  return on_c([=] { return rust_new_task_in_sched(scheduler); });
}

namespace detail {
template <class Env> Env environment_of(void (*)(Env &));

template <auto Body> void enter(void *, rust_opaque_box *env, void *) {
  if constexpr (std::is_invocable_v<decltype(Body)>)
    Body();
  else
    Body(*body_of<decltype(environment_of(Body))>(env));
}

inline void start(rust_task *task, spawn_fn f, rust_opaque_box *env) {
  fn_env_pair closure = {f, env};
  on_c([&] { start_task(task, &closure); });
}
} // namespace detail

// The type of the environment that a body takes: void body(Env &).
template <auto Body> using Environment = decltype(detail::environment_of(Body));

// Starts the task with Body, whose environment moves into a box of the exchange heap; the runtime drops and
// frees it.
template <auto Body> void start(rust_task *task) {
  detail::start(task, &detail::enter<Body>, nullptr);
}

template <auto Body> void start(rust_task *task, Environment<Body> env) {
  detail::start(task, &detail::enter<Body>, exchange_box(std::move(env)));
}

template <auto Body> void spawn() {
  start<Body>(create());
}

template <auto Body> void spawn(Environment<Body> env) {
  start<Body>(create(), std::move(env));
}

template <auto Body> void spawn_in(rust_sched_id scheduler) {
  start<Body>(create_in(scheduler));
}

template <auto Body> void spawn_in(rust_sched_id scheduler, Environment<Body> env) {
  start<Body>(create_in(scheduler), std::move(env));
}

} // namespace caller

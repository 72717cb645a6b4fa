// Tasks that are killed in every state and tasks that fail: the shape of old supervisors. Killing only sets a
// flag; the killed task learns of it from its next yield or wait and fails itself, and C++ destructors run as
// it unwinds. Each task reports how it ended from its task-local cleanup, as the core library's notifier did.
#include "caller.h"

using namespace caller;

namespace {

// Says when it is destroyed, and whether because of a failure.
class Guard {
public:
  Guard(const char *task, const char *name) : task_(task), name_(name) {}
  ~Guard() {
    bool unwinding = rust_task_is_unwinding(self());
    say("task %s: destructor of %s, %s", task_, name_, unwinding ? "unwinding" : "at the end");
  }

private:
  const char *task_, *name_;
};

// Yields as it is destroyed: a task may leave its thread in the middle of unwinding. The result is of no use
// then, since a task that fails in a destructor while it unwinds brings the process down.
struct YieldingGuard {
  ~YieldingGuard() {
    for (int i = 0; i < 3; i++)
      yield();
  }
};

struct Job {
  const char *name;
  Chan<bool> ready; // sent when the task is where it wants to be killed
  Chan<bool> ended; // sent by its cleanup: true when it failed
};

using Body = void (*)(Job &);

void waits(Job &me) {
  Guard outer(me.name, "outer"), inner(me.name, "inner");
  me.ready.send(true);
  wait_event_or_fail();
  say("task %s: woke without an event", me.name);
}

void yields(Job &me) {
  Guard guard(me.name, "guard");
  me.ready.send(true);
  for (;;)
    yield_or_fail();
}

// Killed while it must not be: neither the wait nor the yield tells before the section ends.
void shielded(Job &me) {
  Guard guard(me.name, "guard");
  rust_task_inhibit_kill(self());
  me.ready.send(true);
  Event event = wait_event();
  bool killed = yield();
  say("task %s: inside: event %ld, killed %d, yield says killed %d", me.name, event.number(), event.killed,
      killed);
  rust_task_allow_kill(self());
  yield_or_fail();
  say("task %s: survived", me.name);
}

void born_killed(Job &me) {
  Guard guard(me.name, "guard");
  say("task %s: runs although it was killed before its start", me.name);
  yield_or_fail();
  say("task %s: survived", me.name);
}

void ignores(Job &me) {
  Guard guard(me.name, "guard");
  me.ready.send(true);
  while (!yield())
    ;
  say("task %s: goes on although killed", me.name);
}

void fall(Job &me, long frames) {
  static const char *const names[] = {"frame 0", "frame 1", "frame 2", "frame 3"};
  Guard guard(me.name, names[frames]);
  YieldingGuard yielding;
  if (frames > 0)
    fall(me, frames - 1);
  else
    upcall_fail("too deep", "kill_and_fail.cpp", 1);
}

void falls(Job &me) {
  fall(me, 3);
}

void finishes(Job &me) {
  Guard guard(me.name, "guard");
}

// Task-local data of each task. The runtime calls notify on the C stack.
struct Notice {
  Job job;
};

void notify(void *data) {
  on_rust([notice = static_cast<Notice *>(data)] {
    bool failed = rust_task_is_unwinding(self());
    say("task %s: %s", notice->job.name, failed ? "failed" : "finished");
    notice->job.ended.send(failed);
    delete notice;
  });
}

struct Entry {
  Body body;
  Job job;
};

void enter(Entry &entry) {
  auto *notice = new Notice{std::move(entry.job)};
  rust_set_task_local_data(self(), notice);
  rust_task_local_data_atexit(self(), &notify);
  entry.body(notice->job);
}

class Child {
public:
  Child(const char *name, Body body, bool killed_at_birth = false)
      : Child(name, body, oneshot<bool>(), oneshot<bool>(), killed_at_birth) {}

  void wait_until_ready() { ready_.receive(); }
  void kill() { caller::kill(task_); }
  void signal(long event) { caller::signal(task_, event); }
  bool wait_until_ended() { return ended_.receive().value(); }
  const char *name() const { return name_; }

private:
  Child(const char *name, Body body, Oneshot<bool> ready, Oneshot<bool> ended, bool killed_at_birth)
      : name_(name), task_(create()), ready_(std::move(ready.port)), ended_(std::move(ended.port)) {
    if (killed_at_birth)
      kill();
    start<enter>(task_, {body, {name, std::move(ready.chan), std::move(ended.chan)}});
  }

  const char *name_;
  TaskRef task_;
  Port<bool> ready_, ended_;
};

void supervise() {
  long failed = 0, finished = 0;
  auto bury = [&](Child &child) {
    (child.wait_until_ended() ? failed : finished)++;
  };
  for (auto [name, body] : {std::pair{"waits", &waits}, {"yields", &yields}, {"ignores", &ignores}}) {
    Child child(name, body);
    child.wait_until_ready();
    child.kill();
    bury(child);
  }
  {
    Child child("shielded", shielded);
    child.wait_until_ready();
    child.kill();
    child.signal(7);
    bury(child);
  }
  {
    Child child("born-killed", born_killed, true);
    bury(child);
  }
  Child first("falls", falls), second("finishes", finishes);
  bury(first);
  bury(second);
  say("supervisor: %ld failed, %ld finished", failed, finished);
}

// The four ways in which the whole program may end.

void end_normally() {
  supervise();
}

void end_by_failing() {
  supervise();
  Guard guard("main", "guard");
  fail("main is done for", "kill_and_fail.cpp", 2);
}

void waits_for_the_end() {
  Guard guard("bystander", "guard");
  wait_event_or_fail();
}

// The main task fails while others wait: they are all killed.
void end_with_bystanders() {
  for (int i = 0; i < 3; i++)
    spawn<waits_for_the_end>();
  fail("main leaves its children", "kill_and_fail.cpp", 3);
}

void ends_all() {
  on_c([task = self()] { rust_task_kill_all(task); });
  say("task culprit: goes on after it");
}

// A child brings the whole program down; the main task learns of it like any other.
void end_by_kill_all() {
  Guard guard("main", "guard");
  spawn<waits_for_the_end>();
  spawn<ends_all>();
  wait_event_or_fail();
}

} // namespace

int main(int argc, char **argv) {
  Arguments arguments(argc, argv, "tasks that are killed in every state, and tasks that fail",
                      {{"end", "normal",
                        "normal, fail: the main task fails at last; bystanders: it fails while others wait;\n"
                        "      kill_all: a child brings all down. The exit status is 101 but for normal"}});
  std::string end = arguments.choice("end", {"normal", "fail", "bystanders", "kill_all"});
  if (end == "fail")
    return run_program<end_by_failing>(argc, argv);
  if (end == "bystanders")
    return run_program<end_with_bystanders>(argc, argv);
  if (end == "kill_all")
    return run_program<end_by_kill_all>(argc, argv);
  return run_program<end_normally>(argc, argv);
}

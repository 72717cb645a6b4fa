// Programs that broke a rule of the old runtime, one rule a run: the shape of bug reports. The runtime ends
// the process with an abort (status 134) whose place in the trace is part of what old programs saw. Each rule
// prints a line before the forbidden call and one after it, which must not appear.
#include "caller.h"
#include <stdexcept>

using namespace caller;

namespace {

void leak_boxes() {
  say("leaves two managed boxes to an annihilator that does nothing");
  managed(1L);
  managed(2L);
}

void leak_exchange() {
  say("leaves an exchange block");
  on_c([] { rust_uv_current_kernel_malloc(24); });
}

void log_on_rust_stack() {
  say("logs on the Rust stack");
  rust_log_str(1, "hello", 5);
  say("survived");
}

void fail_below_rust() {
  say("fails on a Rust stack that C called back");
  on_c([] { on_rust([] { fail("below C", "broken_rules.cpp", 1); }); });
  say("survived");
}

void throw_through_shim() {
  say("throws an exception out of a foreign function");
  on_c([] { throw std::runtime_error("foreign"); });
  say("survived");
}

void throw_out_of_body() {
  say("throws an exception of its own out of the body");
  throw std::runtime_error("own");
}

struct FailsAgain {
  ~FailsAgain() { fail("second", "broken_rules.cpp", 2); }
};

void fail_while_unwinding() {
  FailsAgain again;
  say("fails in a destructor while it unwinds");
  fail("first", "broken_rules.cpp", 3);
}

void allow_kill() {
  say("allows kills that were not inhibited");
  rust_task_allow_kill(self());
  say("survived");
}

void allow_yield() {
  say("allows yields that were not inhibited");
  rust_task_allow_yield(self());
  say("survived");
}

// The one that ends in a failure, not in an abort: status 101.
void yield_in_section() {
  rust_task_inhibit_yield(self());
  say("yields where yields are inhibited");
  yield();
  say("survived");
}

void wait_in_section() {
  rust_task_inhibit_yield(self());
  say("waits where yields are inhibited");
  wait_event();
  say("survived");
}

void kill_all_twice() {
  on_c([task = self()] { rust_task_kill_all(task); });
  say("brings everything down a second time");
  on_c([task = self()] { rust_task_kill_all(task); });
  say("survived");
}

void no_threads() {
  say("makes a scheduler without threads");
  on_c([] { rust_new_sched(0); });
  say("survived");
}

void one_runner(void *, rust_opaque_box *, void *) {}
void other_runner(void *, rust_opaque_box *, void *) {}

void two_runners() {
  static fn_env_pair function;
  on_c([] { rust_register_exit_function(&one_runner, &function); });
  say("registers an exit function with another runner");
  on_c([] { rust_register_exit_function(&other_runner, &function); });
  say("survived");
}

void leave_cleanup_failing() {
  rust_task_local_data_atexit(self(), [](void *) {
    line("fails in a task-local cleanup");
    on_rust([] { fail("cleanup", "broken_rules.cpp", 4); });
  });
}

void nothing() {}

void start_twice() {
  rust_task *task = create();
  TaskRef reference(task);
  start<nothing>(task);
  say("starts a task a second time");
  start<nothing>(task);
  say("survived");
}

struct Rule {
  const char *name;
  int (*run)(int, char **, Crate &);
};

template <auto Body> int start_rule(int argc, char **argv, Crate &crate) {
  return start_program<Body>(argc, argv, crate);
}

const Rule rules[] = {{"leak-boxes", start_rule<leak_boxes>},
                      {"leak-exchange", start_rule<leak_exchange>},
                      {"log-on-rust-stack", start_rule<log_on_rust_stack>},
                      {"fail-below-rust", start_rule<fail_below_rust>},
                      {"throw-through-shim", start_rule<throw_through_shim>},
                      {"throw-out-of-body", start_rule<throw_out_of_body>},
                      {"fail-while-unwinding", start_rule<fail_while_unwinding>},
                      {"allow-kill", start_rule<allow_kill>},
                      {"allow-yield", start_rule<allow_yield>},
                      {"yield-in-section", start_rule<yield_in_section>},
                      {"wait-in-section", start_rule<wait_in_section>},
                      {"kill-all-twice", start_rule<kill_all_twice>},
                      {"no-threads", start_rule<no_threads>},
                      {"two-runners", start_rule<two_runners>},
                      {"cleanup-fails", start_rule<leave_cleanup_failing>},
                      {"start-twice", start_rule<start_twice>}};

} // namespace

int main(int argc, char **argv) {
  std::vector<std::string> names;
  for (const Rule &rule : rules)
    names.push_back(rule.name);
  std::string list;
  for (const std::string &name : names)
    list += (list.empty() ? "one of " : ", ") + name;
  Arguments arguments(argc, argv, "breaks one rule of the old runtime",
                      {{"rule", "leak-boxes", list.c_str()}});
  std::string chosen = arguments.choice("rule", names);
  static Crate crate;
  if (chosen == "leak-boxes")
    crate.annihilator = [] {
    };
  for (const Rule &rule : rules)
    if (chosen == rule.name) {
      int status = rule.run(argc, argv, crate);
      line("exit status %d", status);
      return status & 255;
    }
}

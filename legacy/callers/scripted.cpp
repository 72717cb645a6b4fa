// A program that does what a text says: what differential tests write for it, and what they leave behind when
// two backends differ. With RUST_SEED and on one loop the old runtime repeats itself to the draw, so all that
// it prints must be the same on every backing.
//
//   scripted "bodies=spawn:1 yield signal:2:5 / wait:0 fail" "end=status:3" scheduler=main
//
// Bodies stand between slashes and have numbers from 0. Steps are words with numbers behind colons, or a word
// with a brace that holds further steps. Life 0 is main: it shields itself, spawns body 0 as life 1, pokes
// whoever waits until all have ended, and then does the steps of `end`. A life is named by its number modulo
// those that there are.
#include "caller.h"
#include <atomic>
#include <map>
#include <sstream>

using namespace caller;

// Complete, so that its failure passes by the handlers here; what is in it is the runtime's.
struct rust_task {};

namespace {

constexpr int most_lives = 60, pokes_after = 7;

struct Step {
  const char *word;
  void (*act)(const struct Place &, const Step &);
  long first = 0, second = 0;
  std::vector<Step> inner = {};
};
using Steps = std::vector<Step>;

std::vector<Steps> bodies;
Steps end;
std::string scheduler;

struct Life {
  rust_task *task = nullptr;
  int body = 0;
  bool started = false;
  std::atomic<bool> ended = false;
  int shields = 0; // inhibit_kill without its allow_kill
};
Life lives[most_lives];
std::atomic<int> made;

// Who acts, and on which of its stacks.
struct Place {
  int life;
  bool on_c_stack;

  template <class F> auto c(F f) const { return on_c_stack ? f() : on_c(f); }
  template <class F> auto rust(F f) const { return on_c_stack ? on_rust(f) : f(); }
  void say(const char *what, long value) const {
    c([&] { line("task %d: %s %ld", life, what, value); });
  }
};

int life_of(rust_task *task) {
  int life = 0;
  while (lives[life].task != task)
    life++;
  return life;
}

void act_all(const Place &here, const Steps &steps) {
  for (const Step &step : steps)
    step.act(here, step);
}

// ---- a life

// Moves into the exchange box that the runtime drops when the life has ended.
class Environment {
public:
  explicit Environment(int life) : life_(life) {}
  Environment(Environment &&other) noexcept : life_(std::exchange(other.life_, -1)) {}
  ~Environment() {
    if (life_ >= 0)
      Place{life_, false}.say("drops its environment, unwinding", rust_task_is_unwinding(self()));
  }
  int life() const { return life_; }

private:
  int life_;
};

void clean_up(void *data) {
  Place here{life_of(self()), true};
  here.say("cleans up", reinterpret_cast<long>(data));
  if (here.life % 3 == 0)
    here.say("yielded in its cleanup", yield());
  lives[here.life].ended = true;
}

void give_back_shields(int life) {
  for (int &shields = lives[life].shields; shields; shields--)
    rust_task_allow_kill(self());
}

void live(Environment &me) {
  Place here{me.life(), false};
  here.say("lives as task", task_id());
  act_all(here, bodies[lives[here.life].body]);
  give_back_shields(here.life);
}

// A life counts when it is whole: on more threads than one, main may be looking. Only one life may make others there.
int make(const Place &here, long body, bool starts) {
  int life = made;
  lives[life].started = starts;
  here.c([=] {
    rust_task *task = rust_new_task_in_sched(rust_get_sched_id());
    lives[life].task = task;
    lives[life].body = static_cast<int>(body);
    rust_task_ref(task);
    rust_task_local_data_atexit(task, clean_up);
  });
  made = life + 1;
  return life;
}

void begin(const Place &here, int life) {
  lives[life].started = true;
  here.rust([=] { caller::start<live>(lives[life].task, Environment(life)); });
}

int other(long number) {
  return static_cast<int>(number % made);
}

// ---- steps

void do_yield(const Place &here, const Step &) {
  here.say("yielded", yield());
}

void do_heed(const Place &here, const Step &) {
  if (!yield())
    return;
  here.say("heeds", 0);
  fail("killed", "scripted", 1);
}

bool may_make(const Step &step) {
  return made < most_lives && static_cast<size_t>(step.first) < bodies.size();
}

void do_create(const Place &here, const Step &step) {
  if (may_make(step))
    here.say("made", make(here, step.first, false));
}

void do_spawn(const Place &here, const Step &step) {
  if (!may_make(step))
    return;
  int life = make(here, step.first, true);
  here.say("made", life);
  begin(here, life);
}

void do_start(const Place &here, const Step &) {
  for (int life = 1; life < made; life++)
    if (!lives[life].started) {
      here.say("starts", life);
      return begin(here, life);
    }
}

void do_signal(const Place &here, const Step &step) {
  here.say("signals", other(step.first));
  here.c([&] { task_signal_event(lives[other(step.first)].task, reinterpret_cast<void *>(step.second)); });
}

// 0: on the C stack, as compiled code did; 1: on the stack that it is on.
void do_wait(const Place &here, const Step &step) {
  void *event = nullptr;
  auto wait = [&] {
    return task_wait_event(self(), &event);
  };
  here.say("waits", step.first);
  bool killed = step.first ? wait() : here.c(wait);
  here.say("woke, killed", killed);
  here.say("event", reinterpret_cast<long>(event));
}

void do_kill(const Place &here, const Step &step) {
  here.say("kills", other(step.first));
  here.c([&] { rust_task_kill_other(lives[other(step.first)].task); });
}

void do_killall(const Place &here, const Step &) {
  here.say("kills all", 0);
  here.c([] { rust_task_kill_all(self()); });
}

void do_inhibit(const Place &here, const Step &) {
  lives[here.life].shields++;
  rust_task_inhibit_kill(self());
}

void do_allow(const Place &here, const Step &) {
  if (!lives[here.life].shields)
    return;
  lives[here.life].shields--;
  rust_task_allow_kill(self());
}

void do_clear(const Place &, const Step &) {
  task_clear_event_reject(self());
}

void do_fail(const Place &here, const Step &step) {
  here.say("fails", step.first);
  fail("because", "scripted", static_cast<size_t>(step.first));
}

void do_box(const Place &here, const Step &step) {
  static type_desc plain = {8, 8, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};
  here.rust([&] {
    auto box = reinterpret_cast<void *>(upcall_malloc(&plain, static_cast<uintptr_t>(step.second)));
    if (!step.first)
      upcall_free(box);
  });
  here.say("box kept", step.first);
}

// The count's value says nothing: the old runtime has blocks of its own in it. Its change does, where nobody
// else lives.
void do_heap(const Place &here, const Step &step) {
  auto *count = rust_get_exchange_count_ptr();
  auto before = *count;
  auto say_change = [&] {
    here.say("exchange blocks more", scheduler == "main" ? static_cast<long>(*count - before) : 0);
  };
  void *block = here.c([&] { return rust_uv_current_kernel_malloc(static_cast<size_t>(step.first)); });
  say_change();
  here.c([=] { rust_uv_current_kernel_free(block); });
  say_change();
}

void do_log(const Place &here, const Step &step) {
  here.c([&] { rust_log_str(static_cast<uint32_t>(step.first), "logged", 6); });
}

void do_local(const Place &here, const Step &step) {
  rust_set_task_local_data(self(), reinterpret_cast<void *>(step.first));
  here.say("local", reinterpret_cast<long>(rust_get_task_local_data(self())));
}

void do_global(const Place &here, const Step &) {
  here.say("global", ++*static_cast<long *>(here.c([] { return rust_get_global_data_ptr(); })));
}

void do_status(const Place &here, const Step &step) {
  here.c([&] { rust_set_exit_status(step.first); });
}

// Of each registration a pair that is named to the runner.
void run_exit_functions(void *, rust_opaque_box *, void *argument) {
  say("exit functions: %zu, in task %ld", static_cast<exit_functions *>(argument)->count, task_id());
}

void do_atexit(const Place &here, const Step &) {
  static fn_env_pair pair;
  here.c([] { rust_register_exit_function(run_exit_functions, &pair); });
}

// ---- steps that hold others

void do_c(const Place &here, const Step &step) {
  if (here.on_c_stack)
    return act_all(here, step.inner);
  on_c([&] { act_all({here.life, true}, step.inner); });
}

void do_rust(const Place &here, const Step &step) {
  here.rust([&] { act_all({here.life, false}, step.inner); });
}

void do_catch(const Place &here, const Step &step) {
  try {
    throw here.life;
  } catch (int &caught) {
    act_all(here, step.inner);
    here.say("caught", caught);
  }
}

void do_guard(const Place &here, const Step &step) {
  struct Leaving {
    const Place &here;
    ~Leaving() {
      here.say("leaves, unwinding", rust_task_is_unwinding(self()));
      here.say("yielded while leaving", yield());
    }
  } leaving{here};
  act_all(here, step.inner);
}

void do_atomic(const Place &here, const Step &step) {
  struct Section {
    Section() { rust_task_inhibit_yield(self()); }
    ~Section() { rust_task_allow_yield(self()); }
  } section;
  act_all(here, step.inner);
}

void do_weak(const Place &here, const Step &step) {
  here.c([] { rust_dec_kernel_live_count(); });
  act_all(here, step.inner);
  here.c([] { rust_inc_kernel_live_count(); });
}

// ---- the text

const std::map<std::string, void (*)(const Place &, const Step &)> words = {
    {"yield", do_yield},     {"heed", do_heed},     {"spawn", do_spawn},
    {"create", do_create},   {"start", do_start},   {"signal", do_signal},
    {"wait", do_wait},       {"kill", do_kill},     {"killall", do_killall},
    {"inhibit", do_inhibit}, {"allow", do_allow},   {"clear", do_clear},
    {"fail", do_fail},       {"box", do_box},       {"heap", do_heap},
    {"log", do_log},         {"local", do_local},   {"global", do_global},
    {"status", do_status},   {"atexit", do_atexit}, {"c{", do_c},
    {"rust{", do_rust},      {"catch{", do_catch},  {"guard{", do_guard},
    {"atomic{", do_atomic},  {"weak{", do_weak},
};

[[noreturn]] void refuse(const std::string &word, const char *expected) {
  fprintf(stderr, "scripted: '%s': expected %s\n", word.c_str(), expected);
  exit(2);
}

Step parse_step(const std::string &text) {
  size_t colon = text.find(':');
  auto known = words.find(text.substr(0, colon));
  if (known == words.end()) {
    std::string list = "one of";
    for (const auto &word : words)
      list += " " + word.first;
    refuse(text, list.c_str());
  }
  Step step{known->first.c_str(), known->second};
  for (long *number : {&step.first, &step.second}) {
    if (colon == std::string::npos)
      break;
    char *rest;
    *number = strtol(text.c_str() + colon + 1, &rest, 10);
    if (rest == text.c_str() + colon + 1 || *number < 0 || (*rest && *rest != ':'))
      refuse(text, "whole numbers behind the colons");
    colon = *rest ? static_cast<size_t>(rest - text.c_str()) : std::string::npos;
  }
  return step;
}

// Up to a closing brace, a slash or the end, of which it returns the first.
Steps parse_steps(std::istringstream &text, std::string &closed_by) {
  Steps steps;
  for (closed_by.clear(); text >> closed_by && closed_by != "}" && closed_by != "/"; closed_by.clear()) {
    Step step = parse_step(closed_by);
    if (closed_by.back() == '{') {
      std::string inner_end;
      step.inner = parse_steps(text, inner_end);
      if (inner_end != "}")
        refuse(closed_by, "a closing brace behind it");
    }
    steps.push_back(std::move(step));
  }
  return steps;
}

std::vector<Steps> parse(const std::string &text) {
  std::istringstream words_of_it(text);
  std::vector<Steps> parsed;
  std::string closed_by;
  do {
    parsed.push_back(parse_steps(words_of_it, closed_by));
    if (closed_by == "}")
      refuse(text, "an opening brace for each closing one");
  } while (closed_by == "/");
  return parsed;
}

// Nobody else is there any more when they are done, and nobody would poke main.
void refuse_what_needs_others(const Steps &steps) {
  for (const Step &step : steps) {
    for (auto needs_others : {do_spawn, do_create, do_start, do_signal, do_wait, do_kill})
      if (step.act == needs_others)
        refuse(step.word, "in end= only steps that need no other task");
    refuse_what_needs_others(step.inner);
  }
}

// ---- main

void watch() {
  Place here{0, false};
  made = 1;
  lives[0].task = self();
  lives[0].started = true;
  rust_task_ref(self());
  rust_task_inhibit_kill(self());
  begin(here, make(here, 0, true));
  for (int ended = 1; ended < made;) {
    for (int i = 0; i < pokes_after; i++)
      yield();
    ended = 1;
    for (int life = 1; life < made; life++) {
      if (!lives[life].started)
        begin(here, life);
      if (!lives[life].ended)
        on_c([=] { task_signal_event(lives[life].task, reinterpret_cast<void *>(99)); });
      ended += lives[life].ended;
    }
  }
  for (int life = 0; life < made; life++)
    on_c([=] { rust_task_deref(lives[life].task); });
  rust_task_allow_kill(self());
  act_all(here, end);
  give_back_shields(0);
}

// On a loop of its own, which the old placement would share with nobody either.
void choose_the_loop() {
  if (scheduler == "main")
    watch();
  else if (scheduler == "platform")
    spawn_in<watch>(1);
  else
    spawn_in<watch>(on_c([] { return rust_new_sched(1); }));
}

} // namespace

int main(int argc, char **argv) {
  Arguments arguments(argc, argv, "does what a text says",
                      {{"bodies", "spawn:1 spawn:1 yield / wait:0 guard{ fail:3 }",
                        "bodies of tasks, between slashes; their steps are words"},
                       {"end", "status:3", "steps of main when all others have ended"},
                       {"scheduler", "main", "where they live: main, new (one of their own) or platform"}});
  bodies = parse(arguments.text("bodies"));
  end = parse(arguments.text("end")).front();
  refuse_what_needs_others(end);
  scheduler = arguments.choice("scheduler", {"main", "new", "platform"});
  return run_program<choose_the_loop>(argc, argv);
}

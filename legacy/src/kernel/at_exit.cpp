#include "kernel/at_exit.h"
#include "locks/lock_and_signal.h"
#include "router/binding.h"
#include "router/hooks.h"
#include <cassert>
#include <vector>

namespace legacy {
namespace {

struct exit_list {
    lock_and_signal lock;
    std::vector<fn_env_pair *> functions;
    spawn_fn runner = nullptr;
    bool started = false;
    exit_functions argument{};
};

exit_list *list_of(void **word) {
    return static_cast<exit_list *>(*word);
}

void *close(void **word, void **argument) {
    RUSTRT_COUNT(in_use.counters, RUSTRT_UNIT_AT_EXIT, RUSTRT_LEGACY);
    exit_list *list = list_of(word);
    scoped_lock with(list->lock);
    assert(!list->started && "exit functions started twice");
    list->started = true;
    list->argument = {list->functions.size(), list->functions.data()};
    *argument = &list->argument;
    return reinterpret_cast<void *>(list->runner);
}

// A library alone serves itself; who takes the unit over replaces these.
[[maybe_unused]] const bool registered =
    (hooks::add_of_run(RUSTRT_UNIT_AT_EXIT, at_exit::birth, at_exit::burial), true);

} // namespace

void at_exit::birth(void **word) {
    *word = new exit_list;
}

void at_exit::burial(void **word) {
    delete list_of(word);
}

void at_exit::add(void **word, spawn_fn runner, fn_env_pair *fn) {
    exit_list *list = list_of(word);
    scoped_lock with(list->lock);
    bool at_exit_started = list->started;
    spawn_fn at_exit_runner = list->runner;
    assert(!at_exit_started && "registering at_exit function after exit");
    if (at_exit_runner) assert(at_exit_runner == runner && "there can be only one at_exit_runner");
    list->runner = runner;
    list->functions.push_back(fn);
}

const rustrt_at_exit_seam own_at_exit = {close};

} // namespace legacy

#include "sched/loop.h"
#include "memory/exchange.h"
#include "router/binding.h"
#include "sched/driver.h"
#include "sched/scheduler.h"
#include "stacks/limit_word.h"
#include "task/current.h"
#include <cassert>
#include <cxxabi.h>
#include <vector>

namespace legacy {

scheduler_loop::scheduler_loop(scheduler *home, const char *rust_seed, bool killed)
    : _home(home), _killed(killed) {
    isaac::seed(&_rng, rust_seed);
}

void scheduler_loop::enter_thread() {
    _host = in_use.host();
    _exception_globals = reinterpret_cast<void **>(abi::__cxa_get_globals());
    _host_fiber.adopt_current();
    in_use.stacks->thread(true);
}

// ---- one turn

turn_result scheduler_loop::run_single_turn() {
    _lock.lock();
    if (_should_exit) {
        assert(_running.length() == 0 && "should have no running tasks");
        assert(_blocked.length() == 0 && "should have no blocked tasks");
        assert(!_dead && "should have no dead tasks");
        _lock.unlock();
        in_use.stacks->thread(false);
        // The reaper may free this loop as soon as the last one has reported.
        _home->release_loop();
        return turn_result::exit;
    }
    rust_task *task = choose();
    if (!task) {
        _lock.unlock();
        return turn_result::block;
    }
    {
        scoped_lock with(task->lifecycle_lock);
        assert(task->get_state() == task_state::running);
    }
    set_current_task(task);
    task->context[saved_next] = reinterpret_cast<uint64_t>(_context);
    _lock.unlock();

    in_use.stacks->begin_turn(task);
    run_task(task);
    if (task->stacks.spares) in_use.stacks->end_turn(task);

    _lock.lock();
    if (_dead) bury_dead();
    _lock.unlock();
    return turn_result::keep_going;
}

rust_task *scheduler_loop::choose() {
    if (_running.length() == 0) return nullptr;
    return _running[isaac::next(&_rng) % _running.length()];
}

void scheduler_loop::run_task(rust_task *task) {
    std::swap(_exception_globals[0], task->exception_globals[0]);
    std::swap(_exception_globals[1], task->exception_globals[1]);
    _host->current = task;
    _host->on_task = 1;
    limit_word::set(task->stacks.rust_limit);
    task->fiber.about_to_enter();
    rustrt_enter_task(_context, task->context, &_host->sp);
    fiber::arrived_from(task->fiber);
    _host->on_task = 0;
    _host->current = nullptr;
    limit_word::set(0);
    std::swap(_exception_globals[0], task->exception_globals[0]);
    std::swap(_exception_globals[1], task->exception_globals[1]);
}

// The lock is held on entry and on return, but not while the task is freed: that can reach scheduler and
// kernel.
void scheduler_loop::bury_dead() {
    rust_task *dead = _dead;
    _lock.unlock();
    in_use.stacks->death(dead);
    dead->deref();
    _lock.lock();
    _dead = nullptr;
}

void scheduler_loop::switch_out(rust_task *task) {
    _host_fiber.about_to_enter();
    rustrt_swap(task->context, _context);
    fiber::arrived_from(_host_fiber);
}

void scheduler_loop::switch_out_for_good(rust_task *task) {
    _host_fiber.about_to_enter();
    rustrt_swap(task->context, _context);
    __builtin_unreachable();
}

// ---- for other threads

rust_task *scheduler_loop::create_task(const char *name) {
    return exchange_new<rust_task>(this, name);
}

void scheduler_loop::transition(rust_task *task, task_state from, task_state to) {
    scoped_lock with(_lock);
    auto get_state = [task] { return task->state; };
    assert(get_state() == from);
    if (from != task_state::newborn) list_of(from).remove(task);
    else if (_killed) task->killed = true;
    if (to == task_state::dead) {
        assert(!_dead && "the dead slot is taken");
        _dead = task;
    } else {
        list_of(to).append(task);
    }
    task->state = to;
    // Under the lock: once it is free the loop may run, exit and be freed.
    _driver->pump();
}

void scheduler_loop::kill_all_tasks() {
    std::vector<rust_task *> all;
    {
        scoped_lock with(_lock);
        // Those born later are killed when they start.
        _killed = true;
        for (size_t i = 0; i < _running.length(); i++) all.push_back(_running[i]);
        for (size_t i = 0; i < _blocked.length(); i++) all.push_back(_blocked[i]);
        for (rust_task *task : all) task->ref();
    }
    for (rust_task *task : all) {
        task->kill();
        task->deref();
    }
}

void scheduler_loop::exit() {
    scoped_lock with(_lock);
    _should_exit = true;
    _driver->pump();
}

} // namespace legacy

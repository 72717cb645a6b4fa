#include "sched/scheduler.h"
#include "env/environment.h"
#include "kernel/kernel.h"
#include "memory/exchange.h"
#include "sched/launcher.h"
#include <cassert>

namespace legacy {

scheduler::scheduler(kernel *owner, rust_sched_id id, loop_kind kind, size_t max_loops, bool may_exit,
                     bool killed)
    : _kernel(owner), _id(id), _kind(kind), _max_loops(max_loops), _may_exit(may_exit), _killed(killed) {
    add_launcher();
}

scheduler::~scheduler() {
    for (loop_launcher *launcher : _launchers) exchange_delete(launcher);
}

void scheduler::deref() {
    if (__atomic_sub_fetch(&_ref_count, 1, __ATOMIC_SEQ_CST) == 0) exchange_delete(this);
}

// ---- loops

// Under the lock, or while nobody else knows this scheduler.
loop_launcher *scheduler::add_launcher() {
    const char *seed = _kernel->env.seed;
    loop_launcher *launcher = nullptr;
    if (_kind == loop_kind::own_thread) launcher = exchange_new<thread_launcher>(this, seed, _killed);
    else launcher = exchange_new<host_launcher>(this, seed, _killed);
    _launchers.push_back(launcher);
    _live_loops++;
    return launcher;
}

loop_launcher *scheduler::first_launcher() {
    scoped_lock with(_lock);
    return _launchers[0];
}

size_t scheduler::created_loops() {
    scoped_lock with(_lock);
    return _launchers.size();
}

void scheduler::start_first_loop() {
    first_launcher()->start();
}

void scheduler::join_loops() {
    for (loop_launcher *launcher : _launchers) launcher->join();
}

void scheduler::release_loop() {
    bool last;
    {
        scoped_lock with(_lock);
        last = --_live_loops == 0;
    }
    if (last) _kernel->release_scheduler(_id);
}

// ---- tasks

loop_launcher *scheduler::next_launcher() {
    scoped_lock with(_lock);
    _live_tasks++;
    loop_launcher *chosen;
    if (_next_loop < _launchers.size()) {
        chosen = _launchers[_next_loop];
    } else {
        chosen = add_launcher();
        chosen->start();
    }
    _next_loop = (_next_loop + 1) % _max_loops;
    return chosen;
}

rust_task *scheduler::create_task(const char *name) {
    loop_launcher *launcher = next_launcher();
    _kernel->register_task();
    return launcher->loop().create_task(name);
}

void scheduler::release_task() {
    bool must_exit;
    // If another thread makes this scheduler exit meanwhile, it may be gone: only must_exit says that it is
    // ours to end.
    kernel *k = _kernel;
    {
        scoped_lock with(_lock);
        must_exit = --_live_tasks == 0 && _may_exit;
    }
    k->unregister_task();
    if (must_exit) exit();
}

// ---- ending

void scheduler::allow_exit() {
    bool must_exit;
    {
        scoped_lock with(_lock);
        _may_exit = true;
        must_exit = _live_tasks == 0;
    }
    if (must_exit) exit();
}

void scheduler::exit() {
    size_t count = created_loops();
    // One by one, since there may be no memory for a copy. The last one told may take this scheduler with it.
    for (size_t i = 0; i < count; i++) {
        loop_launcher *launcher;
        {
            scoped_lock with(_lock);
            launcher = _launchers[i];
        }
        launcher->loop().exit();
    }
}

void scheduler::kill_all_tasks() {
    std::vector<loop_launcher *> all;
    {
        scoped_lock with(_lock);
        _killed = true;
        all = _launchers;
    }
    for (loop_launcher *launcher : all) launcher->loop().kill_all_tasks();
}

} // namespace legacy

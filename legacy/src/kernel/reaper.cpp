#include "kernel/reaper.h"
#include "kernel/kernel.h"
#include "router/binding.h"
#include <cassert>

namespace legacy {

void reaper::start() {
    thread::start();
    scoped_lock with(_lock);
    while (!_runs) _lock.wait();
}

void reaper::run() {
    in_use.host(); // as loops do: what a router needs for its record of the thread it takes now, before tasks may have taken all memory
    {
        scoped_lock with(_lock);
        _runs = true;
        _lock.signal();
    }
    _kernel.reap_schedulers();
}

void kernel::release_scheduler(rust_sched_id id) {
    scoped_lock with(_sched_lock);
    _join_list.push_back(id);
    _sched_lock.signal();
}

void kernel::reap_schedulers() {
    _sched_lock.lock();
    while (!_schedulers.empty()) {
        while (_join_list.empty()) _sched_lock.wait();
        while (!_join_list.empty()) {
            rust_sched_id id = _join_list.back();
            _join_list.pop_back();
            auto found = _schedulers.find(id);
            assert(found != _schedulers.end());
            scheduler *ended = found->second;
            _schedulers.erase(found);
            ended->join_loops();
            ended->deref();
        }
    }
    _sched_lock.unlock();
}

} // namespace legacy

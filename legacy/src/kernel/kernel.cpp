#include "kernel/kernel.h"
#include "memory/exchange.h"
#include "router/hooks.h"
#include "sched/launcher.h"
#include "task/current.h"
#include <cassert>

namespace legacy {

kernel::kernel(const environment &env) : _reaper(*this), env(env) {
    _words[RUSTRT_UNIT_ENVIRONMENT] = const_cast<environment *>(&env);
    hooks::run_birth(_words);
    _platform_id = create_scheduler(loop_kind::host_thread, 1, false);
    _default_id = create_scheduler(loop_kind::own_thread, env.num_threads, false);
    _reaper.start();
}

kernel::~kernel() {
    hooks::run_burial(_words);
}

int kernel::run() {
    find_scheduler(_platform_id)->first_launcher()->driver().run();
    leave_departed_task();
    _reaper.join();
    return _exit_status;
}

rust_sched_id kernel::create_scheduler(loop_kind kind, size_t max_loops, bool may_exit) {
    scheduler *made;
    rust_sched_id id;
    {
        scoped_lock with(_sched_lock);
        id = ++_last_sched_id;
        assert(id > 0 && "scheduler ids are exhausted");
        made = exchange_new<scheduler>(this, id, kind, max_loops, may_exit, _killed);
        _schedulers[id] = made;
        _join_list.reserve(_schedulers.size()); // a scheduler ends where there may be no memory left
    }
    made->start_first_loop();
    return id;
}

rust_sched_id kernel::create_scheduler(size_t max_loops) {
    return create_scheduler(loop_kind::own_thread, max_loops, true);
}

scheduler *kernel::find_scheduler(rust_sched_id id) {
    if (id == 0) return nullptr;
    scoped_lock with(_sched_lock);
    auto found = _schedulers.find(id);
    return found == _schedulers.end() ? nullptr : found->second;
}

rust_task *kernel::create_task(rust_sched_id id, const char *name) {
    scheduler *home = find_scheduler(id);
    return home ? home->create_task(name) : nullptr;
}

void kernel::set_exit_status(int status) {
    scoped_lock with(_rval_lock);
    if (_exit_status != failure_status) _exit_status = status;
}

} // namespace legacy

#include "sched/driver.h"
#include "sched/loop.h"

namespace legacy {

loop_driver::loop_driver(scheduler_loop &loop) : _loop(loop) {
    loop.set_driver(this);
}

void loop_driver::run() {
    _loop.enter_thread();
    for (;;) {
        switch (_loop.run_single_turn()) {
        case turn_result::keep_going: break;
        case turn_result::block: wait_for_signal(); break;
        case turn_result::exit: return;
        }
    }
}

void loop_driver::wait_for_signal() {
    scoped_lock with(_lock);
    if (!_signalled) _lock.wait();
    _signalled = false;
}

void loop_driver::pump() {
    scoped_lock with(_lock);
    _signalled = true;
    _lock.signal();
}

} // namespace legacy

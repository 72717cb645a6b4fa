// Drives a loop on one thread: turn after turn, sleeping on its own lock (D) when a turn found nothing to
// run.
//
// Wake protocol: whoever changes something the loop should see calls pump(), which sets the flag under D and
// signals; the driver waits only while the flag is clear, and clears it before its next turn. A pump between
// an empty turn and the wait is therefore not lost. The wait is not repeated: a spurious return costs one
// empty turn.
#ifndef LEGACY_SCHED_DRIVER_H
#define LEGACY_SCHED_DRIVER_H
#include "locks/lock_and_signal.h"

namespace legacy {

class scheduler_loop;

class loop_driver {
    scheduler_loop &_loop;
    lock_and_signal _lock;
    bool _signalled = false;

    void wait_for_signal();

public:
    explicit loop_driver(scheduler_loop &loop);
    // Until the loop has exited. Loop and driver may be gone by the time it returns.
    void run();
    void pump();
};

} // namespace legacy
#endif

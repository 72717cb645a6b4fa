// A timer that one task waits for.
//
// It lives on the loop: started, it fires once or is cancelled, then closes. Task and loop hold a reference
// each, so that a cancelling which comes too late finds it still there. Only the loop's thread touches the
// handle.
#pragma once
#include "io/io_task.h"
#include "memory/ref.h"

namespace core {

class loop_timer;

struct time_passed {};

class timeout {
public:
    timeout(const io_task &io, uint32_t milliseconds);
    timeout(const timeout &) = delete;
    // Cancels the timer unless it was seen to fire.
    ~timeout();

    // Waits for the time to pass. False: the loop is gone.
    bool wait();
    // The same, but a value on the port, or its end, comes in time. Where both are there it is in time.
    bool passes_before(rustcore_port *port);

private:
    const io_task &io_;
    ref<loop_timer> timer_;
    rustcore::port<time_passed> passed_{nullptr};
    bool seen_ = false;
};

} // namespace core

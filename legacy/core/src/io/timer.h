// A timer that one task waits for.
//
// It lives on the loop: started, it fires once or is cancelled, then closes. Task and loop hold a reference
// each, so that a cancelling which comes too late finds it still there. Only the loop's thread touches the
// handle.
#pragma once
#include "io/io_task.h"

namespace core {

class Timer;

class Alarm {
public:
    Alarm(const IoTask &io, uint32_t milliseconds);
    Alarm(const Alarm &) = delete;
    // Cancels the timer unless it was seen to fire.
    ~Alarm();

    // Waits for the time to pass. False: the loop is gone.
    bool wait();
    // The same on a port (false: in time). Of both the port wins; a closed port is in time.
    bool passes_before(rustcore_port *port);

private:
    const IoTask &io_;
    Timer *timer_;
    rustcore_port *fired_;
    bool seen_ = false;
};

} // namespace core

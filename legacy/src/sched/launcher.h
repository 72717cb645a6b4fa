// What gives a loop its thread: an OS thread of its own, or, for the platform scheduler, the thread that
// called rust_start.
#ifndef LEGACY_SCHED_LAUNCHER_H
#define LEGACY_SCHED_LAUNCHER_H
#include "sched/driver.h"
#include "sched/loop.h"
#include "threads/thread.h"

namespace legacy {

class loop_launcher {
protected:
    scheduler_loop _loop;
    loop_driver _driver;

public:
    loop_launcher(scheduler *home, const char *rust_seed, bool killed)
        : _loop(home, rust_seed, killed), _driver(_loop) {}
    virtual ~loop_launcher() = default;
    virtual void start() = 0;
    virtual void join() = 0;
    scheduler_loop &loop() {
        return _loop;
    }
    loop_driver &driver() {
        return _driver;
    }
};

class thread_launcher final : public loop_launcher, private thread {
    void run() override {
        _driver.run();
    }

public:
    using loop_launcher::loop_launcher;
    void start() override {
        thread::start();
    }
    void join() override {
        thread::join();
    }
};

class host_launcher final : public loop_launcher {
public:
    using loop_launcher::loop_launcher;
    // rust_start runs the driver itself.
    void start() override {}
    void join() override {}
};

} // namespace legacy
#endif

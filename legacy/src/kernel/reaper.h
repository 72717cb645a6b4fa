// The thread that joins the threads of ended schedulers and frees them: they cannot do it themselves.
#ifndef LEGACY_KERNEL_REAPER_H
#define LEGACY_KERNEL_REAPER_H
#include "locks/lock_and_signal.h"
#include "threads/thread.h"

namespace legacy {

class kernel;

class reaper final : public thread {
    kernel &_kernel;
    lock_and_signal _lock;
    bool _runs = false;

    void run() override;

public:
    explicit reaper(kernel &owner) : _kernel(owner) {}

    // Returns when it runs: what a thread takes memory for at its start it has then, whatever tasks take.
    void start();
};

} // namespace legacy
#endif

// The thread that joins the threads of ended schedulers and frees them: they cannot do it themselves.
#ifndef LEGACY_KERNEL_REAPER_H
#define LEGACY_KERNEL_REAPER_H
#include "threads/thread.h"

namespace legacy {

class kernel;

class reaper final : public thread {
    kernel &_kernel;

    void run() override;

public:
    explicit reaper(kernel &owner) : _kernel(owner) {}
};

} // namespace legacy
#endif

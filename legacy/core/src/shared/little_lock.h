// Little locks: the runtime's mutexes, held over atomic sections only, so that a holder neither yields nor is
// killed. Not recursive: a task that locks one twice waits for itself.
#pragma once
#include "stacks/hops.h"
#include "tasks/depths.h"

namespace core {

class little_lock {
    rust_lock *_lock;

public:
    little_lock() : _lock(on_c([] { return rust_create_little_lock(); })) {}
    ~little_lock() {
        on_c([this] { rust_destroy_little_lock(_lock); });
    }
    little_lock(const little_lock &) = delete;
    little_lock &operator=(const little_lock &) = delete;

    rust_lock *get() const {
        return _lock;
    }
};

// The lock held for a scope, also when the task unwinds.
class locked {
    atomic_section _section;
    rust_lock *_lock;

public:
    explicit locked(rust_lock *lock) : _section(rust_get_task()), _lock(lock) {
        on_c([this] { rust_lock_little_lock(_lock); });
    }
    explicit locked(const little_lock &lock) : locked(lock.get()) {}
    ~locked() {
        on_c([this] { rust_unlock_little_lock(_lock); });
    }
    locked(const locked &) = delete;
    locked &operator=(const locked &) = delete;
};

} // namespace core

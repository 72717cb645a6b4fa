// The runtime's one kind of lock: a mutex with a condition variable. Kernel, scheduler, loop, driver, task,
// the log and callers' little locks all use it. Plain and not recursive: locking it twice on one thread
// deadlocks, and unlocking it without holding it goes unnoticed until it is destroyed.
#ifndef LEGACY_LOCKS_LOCK_AND_SIGNAL_H
#define LEGACY_LOCKS_LOCK_AND_SIGNAL_H
#include <pthread.h>

namespace legacy {

class lock_and_signal {
    pthread_mutex_t _mutex;
    pthread_cond_t _cond;

public:
    lock_and_signal();
    ~lock_and_signal();
    lock_and_signal(const lock_and_signal &) = delete;
    lock_and_signal &operator=(const lock_and_signal &) = delete;

    void lock();
    void unlock();
    // The lock must be held; may return without a signal.
    void wait();
    // Wakes at most one waiter; lost if nobody waits.
    void signal();
};

class scoped_lock {
    lock_and_signal &_lock;

public:
    explicit scoped_lock(lock_and_signal &lock) : _lock(lock) {
        _lock.lock();
    }
    ~scoped_lock() {
        _lock.unlock();
    }
    scoped_lock(const scoped_lock &) = delete;
    scoped_lock &operator=(const scoped_lock &) = delete;
};

} // namespace legacy

// The name under which callers know it.
struct rust_lock : legacy::lock_and_signal {};

#endif

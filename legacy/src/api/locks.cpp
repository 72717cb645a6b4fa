// The service locks: little locks and the debug ones are the same object. Plain C++ heap, not counted.
#include "locks/lock_and_signal.h"
#include "rustrt.h"
#include <cassert>

extern "C" {

rust_lock *rust_create_little_lock(void) {
    return new rust_lock;
}

void rust_destroy_little_lock(rust_lock *lock) {
    delete lock;
}

void rust_lock_little_lock(rust_lock *lock) {
    lock->lock();
}

void rust_unlock_little_lock(rust_lock *lock) {
    lock->unlock();
}

rust_lock *rust_dbg_lock_create(void) {
    return new rust_lock;
}

void rust_dbg_lock_destroy(rust_lock *lock) {
    assert(lock);
    delete lock;
}

void rust_dbg_lock_lock(rust_lock *lock) {
    assert(lock);
    lock->lock();
}

void rust_dbg_lock_unlock(rust_lock *lock) {
    assert(lock);
    lock->unlock();
}

void rust_dbg_lock_wait(rust_lock *lock) {
    assert(lock);
    lock->wait();
}

void rust_dbg_lock_signal(rust_lock *lock) {
    assert(lock);
    lock->signal();
}
}

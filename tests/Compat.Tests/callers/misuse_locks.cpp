// Misuse (misuse.h) of locks.
#include "harness.h"
#include <pthread.h>

using namespace harness;

START(a_little_lock_needs_no_runtime, exits(0).out("ok\n")) {
    rust_lock *lock = rust_create_little_lock();
    rust_lock_little_lock(lock);
    rust_unlock_little_lock(lock);
    rust_destroy_little_lock(lock);
    print("ok\n");
}

START(destroying_a_locked_little_lock_says_what_failed,
      aborts("pthread_mutex_destroy(&_mutex) failed in ").err("lock_and_signal.cpp at line ").err(", result = 16 (Device or resource busy) ")) {
    rust_lock *lock = rust_create_little_lock();
    rust_lock_little_lock(lock);
    rust_destroy_little_lock(lock);
}

START(a_lock_held_by_another_thread_cannot_be_destroyed, aborts("pthread_mutex_destroy(&_mutex) failed in ")) {
    static rust_lock *lock = rust_create_little_lock();
    pthread_t thread;
    pthread_create(&thread, nullptr, [](void *) -> void * { rust_lock_little_lock(lock); return nullptr; }, nullptr);
    pthread_join(thread, nullptr);
    rust_destroy_little_lock(lock);
}

START(destroying_no_little_lock_is_fine, exits(0).out("ok\n")) {
    rust_destroy_little_lock(nullptr);
    print("ok\n");
}

START(a_debug_lock_wakes_its_waiter, exits(0).out("woken\n")) {
    static rust_lock *lock = rust_dbg_lock_create();
    static bool set;
    rust_dbg_lock_lock(lock);
    pthread_t thread;
    pthread_create(&thread, nullptr, [](void *) -> void * {
        rust_dbg_lock_lock(lock);
        set = true;
        rust_dbg_lock_signal(lock);
        rust_dbg_lock_unlock(lock);
        return nullptr;
    }, nullptr);
    while (!set) rust_dbg_lock_wait(lock);
    rust_dbg_lock_unlock(lock);
    pthread_join(thread, nullptr);
    rust_dbg_lock_destroy(lock);
    print("woken\n");
}

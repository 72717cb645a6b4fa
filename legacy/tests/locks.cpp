#include "harness.h"
#include <pthread.h>
using namespace harness;

static rust_lock *lock;
static int turn;

START(destroying_a_held_lock_aborts,
      aborts("pthread_mutex_destroy(&_mutex) failed in ")
          .err("/lock_and_signal.cpp at line 67, result = 16 (Device or resource busy) \n")) {
    lock = rust_create_little_lock();
    rust_lock_little_lock(lock);
    rust_destroy_little_lock(lock);
}

START(an_unheld_unlock_is_noticed_at_destruction, aborts("pthread_mutex_destroy(&_mutex) failed in ")) {
    lock = rust_create_little_lock();
    rust_unlock_little_lock(lock);
    rust_destroy_little_lock(lock);
}

START(destroying_a_held_debug_lock_aborts, aborts("pthread_mutex_destroy(&_mutex) failed in ")
                                               .err("at line 67, result = 16 (Device or resource busy) \n")) {
    lock = rust_dbg_lock_create();
    rust_dbg_lock_lock(lock);
    rust_dbg_lock_destroy(lock);
}

START(a_released_lock_can_be_destroyed, exits(0)) {
    lock = rust_create_little_lock();
    rust_lock_little_lock(lock);
    rust_unlock_little_lock(lock);
    rust_destroy_little_lock(lock);
    lock = rust_dbg_lock_create();
    rust_dbg_lock_lock(lock);
    rust_dbg_lock_unlock(lock);
    rust_dbg_lock_destroy(lock);
}

CASE(locks_are_not_exchange_blocks, exits(0).threads("1")) {
    on_c([] {
        uintptr_t before = *rust_get_exchange_count_ptr();
        rust_lock *little = rust_create_little_lock(), *debug = rust_dbg_lock_create();
        CHECK(*rust_get_exchange_count_ptr() == before);
        rust_destroy_little_lock(little);
        rust_dbg_lock_destroy(debug);
        CHECK(*rust_get_exchange_count_ptr() == before);
    });
}

START(a_signal_that_nobody_waits_for_is_lost, hangs()) {
    lock = rust_dbg_lock_create();
    rust_dbg_lock_signal(lock); // the lock need not be held
    rust_dbg_lock_lock(lock);
    while (turn == 0) rust_dbg_lock_wait(lock);
}

START(destroying_null_is_harmless_for_a_little_lock, exits(0)) {
    rust_destroy_little_lock(nullptr);
}

START(relocking_on_one_thread_deadlocks, hangs()) {
    lock = rust_create_little_lock();
    rust_lock_little_lock(lock);
    rust_lock_little_lock(lock);
}

START(debug_destroy_asserts_non_null, aborts("Assertion `lock' failed")) {
    rust_dbg_lock_destroy(nullptr);
}

START(debug_lock_asserts_non_null, aborts("Assertion `lock' failed")) {
    rust_dbg_lock_lock(nullptr);
}

START(debug_unlock_asserts_non_null, aborts("Assertion `lock' failed")) {
    rust_dbg_lock_unlock(nullptr);
}

START(debug_wait_asserts_non_null, aborts("Assertion `lock' failed")) {
    rust_dbg_lock_wait(nullptr);
}

START(debug_signal_asserts_non_null, aborts("Assertion `lock' failed")) {
    rust_dbg_lock_signal(nullptr);
}

START(a_signal_wakes_a_waiter, exits(0)) {
    lock = rust_dbg_lock_create();
    pthread_t thread;
    rust_dbg_lock_lock(lock);
    pthread_create(
        &thread, nullptr,
        [](void *) -> void * {
            rust_dbg_lock_lock(lock);
            turn = 1;
            rust_dbg_lock_signal(lock);
            while (turn != 2) rust_dbg_lock_wait(lock);
            rust_dbg_lock_unlock(lock);
            return nullptr;
        },
        nullptr);
    while (turn != 1) rust_dbg_lock_wait(lock);
    turn = 2;
    rust_dbg_lock_signal(lock);
    rust_dbg_lock_unlock(lock);
    pthread_join(thread, nullptr);
    rust_dbg_lock_destroy(lock);
}

CASE(tasks_of_two_threads_exclude_each_other, exits(0).threads("2")) {
    static int counter, ended;
    lock = rust_create_little_lock();
    for (int i = 0; i < 4; i++)
        spawn(TASK {
            for (int k = 0; k < 1000; k++)
                on_c([] {
                    rust_lock_little_lock(lock);
                    counter++;
                    rust_unlock_little_lock(lock);
                });
            __atomic_add_fetch(&ended, 1, __ATOMIC_SEQ_CST);
        });
    while (__atomic_load_n(&ended, __ATOMIC_SEQ_CST) < 4) yield();
    CHECK(counter == 4000);
    rust_destroy_little_lock(lock);
}

#include "locks/lock_and_signal.h"
#include "support/checked.h"

namespace legacy {

lock_and_signal::lock_and_signal() {
    CHECKED(pthread_mutex_init(&_mutex, nullptr));
    CHECKED(pthread_cond_init(&_cond, nullptr));
}

lock_and_signal::~lock_and_signal() {
    // A mutex that is still held is reported here: callers rely on the message, with the line it named, and the abort.
    constexpr int observed_line = 67;
    if (int result = pthread_mutex_destroy(&_mutex))
        call_failed("pthread_mutex_destroy(&_mutex)", __FILE__, observed_line, result);
    CHECKED(pthread_cond_destroy(&_cond));
}

void lock_and_signal::lock() {
    CHECKED(pthread_mutex_lock(&_mutex));
}

void lock_and_signal::unlock() {
    CHECKED(pthread_mutex_unlock(&_mutex));
}

void lock_and_signal::wait() {
    CHECKED(pthread_cond_wait(&_cond, &_mutex));
}

void lock_and_signal::signal() {
    CHECKED(pthread_cond_signal(&_cond));
}

} // namespace legacy

// An OS thread of the runtime: created with a given stack size, stack checks off.
#ifndef LEGACY_THREADS_THREAD_H
#define LEGACY_THREADS_THREAD_H
#include <cstddef>
#include <pthread.h>

namespace legacy {

class thread {
    pthread_t _handle{};
    size_t _stack_size;

    static void *enter(void *self);

public:
    // 1 MiB where the runtime of 2013 had 100 KiB (loops) and 20 KiB (reaper): services written in C# run on
    // them.
    static constexpr size_t default_stack_size = 1024 * 1024;

    explicit thread(size_t stack_size = default_stack_size) : _stack_size(stack_size) {}
    virtual ~thread() = default;

    void start();
    void join();
    virtual void run() = 0;
};

} // namespace legacy
#endif

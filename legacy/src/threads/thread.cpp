#include "threads/thread.h"
#include "stacks/limit_word.h"
#include "support/checked.h"

namespace legacy {

void *thread::enter(void *self) {
    limit_word::set(0);
    static_cast<thread *>(self)->run();
    return nullptr;
}

void thread::start() {
    pthread_attr_t attributes;
    CHECKED(pthread_attr_init(&attributes));
    CHECKED(pthread_attr_setstacksize(&attributes, _stack_size));
    CHECKED(pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_JOINABLE));
    CHECKED(pthread_create(&_handle, &attributes, enter, this));
    CHECKED(pthread_attr_destroy(&attributes));
}

void thread::join() {
    CHECKED(pthread_join(_handle, nullptr));
}

} // namespace legacy

/* A thread that enters C# for the first time asks the C library for its stack's bounds, which takes a few bytes. Where memory is gone the
 * runtime does not look at the answer and reads bounds that nobody wrote, which ended the process in SIGSEGV. The library is linked to ask
 * here (--wrap=pthread_getattr_np): the old side, whose first block did not fit either, aborts with these words. */
#define _GNU_SOURCE
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

int __real_pthread_getattr_np(pthread_t thread, pthread_attr_t *attributes);
int __wrap_pthread_getattr_np(pthread_t thread, pthread_attr_t *attributes);

int __wrap_pthread_getattr_np(pthread_t thread, pthread_attr_t *attributes) {
    static const char words[] = "exchange heap: out of memory for a thread's first call\n";
    if (!__real_pthread_getattr_np(thread, attributes)) return 0;
    /* Whether they arrive or not, the end is the same. */
    if (write(STDERR_FILENO, words, sizeof words - 1)) abort();
    abort();
}

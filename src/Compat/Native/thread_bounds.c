/* A thread that enters C# for the first time asks the C library for its stack's bounds, which takes a few bytes. Where there are none left the
 * runtime does not look at the answer and reads bounds that nobody wrote, which ended the process in SIGSEGV. The library is linked to ask
 * here (--wrap=pthread_getattr_np), and ends as the router does when it asks for the same. */
#define _GNU_SOURCE
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

int __real_pthread_getattr_np(pthread_t thread, pthread_attr_t *attributes);
int __wrap_pthread_getattr_np(pthread_t thread, pthread_attr_t *attributes);

int __wrap_pthread_getattr_np(pthread_t thread, pthread_attr_t *attributes) {
    static const char words[] = "rustrt: cannot read the bounds of this thread's stack\n";
    static atomic_flag told = ATOMIC_FLAG_INIT;
    if (!__real_pthread_getattr_np(thread, attributes)) return 0;
    /* The runtime's own threads ask as well, at the same time: one tells and ends the process. */
    if (atomic_flag_test_and_set(&told))
        for (;;) pause();
    /* Whether they arrive or not, the end is the same. */
    if (write(STDERR_FILENO, words, sizeof words - 1)) abort();
    abort();
}

/* The limit of the process's address space (ulimit -v), for those who reserve: the stacks of tasks and the managed heap. */
#ifndef RUSTRT_ADDRESS_SPACE_H
#define RUSTRT_ADDRESS_SPACE_H
#include <stdbool.h>
#include <sys/resource.h>

/* In bytes. */
static inline rlim_t address_space_limit(void) {
    struct rlimit limit;
    return getrlimit(RLIMIT_AS, &limit) ? RLIM_INFINITY : limit.rlim_cur;
}

/* It is set, to less than is as good as unlimited. */
static inline bool addresses_are_few(void) {
    enum { MEGABYTE = 1 << 20, ENOUGH = 1 << 20 }; /* a million tasks with a megabyte each */
    return address_space_limit() / MEGABYTE < ENOUGH;
}
#endif

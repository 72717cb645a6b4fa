/* The runtime writes to most pages of the library's own data when it starts (type tables are unpacked there). The kernel is asked for
 * all of them at once: it maps two hundred in the time that three faults take. One that cannot (before Linux 5.14) leaves them to faults. */
#include <stdint.h>
#include <sys/mman.h>

#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23
#endif

enum { PAGE = 4096 };

/* The linker's: the data that has no bytes in the file. */
extern char __bss_start __attribute__((visibility("hidden")));
extern char _end __attribute__((visibility("hidden")));

__attribute__((constructor)) static void map_first_pages(void) {
    uintptr_t from = ((uintptr_t)&__bss_start + PAGE - 1) & -(uintptr_t)PAGE, to = ((uintptr_t)&_end + PAGE - 1) & -(uintptr_t)PAGE;
    madvise((void *)from, to - from, MADV_POPULATE_WRITE);
}

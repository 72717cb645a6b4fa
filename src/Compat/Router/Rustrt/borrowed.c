/* Host stacks of a legacy library that does not publish them: one without a core table. What old callers could read of a task
 * is enough: word `next` of its context is the context that its scheduler loop saved when it switched into the task, and word 1
 * of a context is its stack pointer. So upcalls begin below that, and everything there is free until the loop runs again.
 *
 * C# is told of a stand-in for the task, since the library's own block has another layout behind its prefix. It lives for one
 * upcall, at the top of the stack that was found. Only units without a seam to the core are served so (backends.c), and these
 * keep nothing in a task and neither park nor fail. */
#include "router_api.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CONTEXT_NEXT = 22, CONTEXT_SP = 1, RED_ZONE_OF_C = 128, NEEDED_BY_CSHARP = 256 << 10 };

int router_hosts_are_borrowed;
static rust_task *(*task_of_library)(void);

void router_borrow_hosts(void *get_task) {
    *(void **)&task_of_library = get_task;
    router_hosts_are_borrowed = 1;
}

static char *saved_stack_pointer(void) {
    const rustrt_task_block *task = (const rustrt_task_block *)task_of_library();
    const uint64_t *loop = (const uint64_t *)task->context[CONTEXT_NEXT];
    return (char *)loop[CONTEXT_SP];
}

/* From an upcall that is on no task as far as the host block knows. Where it is on one all the same, makes the block say so. */
HIDDEN int router_borrow_host(void) {
    rustrt_host *host = &router_host_tls;
    if (host->current || router_on_own_stack(__builtin_frame_address(0))) return 0;
    char *sp = saved_stack_pointer();
    if (!router_on_own_stack(sp) || sp - host->lo < NEEDED_BY_CSHARP) {
        fprintf(stderr, "rustrt: a task calls a service in C#, and no host stack with 256 KiB of room is found for it; the legacy "
                        "library publishes none (rustrt_core.h), and 'next' of the task's context leads to %p\n", (void *)sp);
        abort();
    }
    rustrt_task_block *stand_in = (rustrt_task_block *)((uintptr_t)(sp - RED_ZONE_OF_C - sizeof *stand_in) & -(uintptr_t)64);
    memset(stand_in, 0, sizeof *stand_in);
    host->sp = stand_in;
    host->current = stand_in;
    host->on_task = 1;
    return 1;
}

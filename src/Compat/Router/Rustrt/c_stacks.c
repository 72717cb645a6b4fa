/* C stacks that are lent to tasks, where the address space is limited (ulimit -v): 1 MiB for C calls each would leave room for few
 * tasks. So a task gets its thread's when its turn begins, and gives it back when the turn ends, unless it is inside of a C
 * call then: that one it keeps until its call has returned, and the thread takes another. As the old runtime did, and
 * with the same consequence: tasks that wait inside of C calls need a C stack each.
 *
 * To the rest of the router a task with a lent stack is one whose C code has a part of its own (segments.c); only that the part lies
 * elsewhere. The words c_sp, C_TOP and C_LOW are valid during a turn, and beyond it while c_depth is not 0. */
#include "reservations.h"
#include <pthread.h>

enum { C_STACK = (1 << 20) + (8 << 10) }; /* what the old side had, and room for a late signal */

bool router_c_stacks_are_lent;

/* The block at the top of a reservation; what is below it is the C stack. */
static __thread rustrt_task_block *of_thread __attribute__((tls_model("initial-exec")));
static pthread_key_t at_thread_end;

static void end_of_thread(void *ignored) {
    (void)ignored;
    if (of_thread) router_give_back(of_thread);
    of_thread = NULL;
}

void router_decide_lending(void) {
    router_c_stacks_are_lent = addresses_are_few();
    if (router_c_stacks_are_lent) pthread_key_create(&at_thread_end, end_of_thread);
}

void router_lend_c_stack(rustrt_task_block *task) {
    rustrt_stack_words *w = &task->stacks;
    w->spares |= SPARE_C_STACK;
    if (w->c_depth) return; /* it has kept one */
    if (!of_thread) {
        of_thread = router_reserve(C_STACK);
        if (!of_thread)
            router_assertion("(block || !size) && \"exchange heap: out of memory\"", "rust_exchange_alloc.cpp", 0,
                             "void* rust_exchange_alloc::malloc(size_t, bool)");
        pthread_setspecific(at_thread_end, of_thread);
    }
    w->c_sp = w->own[C_TOP] = (char *)of_thread;
    w->own[C_LOW] = lowest_of(of_thread);
}

void router_take_back_c_stack(rustrt_task_block *task) {
    rustrt_stack_words *w = &task->stacks;
    rustrt_task_block *its = (rustrt_task_block *)w->own[C_TOP];
    w->spares &= ~(uint32_t)SPARE_C_STACK;
    if (w->c_depth) {
        if (its == of_thread) of_thread = NULL;
    } else if (!of_thread) {
        of_thread = its;
    } else if (its != of_thread) {
        router_give_back(its);
    }
}

/* The task is dead. One that ended without returning from a C call has a C stack still. */
void router_take_lent_stack_of(rustrt_task_block *task) {
    if (!task->stacks.c_depth) return;
    task->stacks.c_depth = 0;
    router_take_back_c_stack(task);
}

/* Alternate signal stacks of the threads that run tasks. CoreCLR gives its threads one, NativeAOT does not. Two signals need it: that of a
 * task's stack overflow, which can be told nowhere else, and that with which the collector suspends threads. */
#define _GNU_SOURCE
#include "router_api.h"
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/mman.h>

enum { ALTERNATE_STACK = 64 << 10 };

static pthread_key_t at_thread_end;
static bool ends_are_told;

/* CoreCLR frees the one that it finds where a thread that was its guest ends. */
static void give_back(void *stack) {
    stack_t found;
    sigaltstack(NULL, &found);
    if (found.ss_flags & SS_DISABLE || found.ss_sp != stack) return;
    sigaltstack(&(stack_t){.ss_flags = SS_DISABLE}, NULL);
    munmap(stack, ALTERNATE_STACK);
}

/* A program may have as many threads one after the other as it likes. */
static void have_key(void) { ends_are_told = !pthread_key_create(&at_thread_end, give_back); }

void router_have_alternate_stack(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    stack_t alternate;
    sigaltstack(NULL, &alternate);
    if (!(alternate.ss_flags & SS_DISABLE)) return;
    pthread_once(&once, have_key);
    void *stack = mmap(NULL, ALTERNATE_STACK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (stack == MAP_FAILED) return;
    sigaltstack(&(stack_t){.ss_sp = stack, .ss_size = ALTERNATE_STACK}, NULL);
    if (ends_are_told) pthread_setspecific(at_thread_end, stack);
}

/* Where CoreCLR was here first the signal is its own as well, and its threads' alternate stacks are too small for what it does there. */
bool router_suspension_is_unused(void) {
    struct sigaction action;
    return !sigaction(SIGRTMIN, NULL, &action) && !(action.sa_flags & SA_SIGINFO) && action.sa_handler == SIG_DFL;
}

/* A late signal comes while its thread is on a task's stack, and those of the old side have no room for it at their end: what lies
 * below is somebody else's block. */
void router_suspend_on_alternate_stacks(void) {
    struct sigaction action;
    if (sigaction(SIGRTMIN, NULL, &action) || !(action.sa_flags & SA_SIGINFO)) return;
    action.sa_flags |= SA_ONSTACK;
    sigaction(SIGRTMIN, &action, NULL);
}

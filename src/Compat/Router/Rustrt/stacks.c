/* Task stacks of the new core: one reservation per task, what was asked for plus 1 MiB (C runs in place on it). Where the address
 * space is limited the 1 MiB is a C stack that is lent (c_stacks.c). The task block lies at the top. */
#define _GNU_SOURCE
#include "reservations.h"
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define AT(type, field, offset) _Static_assert(offsetof(type, field) == (offset), #field)
AT(rustrt_task_block, action, T_ACTION);
AT(rustrt_task_block, k, T_K);
AT(rustrt_task_block, core, T_SP);
AT(rustrt_task_block, stacks, T_STACKS);
AT(new_core_words, limit, T_LIMIT - T_SP);
AT(new_core_words, result, T_RESULT - T_SP);
AT(new_core_words, eh, T_EH - T_SP);
AT(new_core_words, state, T_STATE - T_SP);
AT(new_core_words, event, T_EVENT - T_SP);
AT(new_core_words, switches, T_SWITCHES - T_SP);
AT(new_core_words, unyieldable, T_UNYIELDABLE - T_SP);
AT(rustrt_stack_words, spares, T_UNYIELDABLE + 4 - T_STACKS);
AT(rustrt_stack_words, reentered, T_REENTERED - T_STACKS);
AT(rustrt_stack_words, rust_limit, T_RUST_LIMIT - T_STACKS);
AT(rustrt_stack_words, c_depth, T_C_DEPTH - T_STACKS);
AT(rustrt_stack_words, c_sp, T_C_SP - T_STACKS);
AT(rustrt_stack_words, rust_sp, T_RUST_SP - T_STACKS);
AT(rustrt_stack_words, own[C_TOP], T_C_TOP - T_STACKS);
AT(rustrt_stack_words, own[C_LOW], T_C_LOW - T_STACKS);
AT(rustrt_stack_words, own[TOP], T_TOP - T_STACKS);
AT(stk_seg, task, SEG_TASK);
AT(stk_seg, canary, SEG_CANARY);
AT(stk_seg, data, SEG_HEADER);
AT(rustrt_host, current, H_CURRENT);
AT(rustrt_host, on_task, H_ON_TASK);
AT(rustrt_host, depth, H_DEPTH);
AT(rustrt_host, eh, H_EH);
AT(rustrt_host, hi, H_HI);
AT(rustrt_host, control, H_CONTROL);
AT(router_upcoming, first, U_FIRST);
AT(router_upcoming, hand_overs, U_HAND_OVERS);
_Static_assert(sizeof(new_core_words) == sizeof ((rustrt_task_block *)0)->core, "the core's words");

enum { SPARE = 1 << 20, NEEDED_BY_SIGNALS = 16 << 10, NEEDED_WITHOUT_C = 8 << 10 };

/* What has to be below the user's part. A program that knows of segments has C code on a part of its own: each needs room for a late
 * signal of the garbage collector. */
static size_t below_the_users(void) {
    if (router_c_stacks_are_lent) return NEEDED_WITHOUT_C;
    return SPARE + (router_api_here.segments_imported ? 2 * NEEDED_BY_SIGNALS : NEEDED_BY_SIGNALS);
}

/* A reservation by the block at its top. Before the first use, only the words of its stack are valid. */
static rustrt_task_block *take_stack(size_t stack_bytes) {
    size_t size = stack_bytes + below_the_users();
    rustrt_task_block *block = size < stack_bytes ? NULL : router_reserve(size);
    if (block) {
        rustrt_stack_words *w = &block->stacks;
        w->own[TOP] = (char *)block;
        /* The old limit word: what compiled prologues compare the stack pointer with. */
        w->rust_limit = (uint64_t)block - (stack_bytes + RED_ZONE) + LIMIT_OFFSET + RED_ZONE;
        w->own[C_LOW] = router_c_stacks_are_lent ? NULL : lowest_of(block);
        w->own[C_TOP] = router_c_stacks_are_lent ? NULL : (char *)((w->rust_limit - (LIMIT_OFFSET + RED_ZONE + SEG_HEADER + NEEDED_BY_SIGNALS)) & -(uint64_t)16);
        w->c_sp = router_api_here.segments_imported ? w->own[C_TOP] : NULL;
        w->spares = 0;
    }
    return block;
}

/* A task of the new core lies on its own stack, unless the old side has its stack. */
rustrt_task_block *router_task_new(size_t stack_bytes) {
    rustrt_task_block *task = router_stacks_are_new ? take_stack(stack_bytes) : aligned_alloc(64, (sizeof *task + 63) & -(size_t)64);
    if (task && !router_stacks_are_new) memset(task, 0, sizeof *task);
    if (task) memset(task->slot, 0, sizeof task->slot);
    return task;
}

void router_task_free(rustrt_task_block *task) {
    if (router_stacks_are_new) router_give_back(task);
    else free(task);
}

/* The first segment was larger than all segments together might be: the main task failed before it had a stack. */
void router_check_stack_sizes(const rustrt_environment *environment) {
    if (environment->min_stack_size < LIMIT_OFFSET)
        router_assertion("min_stack_size >= LIMIT_OFFSET && \"Stack size must be greater than LIMIT_OFFSET\"", "rust_env.cpp", 0, "size_t get_min_stk_size()");
    if (environment->min_stack_size > environment->max_stack_size) {
        fprintf(stderr, "rust: task 1 ran out of stack\n");
        abort();
    }
}

/* ---- the stacks of tasks of another core: its block lies elsewhere, the one at the top of the reservation is not used */

static void *birth(rustrt_task_block *task, size_t stack_bytes) {
    router_check_stack_sizes(task->run[RUSTRT_UNIT_ENVIRONMENT]);
    rustrt_task_block *unused = take_stack(stack_bytes);
    if (!unused) {
        /* Where a stack was a block of the local heap. */
        fprintf(stderr, "memory region: out of memory allocating %zu bytes\n", stack_bytes + RED_ZONE + SEG_HEADER);
        abort();
    }
    task->stacks = unused->stacks;
    router_local_heap->count(task, 1);
    return unused;
}

static void death(rustrt_task_block *task) {
    /* A failure that drop glue has caught: its C stack, a block of the exchange heap, was never given back. */
    if (task->stacks.c_depth) __atomic_fetch_add(router_api_here.exchange_count, 1, __ATOMIC_SEQ_CST);
    if (task->slot[RUSTRT_UNIT_STACKS]) router_new_functions.segment_end(task);
    if (router_c_stacks_are_lent) router_take_lent_stack_of(task);
    rustrt_task_block *unused = (rustrt_task_block *)task->stacks.own[TOP];
    uint32_t unwinding = task->stacks.unwinding; /* the core's: others may ask after the task's death */
    task->stacks = (rustrt_stack_words){.unwinding = unwinding};
    router_local_heap->count(task, -1);
    router_give_back(unused);
}

static void thread(int begins) {
    if (begins) router_have_alternate_stack();
}

static void begin_turn(rustrt_task_block *task) {
    if (router_c_stacks_are_lent) router_lend_c_stack(task);
}

static void end_turn_anywhere(rustrt_task_block *task) {
    if (task->stacks.spares & SPARE_C_STACK) router_take_back_c_stack(task);
    if (!(task->stacks.spares & SPARE_SEGMENTS)) return;
    if (router_host_tls.on_task) router_upcall((void *)router_new_functions.segment_free_spares, task, 0, 0, 0);
    else router_new_functions.segment_free_spares(task, 0, 0, 0);
}

static void *segment(rustrt_task_block *task) {
    (void)task;
    return router_native_rust_get_stack_segment();
}

const rustrt_stacks_seam router_new_stacks = {birth, thread, begin_turn, end_turn_anywhere, router_call_on, router_unwound, death, segment};

/* ---- OS threads */

HIDDEN __thread rustrt_host router_host_tls;
HIDDEN __thread router_upcoming router_upcoming_tls;

static bool try_read_own_stack(rustrt_host *host) {
    pthread_attr_t attributes;
    void *lo;
    size_t size;
    if (pthread_getattr_np(pthread_self(), &attributes)) return false;
    pthread_attr_getstack(&attributes, &lo, &size);
    pthread_attr_destroy(&attributes);
    host->lo = lo;
    host->hi = (char *)lo + size;
    return true;
}

static void read_own_stack(rustrt_host *host) {
    if (try_read_own_stack(host)) return;
    fprintf(stderr, "rustrt: cannot read the bounds of this thread's stack\n");
    abort();
}

router_upcoming *router_thread_init(void) {
    rustrt_host *host = &router_host_tls;
    /* The starting thread has told at its first upcall; it reads a file for that, and tasks may have taken all descriptors since. */
    if (!host->hi) read_own_stack(host);
    host->eh = router_eh_globals();
    uint32_t mxcsr;
    uint16_t x87;
    __asm__ volatile("stmxcsr %0; fnstcw %1" : "=m"(mxcsr), "=m"(x87));
    host->control = (uint64_t)x87 << 32 | mxcsr;
    router_have_alternate_stack();
    return &router_upcoming_tls;
}

enum { NEEDED = 256 << 10, TAKEN = 16 << 10 };

static size_t left_of(const rustrt_host *host) {
    char here;
    return (size_t)(&here - host->lo);
}

/* First upcall of a thread that the runtime did not make: C# will run on its stack. */
void router_first_entry(void) {
    rustrt_host *host = &router_host_tls;
    read_own_stack(host);
    char here;
    if (&here < host->lo || &here >= host->hi) return; /* a task's of which nobody told: borrowed.c */
    if (left_of(host) < NEEDED - TAKEN) {
        fprintf(stderr, "rustrt: this thread has %zu KiB of stack left; a service in C# needs 256 KiB on a thread that the "
                        "runtime did not make\n", left_of(host) / 1024);
        abort();
    }
}

/* A thread that runs tasks of the legacy side, or frees what is left of them, may make its first upcall when they have taken all memory. One
 * that has too little stack is told then. */
void router_enter_early(void (*enter)(void)) {
    rustrt_host *host = &router_host_tls;
    if (host->hi || !try_read_own_stack(host)) return;
    char here;
    if (&here >= host->lo && &here < host->hi && left_of(host) >= NEEDED) enter();
    else host->hi = NULL;
}

int router_on_own_stack(const void *p) {
    rustrt_host *host = &router_host_tls;
    if (!host->hi) read_own_stack(host);
    return (const char *)p >= host->lo && (const char *)p < host->hi;
}

/* ---- the stack-overflow report. Installed after the managed runtime's own handler (null references depend on it) and
 * chained to it: only faults in the current task's guard are ours. */

static struct sigaction previous;

static bool is_guard_of(const char *low, const char *address) { return low && address >= low && address < low + PAGE; }

static void on_fault(int signal_number, siginfo_t *info, void *context) {
    rustrt_task_block *task = router_host_tls.on_task ? router_host_tls.current : NULL;
    if (task && (is_guard_of(lowest_of((rustrt_task_block *)task->stacks.own[TOP]), info->si_addr) || is_guard_of(task->stacks.own[C_LOW], info->si_addr))) {
        static const char text[] = "rustrt: a task overflowed its stack, aborting\n";
        if (write(2, text, sizeof text - 1) < 0) _exit(134);
        signal(SIGABRT, SIG_DFL);
        abort();
    }
    if (previous.sa_flags & SA_SIGINFO) previous.sa_sigaction(signal_number, info, context);
    else if (previous.sa_handler == SIG_DFL) signal(signal_number, SIG_DFL); /* the access faults again, now for good */
    else if (previous.sa_handler != SIG_IGN) previous.sa_handler(signal_number);
}

/* With the mask of the handler behind it: CoreCLR's keeps the collector's signal away, whose frame its alternate stacks have no room for. */
void router_catch_overflows(void) {
    if (sigaction(SIGSEGV, NULL, &previous)) return;
    struct sigaction action = {.sa_sigaction = on_fault, .sa_mask = previous.sa_mask, .sa_flags = SA_SIGINFO | SA_ONSTACK | (previous.sa_flags & SA_NODEFER)};
    sigaction(SIGSEGV, &action, NULL);
}

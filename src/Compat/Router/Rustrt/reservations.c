/* Reservations of address space, pooled by size, with a task block at the top, so that the page that every task touches anyway
 * holds it; a guard page at the bottom. They are touched lazily, and nothing is ever unmapped: what is pooled costs its touched
 * pages only.
 *
 * Guards. MADV_GUARD_INSTALL (Linux 6.13) costs no mapping; before that a guard is an mprotect and costs two of the
 * vm.max_map_count mappings, which the managed runtime dies without. So those are given out up to a budget; reservations past it
 * are unguarded, which is said once. */
#define _GNU_SOURCE
#include "reservations.h"
#include "../Generic/locks.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

#ifndef MADV_GUARD_INSTALL
#define MADV_GUARD_INSTALL 102
#endif
enum guard { BY_MADVISE, BY_MPROTECT, UNGUARDED };

static struct pool { /* of one size; never freed */
    size_t size;
    rustrt_task_block *free;
    char *slab, *slab_end;
    struct pool *next;
} *pools;
static enum guard guard = BY_MADVISE;
static long guards;

static long guard_budget(void) {
    static long budget;
    if (budget) return budget;
    long maps = 65530;
    FILE *f = fopen("/proc/sys/vm/max_map_count", "re");
    if (f) {
        if (fscanf(f, "%ld", &maps) != 1) maps = 65530;
        fclose(f);
    }
    return budget = maps > 32768 ? (maps - 16384) / 2 : maps / 4;
}

/* Less where addresses are few: what lies in a slab of one size is lost to all others. */
static size_t slab_size(void) {
    enum { LARGEST = 1 << 30, OF_A_LIMIT = 64 };
    rlim_t limit = address_space_limit();
    return limit / OF_A_LIMIT < LARGEST ? limit / OF_A_LIMIT : LARGEST;
}

/* One mapping a slab, so that guards by madvise leave it whole; a machine that refuses 1 GiB may give less. A stack that is
 * larger has a slab of its own. */
static bool new_slab(struct pool *p) {
    size_t usual = slab_size();
    for (size_t n = p->size > usual ? p->size : usual; n >= p->size; n /= 4) {
        char *m = mmap(NULL, n, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
        if (m == MAP_FAILED) continue;
        madvise(m, n, MADV_NOHUGEPAGE);
        p->slab = m;
        p->slab_end = m + n / p->size * p->size;
        return true;
    }
    return false;
}

static char *new_reservation(struct pool *p) {
    if (p->slab == p->slab_end && !new_slab(p)) return NULL;
    char *m = p->slab;
    p->slab += p->size;
    if (guard == BY_MADVISE && madvise(m, PAGE, MADV_GUARD_INSTALL)) guard = BY_MPROTECT;
    if (guard == BY_MPROTECT && (guards++ == guard_budget() || mprotect(m, PAGE, PROT_NONE))) {
        guard = UNGUARDED;
        fprintf(stderr, "rustrt: %ld task stacks have a guard page, those from here on have none (vm.max_map_count)\n", guards - 1);
    }
    return m;
}

/* A process has as many sizes as it starts the runtime with different RUST_MIN_STACK. */
static struct pool *pool_of(size_t size) {
    struct pool *p = pools;
    while (p && p->size != size) p = p->next;
    if (!p && (p = calloc(1, sizeof *p))) {
        p->size = size;
        p->next = pools;
        pools = p;
    }
    return p;
}

rustrt_task_block *router_reserve(size_t bytes) {
    if (bytes >> 47) return NULL; /* more than there are addresses */
    size_t size = (bytes + sizeof(struct reservation_top) + 2 * PAGE - 1) & -(size_t)PAGE;
    router_lock(ROUTER_LOCK_STACKS);
    struct pool *p = pool_of(size);
    rustrt_task_block *block = p ? p->free : NULL;
    if (block) {
        p->free = WORDS(block)->next;
    } else if (p) {
        char *m = new_reservation(p);
        if (m) {
            struct reservation_top *top = (void *)((uintptr_t)(m + size - sizeof *top) & -(uintptr_t)64);
            top->low = m;
            block = &top->block;
        }
    }
    router_unlock(ROUTER_LOCK_STACKS);
    return block;
}

void router_give_back(rustrt_task_block *block) {
    struct reservation_top *top = (struct reservation_top *)block;
    char *end = (char *)(((uintptr_t)(top + 1) + PAGE - 1) & -(uintptr_t)PAGE);
    router_lock(ROUTER_LOCK_STACKS);
    struct pool *p = pool_of((size_t)(end - top->low));
    WORDS(block)->next = p->free;
    p->free = block;
    router_unlock(ROUTER_LOCK_STACKS);
}

/* Reservations of address space: reservations.c. */
#ifndef RUSTRT_RESERVATIONS_H
#define RUSTRT_RESERVATIONS_H
#include "address_space.h"
#include "router_api.h"

enum { PAGE = 4096 };

/* Where one ends. Before the first use of the block, only what its taker writes is valid. */
struct reservation_top {
    rustrt_task_block block;
    char *low; /* its lowest address; the guard page is there */
};

/* So many bytes below the block that is returned, and the guard; NULL: out of memory. */
HIDDEN rustrt_task_block *router_reserve(size_t bytes);
HIDDEN void router_give_back(rustrt_task_block *);

static inline char *lowest_of(const rustrt_task_block *block) { return ((const struct reservation_top *)block)->low; }
#endif

/* Reservations of address space: reservations.c. */
#ifndef RUSTRT_RESERVATIONS_H
#define RUSTRT_RESERVATIONS_H
#include "router_api.h"
#include <sys/resource.h>

enum { PAGE = 4096 };

/* Where one ends. Before the first use of the block, only what its taker writes is valid. */
struct reservation_top {
    rustrt_task_block block;
    char *low; /* its lowest address; the guard page is there */
};

/* So many bytes below the block that is returned, and the guard; NULL: out of memory. */
HIDDEN rustrt_task_block *router_reserve(size_t bytes);
HIDDEN void router_give_back(rustrt_task_block *);
HIDDEN rlim_t router_address_space_limit(void); /* ulimit -v, in bytes */
HIDDEN bool router_addresses_are_few(void);     /* that is set, to less than is as good as unlimited */

static inline char *lowest_of(const rustrt_task_block *block) { return ((const struct reservation_top *)block)->low; }
#endif

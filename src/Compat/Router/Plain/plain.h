/* Between the router of any library and its new backend; RouterOffer in src/Bindgen.Runtime is the same in C#. */
#ifndef ROUTER_PLAIN_H
#define ROUTER_PLAIN_H
#include <stdint.h>

enum { ROUTER_OFFER_VERSION = 1 };

typedef struct router_offer {
    uint32_t version, size; /* ROUTER_OFFER_VERSION, sizeof(router_offer) */
    uint32_t symbol_count;  /* as bindgen numbered them */
    void **entries;         /* by symbol: the backend stores its functions and leaves the others alone */
} router_offer;

/* <prefix>_new_bind of lib<name>_new.so: 0, or not 0 if router and backend are from different headers. */
typedef int (*router_new_bind)(const router_offer *offer);
#endif

/* What the generated header says of the library, as tables. */
#include "router.h"
#include "router_symbols.g.h"

void *router_target[ROUTER_SYMBOLS];
uint64_t router_calls[ROUTER_SYMBOLS];

const router_symbol router_symbols[] = {
#define X(index, name, version, service, unit, native, new_serves, int_regs, trace) {#name, version, service, trace, unit},
    ROUTER_SYMBOL_LIST(X)
#undef X
};
const int router_symbol_count = ROUTER_SYMBOLS;

#define U(index, name, ...) static const char *const services_##index[] = {__VA_ARGS__, NULL};
ROUTER_UNIT_LIST(U)
#undef U

static const switch_unit units[] = {
#define U(index, name, ...) {name, services_##index},
    ROUTER_UNIT_LIST(U)
#undef U
};

static const switch_need needs[] = {
#define N(unit, needed, reason) {unit, needed, reason},
    ROUTER_NEED_LIST(N)
#undef N
    {0, 0, NULL}
};
const switch_catalogue router_catalogue = {
    ROUTER_PREFIX, ROUTER_LIBRARY, units, ROUTER_UNITS, needs, sizeof needs / sizeof *needs - 1,
};

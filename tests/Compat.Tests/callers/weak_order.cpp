// Weak tasks that say when they hear of the shutdown: their registry tells them in the order of the old one's hash map, and with RUST_SEED and
// one thread what follows from that repeats itself.
//
//   weak_order tell    with WEAK_TASKS=n: of n tasks each seventh leaves early; between them are others, so that ids meet in a bucket
#include "core_case.h"

using namespace harness;

namespace {

std::atomic<int> registered;

void weak(void *leaves) {
    rustcore_weaken([](rustcore_port_one *shutdown, void *leaves) {
        registered++;
        if (leaves) return;
        rustcore_select_one(&shutdown, 1);
        print("%ld\n", static_cast<long>(rustcore_get_task()));
    }, leaves);
}

} // namespace

CASE(tell, exits(0)) {
    int wanted = atoi(getenv("WEAK_TASKS"));
    for (int i = 0; i < wanted; i++) {
        rustcore_spawn({weak, i % 7 == 3 ? &registered : nullptr, nullptr});
        for (int others = i % 3 * 6; others > 0; others--) rustcore_spawn({[](void *) {}, nullptr, nullptr});
    }
    while (registered < wanted) rustcore_yield();
    for (int i = 0; i < 100; i++) rustcore_yield(); // the registry comes to the last of them
}

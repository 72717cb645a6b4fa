#include "pipes/select.h"

namespace core {

bool is_blocked(const packet *p) {
    return p->state.load(std::memory_order_acquire) == packet_state::blocked;
}

} // namespace core

using namespace core;

extern "C" {

size_t rustcore_select_packets(rustcore_packet *const *packets, size_t count) {
    return select(count, [=](size_t i) { return packets[i]; });
}

} // extern "C"

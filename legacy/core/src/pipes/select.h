// Select: the receiver's side of several packets, blocked at once.
//   1 drop a pending event
//   2 block the packets in order, until one is found full or terminated: that one is the answer
//   3 if none is: wait for events until one of the packets is no longer blocked. The one whose address the
//     event is, is the answer. An event of none of them is a late signal of an earlier wait. It may have come
//     over that of a packet of ours, for a task keeps the last event only: then the lowest that is ready is
//     the answer
//   4 unblock those that were blocked; what their senders did meanwhile stays
// The answer is full or terminated, and stays so, for its sender is done. A sender that took the waiter
// before 4 may still signal after it: the stale events that receives and selects must expect. A failure in 2
// or 3 leaves packets blocked: they go when the unwinding task drops its ends.
#pragma once
#include "pipes/packet.h"
#include "pipes/wait.h"

namespace core {

bool is_blocked(const packet *p);

// The index that an event means, count: none of them is ready.
template <class PacketOf> size_t ready_after(void *event, size_t count, PacketOf packet_of) {
    size_t lowest = count;
    for (size_t i = 0; i < count; i++) {
        packet *p = packet_of(i);
        if (is_blocked(p)) continue;
        if (p == event) return i;
        if (lowest == count) lowest = i;
    }
    return lowest;
}

template <class PacketOf> size_t select(size_t count, PacketOf packet_of) {
    if (count == 0) fail("select over nothing");
    rust_task *me = rust_get_task();
    task_clear_event_reject(me);
    size_t marked = 0;
    while (marked < count && mark_blocked(packet_of(marked), me)) marked++;
    size_t ready = marked;
    while (ready == count) ready = ready_after(wait_event(me), count, packet_of);
    for (size_t i = 0; i < marked; i++) unblock(packet_of(i));
    return ready;
}

} // namespace core

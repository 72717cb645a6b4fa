// Select: the receiver's side of several packets, blocked at once.
//   1 drop a pending event
//   2 block the packets in order, until one is found full or terminated: that one is the answer
//   3 if none is: wait for events until one is the address of a packet that is no longer blocked. Others are
//   late signals of
//     earlier waits
//   4 unblock those that were blocked; what their senders did meanwhile stays
// The answer is full or terminated, and stays so, for its sender is done. Senders that were found to have
// taken the waiter between 2 and 4 may still signal after 4: the stale events that receives and selects must
// expect. A failure in 2 or 3 leaves packets blocked: they go when the unwinding task drops its ends.
#pragma once
#include "pipes/packet.h"
#include "pipes/wait.h"

namespace core {

bool is_blocked(const packet *p);

template <class PacketOf> size_t select(size_t count, PacketOf packet_of) {
    if (count == 0) fail("select over nothing");
    rust_task *me = rust_get_task();
    task_clear_event_reject(me);
    size_t marked = 0;
    while (marked < count && mark_blocked(packet_of(marked), me)) marked++;
    size_t ready = marked;
    while (ready == count) {
        void *event = wait_event(me);
        for (ready = 0; ready < count; ready++)
            if (packet_of(ready) == event && !is_blocked(packet_of(ready))) break;
    }
    for (size_t i = 0; i < marked; i++) unblock(packet_of(i));
    return ready;
}

} // namespace core

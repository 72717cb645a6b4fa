// A packet: room for one value between one sender and one receiver (legacy-runtime.md section 11, Pipes).
//
// Words
//   state     empty       nobody has sent, nobody waits
//             full        the value is in
//             blocked     the receiver waits (a receive, or a select over several packets)
//             terminated  one side has gone: the sender without sending, or the receiver
//   waiter    the task that waits, with a reference of it; who takes the word out by exchange owns that
//             reference
//   ends      how many sides still use the packet; the last one frees it
//   occupied  a value is in. Not the same as full: the state of a side that goes replaces it, or is replaced
//
// Who changes state
//   sender    once, by exchange: full (send) or terminated (terminate_sender)
//   receiver  empty -> blocked and back by compare-and-swap, full -> empty when it took the value, terminated
//             by exchange
// So what the sender has written is never overwritten by a receiver that blocks or unblocks.
//
// Send
//   S1  store the value
//   S2  exchange state with full. Release: who sees full sees the value. Acquire: who sees blocked sees R2
//   S3  if it was blocked: exchange waiter with null; if it was there, signal it with the packet's address
//       and drop its reference
//   S4  leave (ends - 1)
// terminate_sender is S2 to S4 with terminated.
//
// Receive
//   R1  read state (acquire): if it is full or terminated, go on at R6
//   R2  refer to oneself and put oneself into waiter, which must be null: else another one waits, and this
//       one fails
//   R3  drop a pending event
//   R4  swap empty for blocked. Release: S3 finds R2's task. If the state
//       was empty              wait for an event, then R3. A signal between R4 and the wait is kept, so the
//                              wait returns at once
//       is blocked             R3 again: the event was stale, or there was none because the task is killed
//                              and failing. That spins until the sender acts, and hangs the thread if the
//                              sender needs it (oddity 5 of section 12)
//       is full or terminated  (acquire: the value is seen) go on
//   R5  take oneself back from waiter and drop the reference, if S3 was not there first
//   R6  take the value, leave
// A receive that fails in its wait exchanges state with terminated, then R5, then leaves: the sender learns
// it at S2.
//
// Freed by the last to leave (ends is acquire-release: all that the other side did comes before). A value
// that is still in dies then, by its glue, on the Rust stack of the task that was last.
#pragma once
#include "rustcore.h"
#include <atomic>

enum class rustcore_packet_state : uintptr_t { empty, full, blocked, terminated };

struct rustcore_packet {
    std::atomic<rustcore_packet_state> state;
    std::atomic<rust_task *> waiter;
    std::atomic<uint32_t> ends;
    bool occupied;
    const type_desc *type;
    // Of a stream: the receiving side of the next message's packet, which travels with the value.
    rustcore_packet *next;
    // The value stands behind, at the alignment of its type.
};

namespace core {

using packet = rustcore_packet;
using packet_state = rustcore_packet_state;

// In a box of its own, both sides open.
packet *new_packet(const type_desc *type);

// Each of these ends a side of the packet.

// False: the receiver had gone; the value, and next with it, die with the packet.
bool send(packet *p, void *value, packet *next = nullptr);
// False: the sender had gone. next is written when there is a value.
bool receive(packet *p, void *out, packet **next = nullptr);
void terminate_sender(packet *p);
void terminate_receiver(packet *p);

// These end none.

bool peek(const packet *p);
// For select. True: the packet is blocked for the task until unblock. False: it is full or terminated.
bool mark_blocked(packet *p, rust_task *me);
void unblock(packet *p);

} // namespace core

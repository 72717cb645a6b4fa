// Streams: each message travels with the receiving side of the packet that the next one will come in, and its
// sender keeps the sending side. So there is always exactly one packet to send into, and no bound on how many
// wait.
#pragma once
#include "pipes/packet.h"

// Null: the other end was found gone. Then there is nothing to be used any more.
struct rustcore_port {
    rustcore_packet *endpoint;
};

struct rustcore_chan {
    rustcore_packet *endpoint;
    const type_desc *type;
};

namespace core {

// What the next message comes in; fails on an end that has found the other one gone.
packet *endpoint_of(const rustcore_port *port);

} // namespace core

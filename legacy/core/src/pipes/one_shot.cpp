// One-shots: a packet, whose sides are the two ends. Whatever uses an end consumes it.
#include "pipes/packet.h"
#include "pipes/select.h"
#include "tasks/failure.h"

using namespace core;

namespace {

packet *packet_of(const rustcore_port_one *port) {
    return reinterpret_cast<packet *>(const_cast<rustcore_port_one *>(port));
}

packet *packet_of(rustcore_chan_one *chan) {
    return reinterpret_cast<packet *>(chan);
}

} // namespace

extern "C" {

void rustcore_oneshot(const type_desc *type, rustcore_port_one **port, rustcore_chan_one **chan) {
    packet *both = new_packet(type);
    *port = reinterpret_cast<rustcore_port_one *>(both);
    *chan = reinterpret_cast<rustcore_chan_one *>(both);
}

void rustcore_send_one(rustcore_chan_one *chan, void *value) {
    send(packet_of(chan), value);
}

bool rustcore_try_send_one(rustcore_chan_one *chan, void *value) {
    return send(packet_of(chan), value);
}

void rustcore_recv_one(rustcore_port_one *port, void *out) {
    if (!receive(packet_of(port), out)) fail("connection closed");
}

bool rustcore_try_recv_one(rustcore_port_one *port, void *out) {
    return receive(packet_of(port), out);
}

bool rustcore_peek_one(rustcore_port_one *port) {
    return peek(packet_of(port));
}

rustcore_packet *rustcore_port_one_packet(rustcore_port_one *port) {
    return packet_of(port);
}

void rustcore_chan_one_drop(rustcore_chan_one *chan) {
    terminate_sender(packet_of(chan));
}

void rustcore_port_one_drop(rustcore_port_one *port) {
    terminate_receiver(packet_of(port));
}

size_t rustcore_select_one(rustcore_port_one *const *ports, size_t count) {
    return select(count, [=](size_t i) { return packet_of(ports[i]); });
}

} // extern "C"

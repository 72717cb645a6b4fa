#include "pipes/stream.h"
#include "memory/exchange.h"
#include "pipes/select.h"
#include "pipes/value.h"
#include "tasks/failure.h"

namespace core {
namespace {

constexpr const char *used_up = "use of an end whose other end was found gone";

// The chan has its next endpoint before the value goes, so that it is whole whatever the glue of a refused
// value does.
bool send_on(rustcore_chan *chan, void *value) {
    moved_value moved(chan->type, value);
    packet *into = chan->endpoint;
    if (!into) fail(used_up);
    chan->endpoint = new_packet(chan->type);
    return send(into, moved.give(), chan->endpoint);
}

} // namespace

packet *endpoint_of(const rustcore_port *port) {
    if (!port->endpoint) fail(used_up);
    return port->endpoint;
}

} // namespace core

using namespace core;

extern "C" {

void rustcore_stream(const type_desc *type, rustcore_port **port, rustcore_chan **chan) {
    packet *first = new_packet(type);
    *port = exchange::make<rustcore_port>(rustcore_port{first});
    *chan = exchange::make<rustcore_chan>(rustcore_chan{first, type});
}

void rustcore_send(rustcore_chan *chan, void *value) {
    send_on(chan, value);
}

bool rustcore_try_send(rustcore_chan *chan, void *value) {
    if (send_on(chan, value)) return true;
    terminate_sender(std::exchange(chan->endpoint, nullptr));
    return false;
}

void rustcore_recv(rustcore_port *port, void *out) {
    if (!rustcore_try_recv(port, out)) fail("connection closed");
}

bool rustcore_try_recv(rustcore_port *port, void *out) {
    packet *from = endpoint_of(port);
    // The receiver's side ends here, also by a failure.
    port->endpoint = nullptr;
    return receive(from, out, &port->endpoint);
}

bool rustcore_peek(rustcore_port *port) {
    return peek(endpoint_of(port));
}

rustcore_packet *rustcore_port_packet(rustcore_port *port) {
    return endpoint_of(port);
}

void rustcore_chan_drop(rustcore_chan *chan) {
    packet *endpoint = chan->endpoint;
    exchange::destroy(chan);
    if (endpoint) terminate_sender(endpoint);
}

void rustcore_port_drop(rustcore_port *port) {
    packet *endpoint = port->endpoint;
    exchange::destroy(port);
    if (endpoint) terminate_receiver(endpoint);
}

size_t rustcore_select(rustcore_port *const *ports, size_t count) {
    return select(count, [=](size_t i) { return endpoint_of(ports[i]); });
}

} // extern "C"

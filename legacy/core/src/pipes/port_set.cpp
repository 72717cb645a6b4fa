// Port sets: select over all ports, receive from the one that is ready, put the last one in the place of one
// that is closed.
#include "memory/exchange.h"
#include "pipes/select.h"
#include "pipes/stream.h"
#include <vector>

struct rustcore_port_set {
    const type_desc *type;
    std::vector<rustcore_port *> ports;
};

using namespace core;

extern "C" {

rustcore_port_set *rustcore_port_set_new(const type_desc *type) {
    return exchange::make<rustcore_port_set>(rustcore_port_set{type, {}});
}

void rustcore_port_set_add(rustcore_port_set *set, rustcore_port *port) {
    set->ports.push_back(port);
}

rustcore_chan *rustcore_port_set_chan(rustcore_port_set *set) {
    rustcore_port *port;
    rustcore_chan *chan;
    rustcore_stream(set->type, &port, &chan);
    rustcore_port_set_add(set, port);
    return chan;
}

void rustcore_port_set_recv(rustcore_port_set *set, void *out) {
    if (!rustcore_port_set_try_recv(set, out)) fail("connection closed");
}

bool rustcore_port_set_try_recv(rustcore_port_set *set, void *out) {
    std::vector<rustcore_port *> &ports = set->ports;
    while (!ports.empty()) {
        rustcore_port *&ready = ports[rustcore_select(ports.data(), ports.size())];
        if (rustcore_try_recv(ready, out)) return true;
        rustcore_port *closed = ready;
        ready = ports.back();
        ports.pop_back();
        rustcore_port_drop(closed);
    }
    return false;
}

bool rustcore_port_set_peek(rustcore_port_set *set) {
    for (rustcore_port *port : set->ports)
        if (rustcore_peek(port)) return true;
    return false;
}

void rustcore_port_set_drop(rustcore_port_set *set) {
    // In order; the glue of an unread value may fail, and the other ports still go.
    struct rest {
        rustcore_port_set *set;
        size_t next = 0;
        void drop() {
            while (next < set->ports.size()) rustcore_port_drop(set->ports[next++]);
        }
        ~rest() {
            drop();
            exchange::destroy(set);
        }
    } all{set};
    all.drop();
}

} // extern "C"

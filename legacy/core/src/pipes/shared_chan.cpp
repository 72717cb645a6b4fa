// Shared chans: a chan in an exclusive, so that each send, allocation and wake-up included, is under its
// lock.
#include "memory/exchange.h"
#include "pipes/stream.h"
#include "pipes/value.h"

struct rustcore_shared_chan {
    rustcore_exclusive *chan; // of rustcore_chan *
    const type_desc *type;
};

namespace core {
namespace {

void drop_chan(void *, void *, const type_desc **, void *value) {
    rustcore_chan_drop(*static_cast<rustcore_chan **>(value));
}

const type_desc type_of_chan = {sizeof(rustcore_chan *),
                                alignof(rustcore_chan *),
                                nullptr,
                                &drop_chan,
                                nullptr,
                                nullptr,
                                nullptr,
                                nullptr};

bool send_under_lock(rustcore_shared_chan *shared, void *value, bool (*send)(rustcore_chan *, void *)) {
    struct request {
        moved_value value;
        bool (*send)(rustcore_chan *, void *);
        bool sent;
    } request = {{shared->type, value}, send, false};
    rustcore_exclusive_with(
        shared->chan,
        [](void *data, void *env) {
        auto *now = static_cast<struct request *>(env);
        now->sent = now->send(*static_cast<rustcore_chan **>(data), now->value.give());
        },
        &request);
    return request.sent;
}

} // namespace
} // namespace core

using namespace core;

extern "C" {

rustcore_shared_chan *rustcore_shared_chan_new(rustcore_chan *chan) {
    const type_desc *type = chan->type;
    return exchange::make<rustcore_shared_chan>(
        rustcore_shared_chan{rustcore_exclusive_new(&type_of_chan, &chan), type});
}

rustcore_shared_chan *rustcore_shared_chan_clone(rustcore_shared_chan *chan) {
    return exchange::make<rustcore_shared_chan>(
        rustcore_shared_chan{rustcore_exclusive_clone(chan->chan), chan->type});
}

void rustcore_shared_chan_send(rustcore_shared_chan *chan, void *value) {
    send_under_lock(chan, value, [](rustcore_chan *chan, void *value) {
        rustcore_send(chan, value);
        return true;
    });
}

bool rustcore_shared_chan_try_send(rustcore_shared_chan *chan, void *value) {
    return send_under_lock(chan, value, rustcore_try_send);
}

void rustcore_shared_chan_drop(rustcore_shared_chan *chan) {
    rustcore_exclusive *reference = chan->chan;
    exchange::destroy(chan);
    rustcore_exclusive_drop(reference);
}

} // extern "C"

// The C API of timers.
#include "io/timer.h"
#include "rustcore/tasks.hpp"
#include "tasks/failure.h"
#include <cstring>

namespace core {

namespace {

// A value that was given away, and the chan it shall go to.
class delayed_value {
public:
    delayed_value(rustcore_chan *chan, const type_desc *type, const void *value)
        : chan_(chan), type_(type), box_(exchange::allocate(type, type->size, type->align)) {
        if (type->size) memcpy(this->value(), value, type->size);
    }
    delayed_value(delayed_value &&other) noexcept
        : chan_(other.chan_), type_(other.type_), box_(std::exchange(other.box_, nullptr)),
          sent_(other.sent_) {}
    ~delayed_value() {
        if (!box_) return;
        if (!sent_) exchange::drop_value(type_, value());
        exchange::free(box_);
        rustcore_chan_drop(chan_);
    }
    void send() {
        sent_ = true;
        rustcore_send(chan_, value());
    }

private:
    void *value() const {
        return reinterpret_cast<char *>(box_) + exchange::body_offset(type_->align);
    }

    rustcore_chan *chan_;
    const type_desc *type_;
    rust_opaque_box *box_;
    bool sent_ = false;
};

} // namespace

} // namespace core

using namespace core;

void rustcore_timer_sleep(rustcore_iotask *io, uint32_t milliseconds) {
    io_task task = io_task::borrowed(io);
    if (!timeout(task, milliseconds).wait()) fail("the I/O task ended before the time had passed");
}

// A task of its own waits, so that the runtime lives until the value is sent.
void rustcore_timer_delayed_send(rustcore_iotask *io, uint32_t milliseconds, rustcore_chan *chan,
                                 const type_desc *type, void *value) {
    rustcore::spawn(
        [task = io_task::borrowed(io), milliseconds, delayed = delayed_value(chan, type, value)]() mutable {
        if (timeout(task, milliseconds).wait()) delayed.send();
    });
}

bool rustcore_timer_recv_timeout(rustcore_iotask *io, uint32_t milliseconds, rustcore_port *port, void *out) {
    io_task task = io_task::borrowed(io);
    if (timeout(task, milliseconds).passes_before(port)) return false;
    rustcore_recv(port, out);
    return true;
}

// The C API of timers.
#include "io/timer.h"
#include "tasks/failure.h"
#include <cstring>

namespace core {

namespace {

// A value on its way, and the chan it shall go to.
class Delayed {
public:
    Delayed(rustcore_chan *chan, const type_desc *type, const void *value)
        : chan_(chan), type_(type), box_(exchange::allocate(type, type->size, type->align)) {
        if (type->size) memcpy(this->value(), value, type->size);
    }
    Delayed(Delayed &&other) noexcept
        : chan_(other.chan_), type_(other.type_), box_(std::exchange(other.box_, nullptr)),
          sent_(other.sent_) {}
    ~Delayed() {
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
    IoTask task = IoTask::borrowed(io);
    Alarm alarm(task, milliseconds);
    if (!alarm.wait()) fail("the I/O task ended before the time had passed");
}

// A task of its own waits, so that the runtime lives until the value is sent.
void rustcore_timer_delayed_send(rustcore_iotask *io, uint32_t milliseconds, rustcore_chan *chan,
                                 const type_desc *type, void *value) {
    rustcore_spawn(closure_of(
        [task = IoTask::borrowed(io), milliseconds, delayed = Delayed(chan, type, value)]() mutable {
        Alarm alarm(task, milliseconds);
        if (alarm.wait()) delayed.send();
    }));
}

bool rustcore_timer_recv_timeout(rustcore_iotask *io, uint32_t milliseconds, rustcore_port *port, void *out) {
    IoTask task = IoTask::borrowed(io);
    Alarm alarm(task, milliseconds);
    if (alarm.passes_before(port)) return false;
    rustcore_recv(port, out);
    return true;
}

#include "io/timer.h"
#include "stacks/hops.h"
#include "tasks/failure.h"
#include <atomic>

namespace core {

namespace {
struct Fired {};
} // namespace

class Timer {
public:
    explicit Timer(rustcore_chan *fired) : fired_(fired) {}
    ~Timer() {
        rustcore_chan_drop(fired_);
    }

    void start(uv_loop_t *loop, uint32_t milliseconds) {
        on_c([=] {
            rust_uv_timer_init(loop, handle_.get());
            rust_uv_set_data_for_uv_handle(handle_.as<uv_handle_t>(), this);
            rust_uv_timer_start(handle_.get(), &fire, milliseconds, 0);
        });
    }
    void cancel() {
        if (!closing_) on_c([this] { close(); });
    }
    void release() {
        if (references_.fetch_sub(1) == 1) exchange::destroy(this);
    }

private:
    static void fire(uv_timer_t *handle, int) {
        Timer *self = uv::owner_of<Timer>(reinterpret_cast<uv_handle_t *>(handle));
        on_rust([self] {
            auto fired = Moved<Fired>::of();
            rustcore_send(self->fired_, fired.bytes());
        });
        self->close();
    }
    void close() {
        closing_ = true;
        rust_uv_close(handle_.as<uv_handle_t>(), [](uv_handle_t *handle) {
            Timer *self = uv::owner_of<Timer>(handle);
            on_rust([self] { self->release(); });
        });
    }

    uv::Timer handle_;
    rustcore_chan *fired_;
    bool closing_ = false;
    std::atomic<int> references_{2};
};

namespace {

class TimerRef {
public:
    explicit TimerRef(Timer *owned) : timer_(owned) {}
    TimerRef(TimerRef &&other) noexcept : timer_(std::exchange(other.timer_, nullptr)) {}
    ~TimerRef() {
        if (timer_) timer_->release();
    }
    Timer *operator->() const {
        return timer_;
    }
    Timer *give() {
        return std::exchange(timer_, nullptr);
    }

private:
    Timer *timer_;
};

} // namespace

Alarm::Alarm(const IoTask &io, uint32_t milliseconds) : io_(io) {
    rustcore_chan *chan;
    rustcore_stream(&exchange::descriptor<Fired>, &fired_, &chan);
    timer_ = exchange::make<Timer>(chan);
    io.interact([milliseconds, timer = TimerRef(timer_)](uv_loop_t *loop) mutable {
        timer.give()->start(loop, milliseconds);
    });
}

Alarm::~Alarm() {
    TimerRef timer(timer_);
    rustcore_port_drop(fired_);
    if (!seen_) io_.interact([timer = std::move(timer)](uv_loop_t *) { timer->cancel(); });
}

bool Alarm::wait() {
    Moved<Fired> fired;
    return seen_ = rustcore_try_recv(fired_, fired.bytes());
}

bool Alarm::passes_before(rustcore_port *port) {
    rustcore_port *ports[] = {port, fired_};
    return seen_ = rustcore_select(ports, 2) == 1;
}

} // namespace core

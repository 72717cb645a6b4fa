#include "io/timer.h"
#include "stacks/hops.h"

namespace core {

class loop_timer {
public:
    // While it is open the loop has a reference.
    void start(ref<loop_timer> self, rustcore::chan<time_passed> passed, uv_loop_t *loop,
               uint32_t milliseconds) {
        self_ = std::move(self);
        passed_ = std::move(passed);
        on_c([=] {
            rust_uv_timer_init(loop, handle_.get());
            rust_uv_set_data_for_uv_handle(handle_.handle(), this);
            rust_uv_timer_start(handle_.get(), &fire, milliseconds, 0);
        });
    }
    void cancel() {
        if (!closing_) on_c([this] { close(); });
    }

private:
    static void fire(uv_timer_t *handle, int) {
        auto *timer = uv::owner_of_handle<loop_timer>(handle);
        on_rust([timer] { timer->passed_.send({}); });
        timer->close();
    }
    void close() {
        closing_ = true;
        rust_uv_close(handle_.handle(), [](uv_handle_t *handle) {
            auto *timer = uv::owner_of_handle<loop_timer>(handle);
            on_rust([timer] { ref<loop_timer> last = std::move(timer->self_); });
        });
    }

    uv::timer handle_;
    rustcore::chan<time_passed> passed_{nullptr};
    ref<loop_timer> self_;
    bool closing_ = false;
};

timeout::timeout(const io_task &io, uint32_t milliseconds) : io_(io) {
    auto [port, chan] = rustcore::stream<time_passed>();
    passed_ = std::move(port);
    timer_ = ref<loop_timer>::make();
    // The chan goes with the job, so that it is closed where nobody runs that.
    io.interact([milliseconds, timer = timer_, passed = std::move(chan)](uv_loop_t *loop) mutable {
        timer->start(timer, std::move(passed), loop, milliseconds);
    });
}

timeout::~timeout() {
    if (!seen_) io_.interact([timer = std::move(timer_)](uv_loop_t *) { timer->cancel(); });
}

bool timeout::wait() {
    return seen_ = passed_.try_recv().has_value();
}

bool timeout::passes_before(rustcore_port *port) {
    rustcore_port *ports[] = {port, passed_.get()};
    return seen_ = rustcore_select(ports, 2) == 1;
}

} // namespace core

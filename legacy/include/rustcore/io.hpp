// Off-thread I/O: loops on tasks of their own, and timers on them.
#ifndef RUSTCORE_IO_HPP
#define RUSTCORE_IO_HPP
#include "pipes.hpp"

namespace rustcore {

// A reference to a loop; a copy is one more. The loop lives until somebody calls exit, not until nobody has a
// reference.
class io_task : public end<rustcore_iotask, rustcore_iotask_drop> {
public:
    explicit io_task(rustcore_iotask *owned) : end(owned) {}
    io_task(const io_task &other) : end(rustcore_iotask_clone(other.get())) {}
    io_task(io_task &&) noexcept = default;
    io_task &operator=(io_task other) noexcept {
        end::operator=(std::move(other));
        return *this;
    }

    // A loop of one's own, on a scheduler with one thread.
    static io_task spawn() {
        return io_task(rustcore_iotask_spawn());
    }
    // The loop that all share; ends by itself at shutdown.
    static io_task global() {
        return io_task(rustcore_iotask_global());
    }

    // Runs f(uv_loop_t *) on the loop's thread, soon, where it may not fail. Dropped unrun where the loop has
    // ended.
    template <class F> void interact(F f) const {
        rustcore_iotask_interact(
            get(), [](void *loop, void *env) { (*static_cast<F *>(env))(static_cast<uv_loop_t *>(loop)); },
            new F(std::move(f)), [](void *env) { delete static_cast<F *>(env); });
    }
    // Asks the loop to end. Handles that are still open then abort the process.
    void exit() const {
        rustcore_iotask_exit(get());
    }
};
template <> struct moves_as_bytes<io_task> : std::true_type {};

inline void sleep(const io_task &io, uint32_t milliseconds) {
    rustcore_timer_sleep(io.get(), milliseconds);
}
// Does not wait.
template <class T> void delayed_send(const io_task &io, uint32_t milliseconds, chan<T> to, T message) {
    rustcore_chan *taken = to.release();
    value<T> given(std::move(message));
    rustcore_timer_delayed_send(io.get(), milliseconds, taken, value<T>::type(), given.bytes());
}
// Nothing: none came in time. Fails when the chan is gone.
template <class T> std::optional<T> recv_timeout(const io_task &io, uint32_t milliseconds, port<T> &from) {
    value<T> got;
    if (!rustcore_timer_recv_timeout(io.get(), milliseconds, from.get(), got.bytes())) return std::nullopt;
    return got.take();
}

} // namespace rustcore
#endif

#include "io/timer.h"

namespace legacy::io {

// libuv's own timer is never started, the loop's queue has its alarm for that: it stands for the handle when
// it is closed, so that closing callbacks keep their order among all kinds of handles.
timer_handle::timer_handle(uv_loop_t *in, uv_timer_t *storage) : owned_handle(in, storage, RUSTRT_UV_TIMER) {
    libuv::uv_timer_init(&loop->uv, &uv.timer);
    uv.timer.data = static_cast<owned_handle *>(this);
}

int init_timer(uv_loop_t *loop, uv_timer_t *storage) {
    new timer_handle(loop, storage);
    return 0;
}

int start_timer(uv_timer_t *proxy, rust_uv_timer_cb callback, uint32_t timeout, uint32_t repeat) {
    auto *timer = owned<timer_handle>(proxy);
    if (timer->closing) return timer->loop->result(libuv::UV_EINVAL);
    timer->callback = callback;
    timer->repeat = repeat;
    timer->loop->timers.start(timer, timeout);
    return 0;
}

int stop_timer(uv_timer_t *proxy) {
    owned<timer_handle>(proxy)->stop();
    return 0;
}

} // namespace legacy::io

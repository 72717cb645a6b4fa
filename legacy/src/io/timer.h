// Timers that callers start and stop.
#ifndef LEGACY_IO_TIMER_H
#define LEGACY_IO_TIMER_H
#include "io/owned.h"

namespace legacy::io {

struct timer_handle : owned_handle {
    rust_uv_timer_cb callback = nullptr;
    uint64_t due = 0, repeat = 0; // milliseconds
    bool armed = false;

    timer_handle(uv_loop_t *loop, uv_timer_t *storage);
    void stop() override {
        loop->timers.stop(this);
    }
};

int init_timer(uv_loop_t *loop, uv_timer_t *storage);
// Milliseconds; repeat 0: once. A running timer starts anew. -1 (EINVAL) when it is closing.
int start_timer(uv_timer_t *timer, rust_uv_timer_cb callback, uint32_t timeout, uint32_t repeat);
int stop_timer(uv_timer_t *timer);

} // namespace legacy::io
#endif

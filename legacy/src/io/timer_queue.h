// The timers of a loop, in the order of libuv 0.9: by due time, and by the address of their storage where
// that is the same. (libuv 1.x takes the order of starting then.) One timer of libuv, the alarm, is armed for
// the first of them, and keeps the loop alive while there is one.
#ifndef LEGACY_IO_TIMER_QUEUE_H
#define LEGACY_IO_TIMER_QUEUE_H
#include "io/libuv.h"
#include <cstdint>
#include <set>
#include <utility>

namespace legacy::io {

struct timer_handle;

class timer_queue {
    // Due time in milliseconds of the loop's clock, and the proxy.
    using entry = std::pair<uint64_t, uintptr_t>;
    std::set<std::pair<entry, timer_handle *>> _armed;
    libuv::uv_timer_t _alarm;

    static entry entry_of(timer_handle *timer);
    void ring();
    void set_alarm();
    void insert(timer_handle *timer, uint64_t delay);
    void erase(timer_handle *timer);

public:
    void init(libuv::uv_loop_t *loop);
    // Before the loop is closed.
    void close();

    // In `delay` milliseconds from the loop's present time, which stands still within a turn.
    void start(timer_handle *timer, uint64_t delay);
    void stop(timer_handle *timer);
};

} // namespace legacy::io
#endif

#include "io/timer_queue.h"
#include "io/owned.h"
#include "io/timer.h"

namespace legacy::io {

timer_queue::entry timer_queue::entry_of(timer_handle *timer) {
    return {timer->due, reinterpret_cast<uintptr_t>(timer->proxy)};
}

void timer_queue::init(libuv::uv_loop_t *loop) {
    libuv::uv_timer_init(loop, &_alarm);
    _alarm.data = this;
}

void timer_queue::close() {
    libuv::uv_close(reinterpret_cast<libuv::uv_handle_t *>(&_alarm), nullptr);
}

void timer_queue::insert(timer_handle *timer, uint64_t delay) {
    timer->due = libuv::uv_now(_alarm.loop) + delay;
    timer->armed = true;
    _armed.insert({entry_of(timer), timer});
}

void timer_queue::erase(timer_handle *timer) {
    timer->armed = false;
    _armed.erase({entry_of(timer), timer});
}

void timer_queue::start(timer_handle *timer, uint64_t delay) {
    if (timer->armed) erase(timer);
    insert(timer, delay);
    set_alarm();
}

void timer_queue::stop(timer_handle *timer) {
    if (!timer->armed) return;
    erase(timer);
    set_alarm();
}

void timer_queue::set_alarm() {
    if (_armed.empty()) {
        libuv::uv_timer_stop(&_alarm);
        return;
    }
    uint64_t now = libuv::uv_now(_alarm.loop), due = _armed.begin()->first.first;
    libuv::uv_timer_start(
        &_alarm, [](libuv::uv_timer_t *alarm) { static_cast<timer_queue *>(alarm->data)->ring(); },
        due > now ? due - now : 0, 0);
}

// Callbacks start and stop timers, their own and others: nothing is kept over one. A timer that is started
// anew without delay is called again in this turn, as it was.
void timer_queue::ring() {
    while (!_armed.empty() && _armed.begin()->first.first <= libuv::uv_now(_alarm.loop)) {
        timer_handle *timer = _armed.begin()->second;
        erase(timer);
        if (timer->repeat) insert(timer, timer->repeat);
        timer->callback(reinterpret_cast<uv_timer_t *>(timer->proxy), 0);
    }
    set_alarm();
}

} // namespace legacy::io

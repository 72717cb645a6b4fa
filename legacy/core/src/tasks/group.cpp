#include "tasks/group.h"

namespace core {

void task_group::fail(const place &mine, bool is_main) {
    locked section(_lock);
    if (_failing) return;
    _failing = true;
    on_c([&] {
        for (place *other = _members; other; other = other->_next)
            if (other != &mine) rust_task_kill_other(other->_task);
        for (place *below = _descendants; below; below = below->_next) rust_task_kill_other(below->_task);
        if (is_main) rust_task_kill_all(mine._task);
    });
}

place::outcome place::take() {
    locked section(_group->_lock);
    if (_group->_failing) return outcome::failing;
    if (_kind == kind::descendant && !_group->_members) return outcome::dead;
    place *&first = head();
    _next = first;
    if (first) first->_previous = this;
    first = this;
    _taken = true;
    return outcome::taken;
}

place::~place() {
    if (!_taken) return;
    locked section(_group->_lock);
    // The neighbours of a place in a group that failed may be gone.
    if (_group->_failing) return;
    (_previous ? _previous->_next : head()) = _next;
    if (_next) _next->_previous = _previous;
}

} // namespace core

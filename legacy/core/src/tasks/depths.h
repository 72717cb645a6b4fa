// Kills and yields held back for a scope. The runtime counts depths, so scopes nest; each ends in its
// destructor, also when the task unwinds. On the Rust stack of the task that they name.
#pragma once
#include "rustrt.h"

namespace core {

class unkillable {
    rust_task *_me;

public:
    explicit unkillable(rust_task *me) : _me(me) {
        rust_task_inhibit_kill(me);
    }
    ~unkillable() {
        rust_task_allow_kill(_me);
    }
    unkillable(const unkillable &) = delete;
    unkillable &operator=(const unkillable &) = delete;
};

// Only inside unkillable: elsewhere the runtime aborts.
class rekillable {
    rust_task *_me;

public:
    explicit rekillable(rust_task *me) : _me(me) {
        rust_task_allow_kill(me);
    }
    ~rekillable() {
        rust_task_inhibit_kill(_me);
    }
    rekillable(const rekillable &) = delete;
    rekillable &operator=(const rekillable &) = delete;
};

// Neither killed nor able to yield: what runs inside finishes soon, or the thread's other tasks would starve.
class atomic_section {
    rust_task *_me;

public:
    explicit atomic_section(rust_task *me) : _me(me) {
        rust_task_inhibit_kill(me);
        rust_task_inhibit_yield(me);
    }
    ~atomic_section() {
        rust_task_allow_yield(_me);
        rust_task_allow_kill(_me);
    }
    atomic_section(const atomic_section &) = delete;
    atomic_section &operator=(const atomic_section &) = delete;
};

} // namespace core

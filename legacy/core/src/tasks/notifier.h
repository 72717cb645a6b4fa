// Tells a task's end on the chan that its spawner asked for, if it did: when it is destroyed, whatever
// happens.
#pragma once
#include "rustcore.h"
#include <optional>
#include <utility>

namespace core {

class notifier {
    rustcore_chan *_chan;

public:
    // Nothing: the task has not begun, and the chan just closes.
    std::optional<rustcore_task_result> result;

    // Takes the chan, which may be NULL and carries a descriptor of result_type.
    explicit notifier(rustcore_chan *chan) : _chan(chan) {}
    notifier(notifier &&other) noexcept : _chan(std::exchange(other._chan, nullptr)), result(other.result) {}
    notifier &operator=(notifier &&) = delete;
    ~notifier();

    static const type_desc result_type; // an int32_t
};

} // namespace core

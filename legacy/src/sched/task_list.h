// An array of tasks that know their own place in it: append at the end, remove by moving the last one into
// the hole. The order that results decides which task a random draw picks, so it must stay exactly this.
#ifndef LEGACY_SCHED_TASK_LIST_H
#define LEGACY_SCHED_TASK_LIST_H
#include "task/task.h"
#include <vector>

namespace legacy {

class task_list {
    std::vector<rust_task *> _tasks;

public:
    void append(rust_task *task) {
        task->list_index = static_cast<int32_t>(_tasks.size());
        _tasks.push_back(task);
    }
    void remove(rust_task *task) {
        rust_task *last = _tasks.back();
        _tasks[task->list_index] = last;
        last->list_index = task->list_index;
        _tasks.pop_back();
        task->list_index = -1;
    }
    size_t length() const {
        return _tasks.size();
    }
    rust_task *operator[](size_t i) const {
        return _tasks[i];
    }
};

} // namespace legacy
#endif

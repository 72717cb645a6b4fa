// A task's own part in its groups: kept in its task-local data under a key that no caller has, and ended with
// it, after the body. The main task, which nobody spawned, gets one at its first spawn.
#pragma once
#include "tasks/ancestors.h"
#include "tasks/notifier.h"

namespace core {

// What a spawn hands down.
struct lineage {
    ref<task_group> group;
    ancestor_list ancestors;
    bool is_main; // a member of the main group, whose failure ends the program
};

class control_block {
    rust_task *_me;
    bool _is_main;
    notifier _end; // told last
    ancestor_list _ancestors;
    places _above;
    place _own;

    bool take_places();

public:
    control_block(rust_task *me, lineage born_into, notifier end);
    // Fails the group when the task is failing; leaves all groups.
    ~control_block();

    // Gives the current task a block. False: one of its groups is failing, and nothing is left of the block
    // but the news of a failure.
    static bool begin(rust_task *me, lineage born_into, notifier end);
    // The current task's, made when it has none.
    static control_block &current();

    lineage of_child(rustcore_linkage linkage) const;
};

} // namespace core

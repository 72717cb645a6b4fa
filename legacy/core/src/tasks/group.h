// Task groups: tasks that fail together (legacy-runtime.md section 11).
//
// A group holds the places of its members and of its descendants, the tasks below supervised spawns, which
// die with it. A task has one place as a member and one in each group above it, from before its body to the
// end of its task-local data. Places are taken and left under the group's lock. A group that fails kills the
// tasks of all its places with the lock held; that keeps the victims alive, since each has yet to take the
// lock to leave. From then on the group is empty for good.
#pragma once
#include "memory/ref.h"
#include "shared/little_lock.h"

namespace core {

class place;

class task_group {
    friend class place;
    little_lock _lock;
    bool _failing = false;
    place *_members = nullptr, *_descendants = nullptr;

public:
    // Kills everybody but the owner of this place, which is a member; the whole runtime if it is the main
    // group. Only the first failure does anything.
    void fail(const place &mine, bool is_main);
};

// One task's place in one group.
class place {
    friend class task_group;

public:
    enum class kind { member, descendant };
    // A group whose members have all ended is dead: its failure can no longer come, and descendants need not
    // wait for it.
    enum class outcome { taken, failing, dead };

private:
    rust_task *_task;
    ref<task_group> _group;
    kind _kind;
    bool _taken = false;
    place *_next = nullptr, *_previous = nullptr;

    place *&head() const {
        return _kind == kind::member ? _group->_members : _group->_descendants;
    }

public:
    place(rust_task *task, ref<task_group> group, kind k) : _task(task), _group(std::move(group)), _kind(k) {}
    ~place();
    place(const place &) = delete;
    place &operator=(const place &) = delete;

    // Once.
    outcome take();
    const ref<task_group> &group() const {
        return _group;
    }
};

} // namespace core

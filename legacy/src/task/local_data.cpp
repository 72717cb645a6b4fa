#include "task/local_data.h"
#include "router/binding.h"
#include "router/hooks.h"

namespace legacy {
namespace {

struct record {
    void *data;
    rust_tld_cleanup cleanup;
};

record *find(rustrt_task_block *task) {
    return static_cast<record *>(task->slot[RUSTRT_UNIT_TASK_LOCAL_DATA]);
}

record *made(rustrt_task_block *task) {
    if (!find(task)) task->slot[RUSTRT_UNIT_TASK_LOCAL_DATA] = new record{};
    return find(task);
}

int has_cleanup(rustrt_task_block *task) {
    RUSTRT_COUNT(in_use.counters, RUSTRT_UNIT_TASK_LOCAL_DATA, RUSTRT_LEGACY);
    return find(task) && find(task)->cleanup;
}

// A library alone serves itself; who takes the unit over replaces these.
[[maybe_unused]] const bool registered =
    (hooks::add(RUSTRT_UNIT_TASK_LOCAL_DATA, nullptr, local_data::ending, local_data::burial), true);

} // namespace

void *local_data::get(rustrt_task_block *task) {
    return find(task) ? find(task)->data : nullptr;
}

void local_data::set(rustrt_task_block *task, void *data) {
    made(task)->data = data;
}

void local_data::clean_up_by(rustrt_task_block *task, rust_tld_cleanup cleanup) {
    made(task)->cleanup = cleanup;
}

void local_data::ending(rustrt_task_block *task) {
    if (!find(task) || !find(task)->cleanup) return;
    find(task)->cleanup(find(task)->data);
    find(task)->data = nullptr;
}

void local_data::burial(rustrt_task_block *task) {
    delete find(task);
    task->slot[RUSTRT_UNIT_TASK_LOCAL_DATA] = nullptr;
}

const rustrt_local_data_seam own_local_data = {has_cleanup};

} // namespace legacy

#include "task/current.h"
#include "sched/loop.h"
#include "stacks/limit_word.h"
#include "support/checked.h"
#include "task/task.h"
#include <cassert>
#include <cstring>

namespace legacy {
namespace {

pthread_key_t make_key() {
    pthread_key_t key;
    CHECKED(pthread_key_create(&key, nullptr));
    return key;
}

pthread_key_t task_key() {
    static const pthread_key_t key = make_key();
    return key;
}

} // namespace

rust_task *last_task_of_thread() {
    return static_cast<rust_task *>(pthread_getspecific(task_key()));
}

rust_task *task_of_turn() {
    rustrt_task_block *task = in_use.host()->current;
    // The headers of the new side are copies (stacks/segment.h).
    if (task && task->stacks.c_sp) check_copied_header(limit_word::get(), task);
    return static_cast<rust_task *>(task);
}

rust_task *current_task() {
    rust_task *task = try_current_task();
    assert(task != NULL && "no current task");
    return task;
}

void set_current_task(rust_task *task) {
    CHECKED(pthread_setspecific(task_key(), task));
}

void leave_departed_task() {
    if (!pthread_getspecific(task_key())) return;
    // Never freed: the thread may call with it until the process ends.
    static struct departed {
        scheduler_loop loop{nullptr, "0", false};
        alignas(rust_task) char block[sizeof(rust_task)] = {};
        alignas(stk_seg) char segment[sizeof(stk_seg) + red_zone + limit_offset] = {};
    } *stand_in = new departed;
    auto *task = reinterpret_cast<rust_task *>(stand_in->block);
    task->sched_loop = &stand_in->loop;
    auto *segment = reinterpret_cast<stk_seg *>(stand_in->segment);
    initialise(segment, red_zone + limit_offset, task);
    task->stk = segment;
    set_current_task(task);
    limit_word::set(limit_of(segment));
}

} // namespace legacy

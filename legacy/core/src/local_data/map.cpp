#include "local_data/map.h"
#include "rustcore.h"
#include "stacks/hops.h"
#include <utility>

namespace core {
namespace {

local_map *body_of(void *box) {
    return reinterpret_cast<local_map *>(static_cast<rust_opaque_box *>(box) + 1);
}

// Called on the C stack. The task's pointer stays until this returns, so glue still finds the map.
void cleanup(void *box) {
    on_rust([=] { rustcore_box_drop(static_cast<rust_opaque_box *>(box)); });
}

} // namespace

local_map &local_map::current() {
    rust_task *me = rust_get_task();
    if (void *box = rust_get_task_local_data(me)) return *body_of(box);
    rust_opaque_box *box = rustcore_box_new(&exchange::descriptor<local_map>);
    new (body_of(box)) local_map;
    rust_set_task_local_data(me, box);
    rust_task_local_data_atexit(me, cleanup);
    return *body_of(box);
}

bool local_map::is_ending() {
    void *box = rust_get_task_local_data(rust_get_task());
    return box && body_of(box)->_ending;
}

local_map::~local_map() {
    _ending = true;
    // What glue stores meanwhile follows, or is left to the annihilator when it went into a slot that is
    // over.
    for (size_t i = 0; i < _slots.size(); i++)
        if (rust_opaque_box *value = std::exchange(_slots[i].value, nullptr)) rustcore_box_drop(value);
}

local_map::slot *local_map::find(const void *key) {
    for (slot &s : _slots)
        if (s.value && s.key == key) return &s;
    return nullptr;
}

rust_opaque_box *local_map::get(const void *key) {
    slot *s = find(key);
    return s ? s->value : nullptr;
}

rust_opaque_box *local_map::put(const void *key, rust_opaque_box *value) {
    if (slot *s = find(key)) return std::exchange(s->value, value);
    for (slot &s : _slots)
        if (!s.value) {
            s = {key, value};
            return nullptr;
        }
    _slots.push_back({key, value});
    return nullptr;
}

rust_opaque_box *local_map::pop(const void *key) {
    slot *s = find(key);
    return s ? std::exchange(s->value, nullptr) : nullptr;
}

} // namespace core

#include "tasks/control_block.h"
#include "local_data/map.h"
#include "tasks/failure.h"

namespace core {
namespace {

// A code address that no function has.
const void *const key = reinterpret_cast<const void *>(-2);

control_block *body_of(rust_opaque_box *box) {
    return reinterpret_cast<control_block *>(box + 1);
}

} // namespace

control_block::control_block(rust_task *me, lineage born_into, notifier end)
    : _me(me), _is_main(born_into.is_main), _end(std::move(end)), _ancestors(std::move(born_into.ancestors)),
      _own(me, std::move(born_into.group), place::kind::member) {}

bool control_block::take_places() {
    if (_own.take() != place::outcome::taken) return false;
    return take_places_below(_ancestors, _me, _above);
}

control_block::~control_block() {
    if (!failing()) return;
    _end.result = RUSTCORE_FAILURE;
    _own.group()->fail(_own, _is_main);
}

bool control_block::begin(rust_task *me, lineage born_into, notifier end) {
    end.result = RUSTCORE_FAILURE; // until the body is about to run
    rust_opaque_box *box = rustcore_box_new(&exchange::descriptor<control_block>);
    control_block *block = new (body_of(box)) control_block(me, std::move(born_into), std::move(end));
    if (!block->take_places()) {
        rustcore_box_drop(box);
        return false;
    }
    block->_end.result = RUSTCORE_SUCCESS;
    rustcore_local_set(key, box);
    return true;
}

control_block &control_block::current() {
    // Through the API, for local data may be on the other side of the switch.
    rust_opaque_box *box = rustcore_local_get(key);
    if (!box) {
        // Nobody spawned this task, which makes it a main task; or its block has ended with others of its
        // data to follow.
        begin(rust_get_task(), {ref<task_group>::make(), {}, !local_map::is_ending()}, notifier(nullptr));
        box = rustcore_local_get(key);
    }
    rustcore_box_drop(box); // the map has its own reference
    return *body_of(box);
}

lineage control_block::of_child(rustcore_linkage linkage) const {
    switch (linkage) {
    case RUSTCORE_LINKED: return {_own.group(), _ancestors, _is_main};
    case RUSTCORE_SUPERVISED:
        return {ref<task_group>::make(), ancestor_list::make(_own.group(), _ancestors), false};
    case RUSTCORE_UNLINKED: return {ref<task_group>::make(), {}, false};
    }
    fail("no such linkage");
}

} // namespace core

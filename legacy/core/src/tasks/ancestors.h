// Ancestor lists: the groups above a supervised task, nearest first, shared by all tasks below the same
// spawn.
//
// Nodes are shared and each has a lock for its rest. Walkers go hand over hand, from a node's lock to the
// next one's; generations strictly fall along a list, so that all walkers meet locks in the same order.
#pragma once
#include "tasks/group.h"
#include <forward_list>

namespace core {

struct ancestor_node;
using ancestor_list = ref<ancestor_node>;

struct ancestor_node {
    const size_t generation;
    const ref<task_group> group;
    ancestor_list rest;
    little_lock lock; // of rest

    ancestor_node(ref<task_group> nearest, ancestor_list others);
    ~ancestor_node();
};

// Places do not move once taken, so they are linked.
using places = std::forward_list<place, exchange::allocator<place>>;

// Takes a descendant's place in every live group of the list; dead ones are cut out of it on the way. False:
// one is failing; the places taken so far are the caller's to leave.
bool take_places_below(ancestor_list &list, rust_task *task, places &taken);

} // namespace core

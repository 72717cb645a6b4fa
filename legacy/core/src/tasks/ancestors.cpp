#include "tasks/ancestors.h"
#include <cassert>
#include <optional>

namespace core {

ancestor_node::ancestor_node(ref<task_group> nearest, ancestor_list others)
    : generation(others ? others->generation + 1 : 0), group(std::move(nearest)), rest(std::move(others)) {}

// A loop where each node would else end the next one, for a list may be longer than the stack is deep.
ancestor_node::~ancestor_node() {
    ancestor_list next = std::move(rest);
    while (next && next.is_last()) next = std::move(next->rest);
}

namespace {

// A node under its lock; it may meanwhile be cut out of every list.
struct step {
    ancestor_list node;
    locked section;
    explicit step(const ancestor_list &at) : node(at), section(node->lock) {}
};

} // namespace

bool take_places_below(ancestor_list &list, rust_task *task, places &taken) {
    ancestor_list *link = &list;
    std::optional<step> steps[2]; // in turn: the one that holds link, and the one that link names
    for (size_t turn = 0; *link;) {
        std::optional<step> &here = steps[turn % 2];
        here.emplace(*link);
        ancestor_node &node = *here->node;
        assert(!node.rest || node.rest->generation < node.generation);
        switch (taken.emplace_front(task, node.group, place::kind::descendant).take()) {
        case place::outcome::taken:
            link = &node.rest;
            turn++;
            break;
        case place::outcome::dead:
            taken.pop_front();
            *link = node.rest;
            break;
        case place::outcome::failing: return false;
        }
    }
    return true;
}

} // namespace core

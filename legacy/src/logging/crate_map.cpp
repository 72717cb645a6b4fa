#include "logging/crate_map.h"
#include <set>

namespace legacy::crate_maps {
namespace {

// Maps of version 0 begin with the entries.
struct crate_map_v0 {
    const mod_entry *entries;
    const crate_map *children[];
};

using visited_set = std::set<const crate_map *>;

void walk(const crate_map *map, const std::function<void(const mod_entry &)> &visit, visited_set &visited) {
    if (!visited.insert(map).second) return;
    bool v1 = map->version == 1;
    auto *v0 = reinterpret_cast<const crate_map_v0 *>(map);
    for (const mod_entry *entry = v1 ? map->entries : v0->entries; entry->name; entry++) visit(*entry);
    // Children of version 1 are read from the second slot on, though the compiler fills the first: programs
    // depend on which modules their RUST_LOG reaches.
    for (const crate_map *const *child = v1 ? &map->children[1] : &v0->children[0]; *child; child++)
        walk(*child, visit, visited);
}

} // namespace

void for_each_entry(const crate_map *map, const std::function<void(const mod_entry &)> &visit) {
    visited_set visited;
    walk(map, visit, visited);
}

} // namespace legacy::crate_maps

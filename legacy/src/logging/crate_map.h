// Walks the crate maps that the compiler leaves in a program: depth first, a crate's own entries first, each
// map once.
#ifndef LEGACY_LOGGING_CRATE_MAP_H
#define LEGACY_LOGGING_CRATE_MAP_H
#include "rustrt.h"
#include <functional>

namespace legacy::crate_maps {

void for_each_entry(const crate_map *map, const std::function<void(const mod_entry &)> &visit);

} // namespace legacy::crate_maps
#endif

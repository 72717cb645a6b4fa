#include "memory/gc_metadata.h"
#include "logging/crate_map.h"
#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace legacy::gc_metadata {
namespace {

struct safe_point {
    uintptr_t address, safe_point_metadata, function_metadata;
};

uintptr_t *built;

} // namespace

bool is_metadata(const mod_entry &entry) {
    return strcmp(entry.name, "_gc_module_metadata") == 0;
}

void build(const crate_map *map) {
    std::vector<safe_point> points;
    crate_maps::for_each_entry(map, [&](const mod_entry &entry) {
        if (!is_metadata(entry)) return;
        // Where other entries point to their level: a count padded to a word, then the triples.
        const auto *block = reinterpret_cast<const uintptr_t *>(entry.state);
        const auto *first = reinterpret_cast<const safe_point *>(block + 1);
        points.insert(points.end(), first, first + *entry.state);
    });
    std::sort(points.begin(), points.end(), [](auto &a, auto &b) { return a.address < b.address; });
    // Never freed: callers keep pointers into it.
    built = static_cast<uintptr_t *>(malloc(sizeof(uintptr_t) + points.size() * sizeof(safe_point)));
    built[0] = points.size();
    if (!points.empty()) memcpy(built + 1, points.data(), points.size() * sizeof(safe_point));
}

void *table() {
    return built;
}

} // namespace legacy::gc_metadata

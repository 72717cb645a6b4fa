// The safe-point table: what module entries named _gc_module_metadata of all crates hold, in one block sorted
// by address.
#ifndef LEGACY_MEMORY_GC_METADATA_H
#define LEGACY_MEMORY_GC_METADATA_H
#include "rustrt.h"

namespace legacy::gc_metadata {

bool is_metadata(const mod_entry &entry);
void build(const crate_map *map);
// A count word, then triples; NULL before the first build.
void *table();

} // namespace legacy::gc_metadata
#endif

#include "local_data/map.h"
#include "rustcore.h"

using core::local_map;

rust_opaque_box *rustcore_local_get(const void *key) {
    rust_opaque_box *value = local_map::current().get(key);
    return value ? rustcore_box_take(value) : nullptr;
}

rust_opaque_box *rustcore_local_pop(const void *key) {
    return local_map::current().pop(key);
}

void rustcore_local_set(const void *key, rust_opaque_box *value) {
    rust_opaque_box *old = local_map::current().put(key, value);
    if (old) rustcore_box_drop(old); // last: its glue may use the map
}

void rustcore_local_modify(const void *key, rust_opaque_box *(*f)(rust_opaque_box *value, void *env),
                           void *env) {
    // f runs while the slot is free, as it did: it may fail or use the map.
    rust_opaque_box *value = f(local_map::current().pop(key), env);
    if (value) rustcore_local_set(key, value);
}

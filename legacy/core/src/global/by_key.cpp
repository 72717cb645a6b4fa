#include "global/map.h"

using namespace core;

void *rustcore_global_clone_or_create(const void *key, const rustcore_global_type *type,
                                      void *(*create)(void *env), void *env) {
    void *clone = nullptr;
    with_globals([&](global_map &globals) {
        global_value *found = globals.find(key);
        if (!found) found = globals.store(key, {type, create(env)});
        clone = found->type->clone(found->value);
    });
    return clone;
}

void *rustcore_global_clone(const void *key) {
    void *clone = nullptr;
    with_globals([&](global_map &globals) {
        if (global_value *found = globals.find(key)) clone = found->type->clone(found->value);
    });
    return clone;
}

void rustcore_global_modify(const void *key, const rustcore_global_type *type,
                            void *(*f)(void *value, void *env), void *env) {
    with_globals([&](global_map &globals) {
        if (void *value = f(globals.take(key), env)) globals.store(key, {type, value});
    });
}

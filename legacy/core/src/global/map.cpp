#include "global/map.h"
#include "stacks/hops.h"
#include "tasks/failure.h"

namespace core {
namespace {

// In the word from the beginning of the end.
rustcore_exclusive *const gone = reinterpret_cast<rustcore_exclusive *>(-1);

rustcore_exclusive **word() {
    return static_cast<rustcore_exclusive **>(on_c([] { return rust_get_global_data_ptr(); }));
}

void end_globals(void *) {
    rustcore_exclusive_drop(__atomic_exchange_n(word(), gone, __ATOMIC_ACQ_REL));
}

// What the exclusive holds: the map's address, for values move as bytes and a hash table does not.
const type_desc map_type = {sizeof(global_map *),
                            alignof(global_map *),
                            nullptr,
                            [](void *, void *, const type_desc **, void *map) {
    exchange::destroy(*static_cast<global_map **>(map));
                            },
                            nullptr,
                            nullptr,
                            nullptr,
                            nullptr};

// One reference to the exclusive, for the word or for one use of it.
class globals_ref {
    rustcore_exclusive *_globals;

    static rustcore_exclusive *make() {
        global_map *map = exchange::make<global_map>();
        return rustcore_exclusive_new(&map_type, &map);
    }
    static rustcore_exclusive *installed() {
        rustcore_exclusive **globals = word(), *found = __atomic_load_n(globals, __ATOMIC_ACQUIRE);
        if (found) return found;
        rustcore_exclusive *made = make();
        if (__atomic_compare_exchange_n(globals, &found, made, false, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE)) {
            rustcore_at_exit({end_globals, nullptr, nullptr});
            return made;
        }
        rustcore_exclusive_drop(made);
        if (found == gone) fail("the global data of this runtime is gone");
        return found;
    }

public:
    globals_ref() : _globals(rustcore_exclusive_clone(installed())) {}
    ~globals_ref() {
        rustcore_exclusive_drop(_globals);
    }
    globals_ref(const globals_ref &) = delete;
    globals_ref &operator=(const globals_ref &) = delete;
    rustcore_exclusive *get() const {
        return _globals;
    }
};

} // namespace

global_map::~global_map() {
    for (auto &[key, global] : _values) global.type->destroy(global.value);
}

global_value *global_map::find(const void *key) {
    auto found = _values.find(key);
    return found == _values.end() ? nullptr : &found->second;
}

global_value *global_map::store(const void *key, global_value value) {
    return &(_values[key] = value);
}

void *global_map::take(const void *key) {
    global_value *found = find(key);
    if (!found) return nullptr;
    void *value = found->value;
    _values.erase(key);
    return value;
}

void enter_globals(void (*f)(global_map &, void *), void *env) {
    struct call {
        void (*f)(global_map &, void *);
        void *env;
    } inner = {f, env};
    globals_ref globals;
    rustcore_exclusive_with(
        globals.get(),
        [](void *map, void *inner) {
        auto *c = static_cast<call *>(inner);
        c->f(**static_cast<global_map **>(map), c->env);
        },
        &inner);
}

} // namespace core

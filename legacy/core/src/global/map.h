// Values that a kernel has one of, by key: one map behind one exclusive. The kernel's global-data word holds
// a reference to it, installed at first use; an exit function takes it out again, ends all values and leaves
// -1, which crashes whoever comes later.
#pragma once
#include "memory/exchange.h"
#include "rustcore.h"
#include <unordered_map>

namespace core {

struct global_value {
    const rustcore_global_type *type;
    void *value;
};

class global_map {
    using values =
        std::unordered_map<const void *, global_value, std::hash<const void *>, std::equal_to<const void *>,
                           exchange::allocator<std::pair<const void *const, global_value>>>;
    values _values;

public:
    ~global_map();

    // NULL: there is none.
    global_value *find(const void *key);
    global_value *store(const void *key, global_value value);
    // Gives the value, which is the caller's to end; NULL: there was none.
    void *take(const void *key);
};

// Runs f on the map with its lock held: f must not come back here, and when it fails nobody gets in again.
void enter_globals(void (*f)(global_map &, void *env), void *env);
template <class F> void with_globals(F f) {
    enter_globals([](global_map &map, void *env) { (*static_cast<F *>(env))(map); }, &f);
}

} // namespace core

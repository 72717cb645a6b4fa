// A task's local data: a managed box with the growable list of its slots, reached by the task's one pointer.
// Made at first use; from then on the runtime ends it after the body, and a failing main task no longer fails
// the kernel by itself (observed-behaviour.md section 7).
#pragma once
#include "memory/exchange.h"
#include <vector>

namespace core {

class local_map {
    struct slot {
        const void *key;
        rust_opaque_box *value; // NULL: the slot is free
    };
    // Laid out as C# reads it (Backends/New/Library/LocalMap.cs): three words of the vector, then the mark.
    std::vector<slot, exchange::allocator<slot>> _slots;
    bool _ending = false;

    slot *find(const void *key);

public:
    // In slot order.
    ~local_map();

    // The current task's.
    static local_map &current();
    // Is the current task past its body? Without a map it is not.
    static bool is_ending();

    // Borrowed; NULL: none.
    rust_opaque_box *get(const void *key);
    // Takes a reference, which goes into the key's slot, the first free one or a new one. Gives the old
    // value's reference or NULL.
    rust_opaque_box *put(const void *key, rust_opaque_box *value);
    // Gives the map's reference or NULL.
    rust_opaque_box *pop(const void *key);
};

} // namespace core

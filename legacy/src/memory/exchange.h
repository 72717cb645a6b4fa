// The exchange heap as the runtime itself uses it: through the seam, so that either backend serves it.
#ifndef LEGACY_MEMORY_EXCHANGE_H
#define LEGACY_MEMORY_EXCHANGE_H
#include "router/binding.h"
#include <new>
#include <utility>

namespace legacy {

// Runtime objects (tasks, schedulers, launchers) live in the exchange heap and count there.
template <class T, class... A> T *exchange_new(A &&...arguments) {
    return new (in_use.exchange->allocate(sizeof(T), 1)) T(std::forward<A>(arguments)...);
}

template <class T> void exchange_delete(T *object) {
    object->~T();
    in_use.exchange->free(object);
}

} // namespace legacy
#endif

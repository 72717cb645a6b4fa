// An object of the exchange heap with one owner.
#pragma once
#include "memory/exchange.h"
#include <memory>

namespace core {

struct destroy_exchanged {
    template <class T> void operator()(T *object) const {
        exchange::destroy(object);
    }
};
template <class T> using owned = std::unique_ptr<T, destroy_exchanged>;

template <class T, class... A> owned<T> make_owned(A &&...arguments) {
    return owned<T>(exchange::make<T>(std::forward<A>(arguments)...));
}

} // namespace core

// Values that the runtime has one of.
#ifndef RUSTCORE_GLOBAL_HPP
#define RUSTCORE_GLOBAL_HPP
#include "../rustcore.h"
#include <memory>
#include <optional>
#include <utility>

namespace rustcore {

// A key of global data. Give it static storage, for its address is what tells keys apart. Functions that are
// given here run under the one lock of all global data: they must not come back to it, and one that fails
// closes it for all.
template <class T> class global_key {
public:
    global_key() = default;
    global_key(const global_key &) = delete;
    global_key &operator=(const global_key &) = delete;

    // A copy of the value, which create() makes when there is none.
    template <class F> T clone_or_create(F create) const {
        return taken(rustcore_global_clone_or_create(
            this, type(), [](void *env) -> void * { return new T((*static_cast<F *>(env))()); }, &create));
    }
    // A copy of the value, if there is one.
    std::optional<T> clone() const {
        void *copy = rustcore_global_clone(this);
        return copy ? std::optional<T>(taken(copy)) : std::nullopt;
    }
    // Replaces the value by f's result; both are std::optional<T>.
    template <class F> void modify(F f) const {
        auto replace = [](void *value, void *env) -> void * {
            std::optional<T> old = value ? std::optional<T>(taken(value)) : std::nullopt;
            std::optional<T> now = (*static_cast<F *>(env))(std::move(old));
            return now ? new T(std::move(*now)) : nullptr;
        };
        rustcore_global_modify(this, type(), replace, &f);
    }

private:
    static T taken(void *value) {
        std::unique_ptr<T> owned(static_cast<T *>(value));
        return std::move(*owned);
    }
    static const rustcore_global_type *type() {
        static const rustcore_global_type operations = {
            [](void *value) -> void * { return new T(*static_cast<const T *>(value)); },
            [](void *value) { delete static_cast<T *>(value); }};
        return &operations;
    }
};

} // namespace rustcore
#endif

// How a C++ value becomes what rustcore.h carries: bytes that are copied and forgotten, with a descriptor.
#ifndef RUSTCORE_VALUE_HPP
#define RUSTCORE_VALUE_HPP
#include "../rustcore.h"
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace rustcore {

// Whether a T may be moved by copying its bytes. Types that point into themselves may not (a std::string
// does); what is not known to move so travels in a block of its own. Specialise it for types that are plain
// owners of pointers.
template <class T> struct moves_as_bytes : std::is_trivially_copyable<T> {};
template <class T> struct moves_as_bytes<std::unique_ptr<T>> : std::true_type {};

// A value on its way in or out of the C API.
template <class T> class value {
    static constexpr bool in_place = moves_as_bytes<T>::value;
    using stored = std::conditional_t<in_place, T, T *>;

public:
    // What bytes() will be filled with.
    static const type_desc *type() {
        static const type_desc description = {
            sizeof(stored), alignof(stored),
            nullptr,        in_place && std::is_trivially_destructible_v<T> ? nullptr : &drop,
            nullptr,        nullptr,
            nullptr,        nullptr};
        return &description;
    }
    // Where such a value lies: what exclusives and shared state hand out.
    static T &in(void *data) {
        if constexpr (in_place) return *std::launder(static_cast<T *>(data));
        else return **std::launder(static_cast<T **>(data));
    }

    // To be filled; take() must follow.
    value() = default;
    // To be given away.
    explicit value(T &&from) {
        if constexpr (in_place) new (bytes_) T(std::move(from));
        else new (bytes_) T *(new T(std::move(from)));
    }
    value(const value &) = delete;

    void *bytes() {
        return bytes_;
    }
    T take() {
        // Also when the move fails.
        struct end {
            void *bytes;
            ~end() {
                drop(nullptr, nullptr, nullptr, bytes);
            }
        } afterwards{bytes_};
        return std::move(in(bytes_));
    }

private:
    static void drop(void *, void *, const type_desc **, void *data) {
        if constexpr (in_place) in(data).~T();
        else delete &in(data);
    }
    alignas(stored) unsigned char bytes_[sizeof(stored)] = {};
};

} // namespace rustcore
#endif

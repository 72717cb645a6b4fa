// What a read brings: bytes in an exchange block, or an error.
#pragma once
#include "rustcore/pipes.hpp"

namespace core {

class arrival {
public:
    explicit arrival(rustcore_tcp_read_result result) : result_(result) {}
    arrival(arrival &&other) noexcept : result_(std::exchange(other.result_, {})) {}
    arrival &operator=(const arrival &) = delete;
    ~arrival() {
        rustcore_bytes_drop(result_.bytes);
    }
    rustcore_tcp_read_result release() {
        return std::exchange(result_, {});
    }

private:
    rustcore_tcp_read_result result_;
};

} // namespace core

// C callers receive it as rustcore_tcp_read_result.
template <> struct rustcore::moves_as_bytes<core::arrival> : std::true_type {};
static_assert(sizeof(core::arrival) == sizeof(rustcore_tcp_read_result));

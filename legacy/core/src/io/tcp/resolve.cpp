#include "io/io_task.h"
#include "stacks/hops.h"
#include <netdb.h>
#include <string>

namespace core {

namespace {

// What a name stands for: an exchange block, or why there is none.
struct ip_list {
    rustcore_ip *first;
    size_t count;
    rustcore_tcp_error error;

    ip_list(rustcore_ip *first, size_t count, rustcore_tcp_error error)
        : first(first), count(count), error(error) {}
    ip_list(ip_list &&other) noexcept
        : first(std::exchange(other.first, nullptr)), count(other.count), error(other.error) {}
    ~ip_list() {
        rustcore_bytes_drop({reinterpret_cast<uint8_t *>(first), count});
    }
};

} // namespace

} // namespace core

template <> struct rustcore::moves_as_bytes<core::ip_list> : std::true_type {};

namespace core {

namespace {

// From the start to the callback.
class resolving {
public:
    resolving(const char *node, answer_chan<ip_list> answer) : node_(node), answer_(std::move(answer)) {
        hints_.ai_socktype = SOCK_STREAM; // each address once
    }

    // On the C stack. What has failed at once has no callback.
    rustcore_tcp_error start(uv_loop_t *loop) {
        loop_ = loop;
        rust_uv_set_data_for_req(request_.request(), this);
        int status = rust_uv_getaddrinfo(loop, request_.get(), &resolved, node_.data(), nullptr, &hints_);
        return uv::error_of(status, loop);
    }
    // Frees this.
    void finish(ip_list addresses) {
        owned<resolving> self(this);
        answer_.send(std::move(addresses));
    }

private:
    static void resolved(uv_getaddrinfo_t *request, int status, addrinfo *list) {
        auto *self = uv::owner_of_request<resolving>(request);
        auto error = uv::error_of(status, self->loop_);
        size_t count = 0;
        rustcore_ip *copy = error.name ? nullptr : copy_of(list, &count);
        if (list) rust_uv_freeaddrinfo(list);
        on_rust([=] { self->finish({copy, count, error}); });
    }
    static rustcore_ip *copy_of(addrinfo *list, size_t *count) {
        size_t all = 0;
        for (addrinfo *one = list; one; one = rust_uv_get_next_addrinfo(one)) all++;
        auto *copy = static_cast<rustcore_ip *>(rust_uv_current_kernel_malloc(all * sizeof(rustcore_ip)));
        for (addrinfo *one = list; one; one = rust_uv_get_next_addrinfo(one))
            if (rust_uv_is_ipv4_addrinfo(one)) copy[(*count)++].v4 = *rust_uv_addrinfo_as_sockaddr_in(one);
            else if (rust_uv_is_ipv6_addrinfo(one))
                copy[(*count)++].v6 = *rust_uv_addrinfo_as_sockaddr_in6(one);
        return copy;
    }

    std::string node_;
    answer_chan<ip_list> answer_;
    uv_loop_t *loop_ = nullptr;
    addrinfo hints_ = {};
    uv::getaddrinfo request_;
};

} // namespace

} // namespace core

rustcore_ip *rustcore_ip_resolve(rustcore_iotask *io, const char *node, size_t *count,
                                 rustcore_tcp_error *error) {
    using namespace core;
    auto [port, chan] = rustcore::oneshot<ip_list>();
    io_task::borrowed(io).interact(
        [request = make_owned<resolving>(node, std::move(chan))](uv_loop_t *loop) mutable {
        auto *started = request.release();
        auto error = on_c([=] { return started->start(loop); });
        if (error.name) started->finish({nullptr, 0, error});
    });
    ip_list addresses = port.try_recv().value_or(ip_list(nullptr, 0, uv::loop_has_ended));
    *count = addresses.count;
    *error = addresses.error;
    return std::exchange(addresses.first, nullptr);
}

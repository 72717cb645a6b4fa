#include "io/io_task.h"
#include "stacks/hops.h"
#include <netdb.h>
#include <string>

namespace core {

namespace {

// What a name stands for: an exchange block, or why there is none.
struct Addresses {
    rustcore_ip *list;
    size_t count;
    rustcore_tcp_error error;

    Addresses(rustcore_ip *list, size_t count, rustcore_tcp_error error)
        : list(list), count(count), error(error) {}
    Addresses(Addresses &&other) noexcept
        : list(std::exchange(other.list, nullptr)), count(other.count), error(other.error) {}
    ~Addresses() {
        if (list) on_c([this] { rust_uv_current_kernel_free(list); });
    }
};

class Resolving {
public:
    Resolving(const char *node, AnswerChan<Addresses> answer) : node_(node), answer_(std::move(answer)) {}

    // Frees this when it is over.
    void start(uv_loop_t *loop) {
        loop_ = loop;
        rustcore_tcp_error error = on_c([&] {
            rust_uv_set_data_for_req(request_.as<uv_req_t>(), this);
            hints_.ai_socktype = SOCK_STREAM; // each address once
            return uv::error_of(
                rust_uv_getaddrinfo(loop, request_.get(), &resolved, node_.data(), nullptr, &hints_), loop);
        });
        if (error.name) finish({nullptr, 0, error});
    }

private:
    static void resolved(uv_getaddrinfo_t *request, int status, addrinfo *list) {
        auto *self =
            static_cast<Resolving *>(rust_uv_get_data_for_req(reinterpret_cast<uv_req_t *>(request)));
        rustcore_tcp_error error = uv::error_of(status, self->loop_);
        size_t count = 0;
        rustcore_ip *copy = status == 0 ? copied(list, &count) : nullptr;
        if (list) rust_uv_freeaddrinfo(list);
        on_rust([&] { self->finish({copy, count, error}); });
    }
    static rustcore_ip *copied(addrinfo *list, size_t *count) {
        size_t all = 0;
        for (addrinfo *one = list; one; one = rust_uv_get_next_addrinfo(one)) all++;
        auto *copy = static_cast<rustcore_ip *>(rust_uv_current_kernel_malloc(all * sizeof(rustcore_ip)));
        for (addrinfo *one = list; one; one = rust_uv_get_next_addrinfo(one))
            if (rust_uv_is_ipv4_addrinfo(one)) copy[(*count)++].v4 = *rust_uv_addrinfo_as_sockaddr_in(one);
            else if (rust_uv_is_ipv6_addrinfo(one))
                copy[(*count)++].v6 = *rust_uv_addrinfo_as_sockaddr_in6(one);
        return copy;
    }
    void finish(Addresses addresses) {
        answer_.send(std::move(addresses));
        exchange::destroy(this);
    }

    std::string node_;
    AnswerChan<Addresses> answer_;
    uv_loop_t *loop_ = nullptr;
    addrinfo hints_ = {};
    uv::Getaddrinfo request_;
};

} // namespace

} // namespace core

rustcore_ip *rustcore_ip_resolve(rustcore_iotask *io, const char *node, size_t *count,
                                 rustcore_tcp_error *error) {
    using namespace core;
    IoTask task = IoTask::borrowed(io);
    auto answer = make_answer<Addresses>();
    task.interact([resolving = Owned<Resolving>(exchange::make<Resolving>(node, std::move(answer.chan)))](
                      uv_loop_t *loop) mutable { resolving.release()->start(loop); });
    std::optional<Addresses> addresses = answer.port.receive();
    if (!addresses) addresses.emplace(nullptr, 0, uv::loop_has_ended);
    *count = addresses->count;
    *error = addresses->error;
    return std::exchange(addresses->list, nullptr);
}

#include "io/tcp/socket.h"
#include "stacks/hops.h"
#include <algorithm>
#include <cstring>

namespace core {

namespace {

// The bytes are copied: a task that fails while it waits takes its own away.
class Writing {
public:
    Writing(const void *data, size_t size, AnswerChan<rustcore_tcp_error> answer)
        : bytes_(exchange::allocate(nullptr, size)), size_(size), answer_(std::move(answer)) {
        if (size) memcpy(bytes_ + 1, data, size);
    }
    ~Writing() {
        exchange::free(bytes_);
    }

    // Frees this when it is over.
    void start(uv_loop_t *loop, Socket *socket) {
        rustcore_tcp_error error = on_c([&] {
            uv_buf_t buffer;
            rust_uv_buf_init(&buffer, reinterpret_cast<char *>(bytes_ + 1), size_);
            rust_uv_set_data_for_req(request_.as<uv_req_t>(), this);
            return uv::error_of(rust_uv_write(request_.get(), socket->stream(), &buffer, 1, &written), loop);
        });
        if (error.name) finish(error);
    }

private:
    static void written(uv_write_t *request, int status) {
        auto *self = static_cast<Writing *>(rust_uv_get_data_for_req(reinterpret_cast<uv_req_t *>(request)));
        uv_stream_t *stream = rust_uv_get_stream_handle_from_write_req(request);
        auto error =
            uv::error_of(status, rust_uv_get_loop_for_uv_handle(reinterpret_cast<uv_handle_t *>(stream)));
        on_rust([=] { self->finish(error); });
    }
    void finish(rustcore_tcp_error error) {
        answer_.send(error);
        exchange::destroy(this);
    }

    rust_opaque_box *bytes_;
    size_t size_;
    AnswerChan<rustcore_tcp_error> answer_;
    uv::Write request_;
};

bool write(Socket *socket, const void *data, size_t size, rustcore_tcp_error *error) {
    auto answer = make_answer<rustcore_tcp_error>();
    Owned<Writing> writing(exchange::make<Writing>(data, size, std::move(answer.chan)));
    socket->io().interact([socket, writing = std::move(writing)](uv_loop_t *loop) mutable {
        writing.release()->start(loop, socket);
    });
    return ended_well(answer.port, error);
}

} // namespace

} // namespace core

bool rustcore_tcp_write(rustcore_tcp_socket *socket, const void *data, size_t size,
                        rustcore_tcp_error *error) {
    // A buffer's length has 32 bits in the library.
    constexpr size_t most = size_t(1) << 30;
    auto *bytes = static_cast<const char *>(data);
    for (; size > most; bytes += most, size -= most)
        if (!core::write(core::socket_of(socket), bytes, most, error)) return false;
    return core::write(core::socket_of(socket), bytes, size, error);
}

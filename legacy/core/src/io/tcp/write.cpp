#include "io/tcp/socket.h"
#include "stacks/hops.h"
#include <cstring>

namespace core {

namespace {

// From the start to the callback. The bytes are copied: a task that fails while it waits takes its own away.
class tcp_writing {
public:
    tcp_writing(const void *data, size_t size, answer_chan<rustcore_tcp_error> answer)
        : bytes_(exchange::allocate(nullptr, size)), size_(size), answer_(std::move(answer)) {
        if (size) memcpy(bytes_ + 1, data, size);
    }
    ~tcp_writing() {
        exchange::free(bytes_);
    }

    // On the C stack. What has failed at once has no callback.
    rustcore_tcp_error start(uv_loop_t *loop, uv_stream_t *stream) {
        uv_buf_t buffer;
        rust_uv_buf_init(&buffer, reinterpret_cast<char *>(bytes_ + 1), size_);
        rust_uv_set_data_for_req(request_.request(), this);
        return uv::error_of(rust_uv_write(request_.get(), stream, &buffer, 1, &written), loop);
    }
    // Frees this.
    void finish(rustcore_tcp_error error) {
        owned<tcp_writing> self(this);
        answer_.send(error);
    }

private:
    static void written(uv_write_t *request, int status) {
        auto *self = uv::owner_of_request<tcp_writing>(request);
        auto error = uv::error_of(status, uv::loop_of(rust_uv_get_stream_handle_from_write_req(request)));
        on_rust([=] { self->finish(error); });
    }

    rust_opaque_box *bytes_;
    size_t size_;
    answer_chan<rustcore_tcp_error> answer_;
    uv::write request_;
};

bool write_all(tcp_socket *socket, const void *data, size_t size, rustcore_tcp_error *error) {
    auto [port, chan] = rustcore::oneshot<rustcore_tcp_error>();
    socket->io().interact(
        [socket, writing = make_owned<tcp_writing>(data, size, std::move(chan))](uv_loop_t *loop) mutable {
        auto *started = writing.release();
        auto error = on_c([=] { return started->start(loop, socket->stream()); });
        if (error.name) started->finish(error);
    });
    return ended_well(std::move(port), error);
}

} // namespace

} // namespace core

bool rustcore_tcp_write(rustcore_tcp_socket *socket, const void *data, size_t size,
                        rustcore_tcp_error *error) {
    // A buffer's length has 32 bits in the library.
    constexpr size_t most = size_t(1) << 30;
    auto *bytes = static_cast<const char *>(data);
    for (; size > most; bytes += most, size -= most)
        if (!core::write_all(core::from_c(socket), bytes, most, error)) return false;
    return core::write_all(core::from_c(socket), bytes, size, error);
}

// Pipes of C++ values: ends that are owned, move only, and may themselves be sent. All on the Rust stack of a
// task; what fails unwinds it. Dropping an end never waits.
#ifndef RUSTCORE_PIPES_HPP
#define RUSTCORE_PIPES_HPP
#include "value.hpp"
#include <optional>
#include <vector>

namespace rustcore {

// An owned pointer of the C API, dropped by Drop. Using one that was given away fails.
template <class Handle, void (*Drop)(Handle *)> class end {
public:
    explicit end(Handle *handle) : handle_(handle) {}
    end(end &&other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
    end &operator=(end &&other) noexcept {
        end old(std::move(*this));
        handle_ = std::exchange(other.handle_, nullptr);
        return *this;
    }
    ~end() {
        if (handle_) Drop(handle_);
    }
    explicit operator bool() const {
        return handle_ != nullptr;
    }
    // Borrowed.
    Handle *get() const {
        if (!handle_) rustcore_fail("use of a pipe's end that was given away", __FILE__, __LINE__);
        return handle_;
    }
    // Given to the caller.
    Handle *release() {
        Handle *handle = get();
        handle_ = nullptr;
        return handle;
    }

private:
    Handle *handle_;
};
template <class Handle, void (*Drop)(Handle *)> struct moves_as_bytes<end<Handle, Drop>> : std::true_type {};

// ---- streams

template <class T> class port : public end<rustcore_port, rustcore_port_drop> {
public:
    using end::end;
    // Waits. Fails when the chan is gone.
    T recv() {
        value<T> got;
        rustcore_recv(get(), got.bytes());
        return got.take();
    }
    // Waits. Nothing: the chan is gone.
    std::optional<T> try_recv() {
        value<T> got;
        if (!rustcore_try_recv(get(), got.bytes())) return std::nullopt;
        return got.take();
    }
    bool peek() const {
        return rustcore_peek(get());
    }
    rustcore_packet *packet() const {
        return rustcore_port_packet(get());
    }
};

template <class T> class chan : public end<rustcore_chan, rustcore_chan_drop> {
public:
    using end::end;
    // Whether anybody receives it or not.
    void send(T message) {
        auto *to = get();
        value<T> given(std::move(message));
        rustcore_send(to, given.bytes());
    }
    // False: the port is gone, the message was dropped.
    bool try_send(T message) {
        auto *to = get();
        value<T> given(std::move(message));
        return rustcore_try_send(to, given.bytes());
    }
};

template <class T> struct stream_ends {
    rustcore::port<T> port;
    rustcore::chan<T> chan;
};
template <class T> stream_ends<T> stream() {
    rustcore_port *port;
    rustcore_chan *chan;
    rustcore_stream(value<T>::type(), &port, &chan);
    return {rustcore::port<T>(port), rustcore::chan<T>(chan)};
}

// ---- one-shots: what uses an end consumes it

template <class T> class port_one : public end<rustcore_port_one, rustcore_port_one_drop> {
public:
    using end::end;
    T recv() {
        value<T> got;
        rustcore_recv_one(release(), got.bytes());
        return got.take();
    }
    std::optional<T> try_recv() {
        value<T> got;
        if (!rustcore_try_recv_one(release(), got.bytes())) return std::nullopt;
        return got.take();
    }
    bool peek() const {
        return rustcore_peek_one(get());
    }
    rustcore_packet *packet() const {
        return rustcore_port_one_packet(get());
    }
};

template <class T> class chan_one : public end<rustcore_chan_one, rustcore_chan_one_drop> {
public:
    using end::end;
    void send(T message) {
        get();
        value<T> given(std::move(message));
        rustcore_send_one(release(), given.bytes());
    }
    bool try_send(T message) {
        get();
        value<T> given(std::move(message));
        return rustcore_try_send_one(release(), given.bytes());
    }
};

template <class T> struct oneshot_ends {
    port_one<T> port;
    chan_one<T> chan;
};
template <class T> oneshot_ends<T> oneshot() {
    rustcore_port_one *port;
    rustcore_chan_one *chan;
    rustcore_oneshot(value<T>::type(), &port, &chan);
    return {port_one<T>(port), chan_one<T>(chan)};
}

// ---- shared chans: a copy is one more end of the same

template <class T> class shared_chan : public end<rustcore_shared_chan, rustcore_shared_chan_drop> {
public:
    using end::end;
    explicit shared_chan(chan<T> only) : end(rustcore_shared_chan_new(only.release())) {}
    shared_chan(const shared_chan &other) : end(rustcore_shared_chan_clone(other.get())) {}
    shared_chan(shared_chan &&) noexcept = default;
    shared_chan &operator=(shared_chan other) noexcept {
        end::operator=(std::move(other));
        return *this;
    }
    void send(T message) const {
        auto *to = get();
        value<T> given(std::move(message));
        rustcore_shared_chan_send(to, given.bytes());
    }
    bool try_send(T message) const {
        auto *to = get();
        value<T> given(std::move(message));
        return rustcore_shared_chan_try_send(to, given.bytes());
    }
};

// ---- port sets

template <class T> class port_set : public end<rustcore_port_set, rustcore_port_set_drop> {
public:
    port_set() : end(rustcore_port_set_new(value<T>::type())) {}
    void add(port<T> member) {
        rustcore_port_set_add(get(), member.release());
    }
    // A fresh stream whose port is in the set.
    rustcore::chan<T> chan() {
        return rustcore::chan<T>(rustcore_port_set_chan(get()));
    }
    // Waits. Fails when no port is left.
    T recv() {
        value<T> got;
        rustcore_port_set_recv(get(), got.bytes());
        return got.take();
    }
    std::optional<T> try_recv() {
        value<T> got;
        if (!rustcore_port_set_try_recv(get(), got.bytes())) return std::nullopt;
        return got.take();
    }
    bool peek() const {
        return rustcore_port_set_peek(get());
    }
};

template <class T> struct moves_as_bytes<port<T>> : std::true_type {};
template <class T> struct moves_as_bytes<chan<T>> : std::true_type {};
template <class T> struct moves_as_bytes<port_one<T>> : std::true_type {};
template <class T> struct moves_as_bytes<chan_one<T>> : std::true_type {};
template <class T> struct moves_as_bytes<shared_chan<T>> : std::true_type {};
template <class T> struct moves_as_bytes<port_set<T>> : std::true_type {};

// ---- select: the index of a port that has a value or is closed. Ports of streams and one-shots, of any
// types, mix.

template <class... Ports> size_t select(const Ports &...ports) {
    rustcore_packet *packets[] = {ports.packet()...};
    return rustcore_select_packets(packets, sizeof...(ports));
}
template <class Port> size_t select(const std::vector<Port> &ports) {
    std::vector<rustcore_packet *> packets;
    for (const Port &port : ports) packets.push_back(port.packet());
    return rustcore_select_packets(packets.data(), packets.size());
}

} // namespace rustcore
#endif

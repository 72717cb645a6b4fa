// The runtime's side of what callers own: behind each loop, handle and request that they know (rustrt_uv.h)
// stands one of these, which holds the libuv 1.x object. It lives from the init call, or from the call that
// takes the request, until just before the last callback: in that one the caller may free the proxy.
#ifndef LEGACY_IO_OWNED_H
#define LEGACY_IO_OWNED_H
#include "io/errors.h"
#include "io/libuv.h"
#include "io/timer_queue.h"
#include "rustrt_uv.h"
#include <list>
#include <type_traits>

namespace legacy::io {

template <class Real, class Proxy> constexpr bool apart = !std::is_same_v<Real, Proxy>;
static_assert(apart<libuv::uv_loop_t, uv_loop_t> && apart<libuv::uv_handle_t, uv_handle_t> &&
              apart<libuv::uv_stream_t, uv_stream_t> && apart<libuv::uv_tcp_t, uv_tcp_t> &&
              apart<libuv::uv_async_t, uv_async_t> && apart<libuv::uv_timer_t, uv_timer_t> &&
              apart<libuv::uv_connect_t, uv_connect_t> && apart<libuv::uv_write_t, uv_write_t>);

struct owned_handle;

struct owned_loop {
    uv_loop_t proxy{}; // what callers take for the loop
    libuv::uv_loop_t uv;
    std::list<owned_handle *> handles; // in the order of their init calls
    timer_queue timers;
    // Being deleted: what ends now ends in silence, callers may have freed their storage.
    bool deleting = false;

    // Notes the error of a result of libuv 1.x, 0 included; 0 or -1.
    int status(int libuv_result) {
        return note(errors::of(libuv_result));
    }
    // The same for calls, which leave the last error alone when they succeed.
    int result(int libuv_result) {
        return libuv_result < 0 ? status(libuv_result) : 0;
    }
    int note(uv_err_t error) {
        proxy.last_error = error;
        return error.code == errors::ok ? 0 : -1;
    }
};

inline owned_loop *owned(uv_loop_t *proxy) {
    return static_cast<owned_loop *>(proxy->owned);
}

struct owned_handle {
    uv_handle_t *proxy;
    owned_loop *loop;
    std::list<owned_handle *>::iterator place;
    bool closing = false;
    union {
        libuv::uv_handle_t handle;
        libuv::uv_async_t async;
        libuv::uv_timer_t timer;
        libuv::uv_stream_t stream;
        libuv::uv_tcp_t tcp;
    } uv;

    // Fills the proxy in and enters the loop's list; uv is the subclass's to initialise.
    owned_handle(uv_loop_t *in, void *storage, rustrt_uv_handle_type type);
    virtual ~owned_handle();
    owned_handle(const owned_handle &) = delete;
    // Before libuv closes it: no callback but the last may come any more.
    virtual void stop() {}
    // The closing callback is next.
    virtual void closed() {}
};

// Closes the libuv handle; the proxy is not touched before its closing callback.
void close_in_loop(owned_handle *handle);

// What any proxy of a handle begins with. It is always read and written as this type.
template <class Proxy> uv_handle_t *header(Proxy *proxy) {
    return reinterpret_cast<uv_handle_t *>(proxy);
}
// The owned side of a handle of class T.
template <class T, class Proxy> T *owned(Proxy *proxy) {
    return static_cast<T *>(static_cast<owned_handle *>(header(proxy)->owned));
}
// ... from a libuv callback.
template <class T, class Uv> T *owner_of(Uv *uv) {
    return static_cast<T *>(static_cast<owned_handle *>(uv->data));
}

// Requests: Uv is the libuv 1.x request, Proxy the caller's, Callback what completion calls.
template <class Uv, class Proxy, class Callback> struct owned_request {
    Proxy *proxy;
    owned_loop *loop;
    Callback callback;
    Uv uv;

    owned_request(Proxy *storage, owned_loop *in, Callback on_completion)
        : proxy(storage), loop(in), callback(on_completion) {
        uv.data = this;
    }
    owned_request(const owned_request &) = delete;

    // Once libuv has taken the request.
    void publish(rustrt_uv_req_type type) {
        proxy->type = type;
        proxy->owned = this;
    }
    // Ends it: frees this, then calls. Nothing of it may be touched afterwards.
    template <class... More> void complete(int status, More... more) {
        Proxy *completed = loop->deleting ? nullptr : proxy;
        Callback call = callback;
        delete this;
        if (!completed) return;
        completed->owned = nullptr;
        if (call) call(completed, status, more...);
    }
};

} // namespace legacy::io
#endif

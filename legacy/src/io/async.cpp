#include "io/async.h"
#include "io/owned.h"

namespace legacy::io {
namespace {

struct async_handle : owned_handle {
    rust_uv_async_cb callback;

    async_handle(uv_loop_t *loop, uv_async_t *storage, rust_uv_async_cb on_wake)
        : owned_handle(loop, storage, RUSTRT_UV_ASYNC), callback(on_wake) {}
};

} // namespace

int init_async(uv_loop_t *loop, uv_async_t *storage, rust_uv_async_cb callback) {
    auto *async = new async_handle(loop, storage, callback);
    int error = libuv::uv_async_init(&async->loop->uv, &async->uv.async, [](libuv::uv_async_t *uv) {
        auto *async = owner_of<async_handle>(uv);
        async->callback(reinterpret_cast<uv_async_t *>(async->proxy), 0);
    });
    if (error) {
        delete async;
        header(storage)->owned = nullptr;
        return owned(loop)->result(error);
    }
    async->uv.async.data = static_cast<owned_handle *>(async);
    return 0;
}

void send(uv_async_t *proxy) {
    // Closed already, and the storage still there: nobody is to be woken.
    if (header(proxy)->owned) libuv::uv_async_send(&owned<owned_handle>(proxy)->uv.async);
}

} // namespace legacy::io

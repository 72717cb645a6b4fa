#include "io/handle.h"
#include "io/owned.h"
#include <cassert>

namespace legacy::io {

owned_handle::owned_handle(uv_loop_t *in, void *storage, rustrt_uv_handle_type type)
    : proxy(static_cast<uv_handle_t *>(storage)), loop(owned(in)),
      place(loop->handles.insert(loop->handles.end(), this)) {
    proxy->close_cb = nullptr;
    proxy->data = nullptr;
    proxy->loop = in;
    proxy->type = type;
    proxy->padding = 0;
    proxy->owned = this;
}

owned_handle::~owned_handle() {
    loop->handles.erase(place);
}

namespace {

void on_closed(libuv::uv_handle_t *uv) {
    auto *handle = owner_of<owned_handle>(uv);
    if (handle->loop->deleting) {
        delete handle;
        return;
    }
    handle->closed();
    uv_handle_t *proxy = handle->proxy;
    proxy->owned = nullptr;
    delete handle;
    if (proxy->close_cb) proxy->close_cb(proxy);
}

} // namespace

void close(uv_handle_t *proxy, rust_uv_close_cb callback) {
    auto *handle = static_cast<owned_handle *>(proxy->owned);
    assert(handle && !handle->closing && "handle is closed already");
    proxy->close_cb = callback;
    close_in_loop(handle);
}

void close_in_loop(owned_handle *handle) {
    handle->closing = true;
    handle->stop();
    libuv::uv_close(&handle->uv.handle, on_closed);
}

} // namespace legacy::io

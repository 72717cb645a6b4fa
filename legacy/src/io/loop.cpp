#include "io/loop.h"
#include "io/owned.h"
#include <cassert>

namespace legacy::io {

uv_loop_t *new_loop() {
    auto *loop = new owned_loop;
    if (libuv::uv_loop_init(&loop->uv)) {
        delete loop;
        return nullptr;
    }
    loop->proxy.owned = loop;
    loop->timers.init(&loop->uv);
    return &loop->proxy;
}

void delete_loop(uv_loop_t *proxy) {
    owned_loop *loop = owned(proxy);
    loop->deleting = true;
    for (owned_handle *handle : loop->handles) {
        if (!handle->closing) close_in_loop(handle);
    }
    loop->timers.close();
    libuv::uv_run(&loop->uv, libuv::UV_RUN_DEFAULT);
    [[maybe_unused]] int error = libuv::uv_loop_close(&loop->uv);
    assert(!error && "a loop is deleted while it runs");
    delete loop;
}

void run(uv_loop_t *loop) {
    libuv::uv_run(&owned(loop)->uv, libuv::UV_RUN_DEFAULT);
}

void walk(uv_loop_t *loop, rust_uv_walk_cb callback, void *arg) {
    // The callback may make handles, which are then met too; closing ones stay in the list until later.
    for (owned_handle *handle : owned(loop)->handles) callback(handle->proxy, arg);
}

} // namespace legacy::io

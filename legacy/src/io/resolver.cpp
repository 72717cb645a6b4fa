#include "io/resolver.h"
#include "io/owned.h"
#include <optional>
#include <string>

namespace legacy::io {
namespace {

// Not libuv 1.x's own request for this: it rewrites names and results.
struct look_up_work : libuv::uv_work_t {
    std::optional<std::string> node, service;
    std::optional<addrinfo> hints;
    int result = 0;
    addrinfo *list = nullptr;
};
using look_up_request = owned_request<look_up_work, uv_getaddrinfo_t, rust_uv_getaddrinfo_cb>;

look_up_request *request_of(libuv::uv_work_t *uv) {
    return static_cast<look_up_request *>(uv->data);
}

// On a thread of libuv.
void resolve(libuv::uv_work_t *uv) {
    look_up_work &work = request_of(uv)->uv;
    work.result =
        getaddrinfo(work.node ? work.node->c_str() : nullptr, work.service ? work.service->c_str() : nullptr,
                    work.hints ? &*work.hints : nullptr, &work.list);
}

void on_resolved(libuv::uv_work_t *uv, int) {
    look_up_request *request = request_of(uv);
    int result = request->uv.result;
    addrinfo *list = request->uv.list;
    if (request->loop->deleting && list) freeaddrinfo(list);
    if (result == EAI_NONAME || result == EAI_NODATA) {
        request->loop->note({errors::no_entry, ENOENT});
    } else if (result) {
        request->loop->note({errors::addrinfo, result});
    }
    request->complete(result, list);
}

} // namespace

int look_up(uv_loop_t *proxy, uv_getaddrinfo_t *storage, rust_uv_getaddrinfo_cb callback, const char *node,
            const char *service, const addrinfo *hints) {
    owned_loop *loop = owned(proxy);
    if (!storage || !callback || (!node && !service)) return loop->note({errors::invalid, 0});
    auto *request = new look_up_request(storage, loop, callback);
    look_up_work &work = request->uv;
    if (node) work.node = node;
    if (service) work.service = service;
    if (hints) work.hints = *hints;
    libuv::uv_queue_work(&loop->uv, &work, resolve, on_resolved);
    request->publish(RUSTRT_UV_GETADDRINFO);
    return 0;
}

} // namespace legacy::io

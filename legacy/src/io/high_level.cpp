#include "io/high_level.h"
#include "io/async.h"
#include "io/handle.h"
#include "io/timer.h"
#include "router/binding.h"
#include <cstring>

namespace legacy::io::high_level {
namespace {

template <class T> T *allocate() {
    calling_task();
    return static_cast<T *>(in_use.exchange->allocate(sizeof(T), 1));
}

void release(void *block) {
    calling_task();
    in_use.exchange->free(block);
}

id_record *record_of(uv_handle_t *handle) {
    return static_cast<id_record *>(handle->data);
}

void attach_record(uv_handle_t *handle, rust_uv_hilvl_cb callback, const uint8_t *id) {
    auto *record = allocate<id_record>();
    memcpy(record->id, id, sizeof record->id);
    record->callback = callback;
    handle->data = record;
}

void call(uv_handle_t *handle) {
    record_of(handle)->callback(record_of(handle)->id, handle->loop->data);
}

} // namespace

uv_async_t *new_async(uv_loop_t *loop, rust_uv_hilvl_cb callback, const uint8_t *id) {
    auto *async = allocate<uv_async_t>();
    init_async(loop, async, [](uv_async_t *async, int) { call(header(async)); });
    attach_record(header(async), callback, id);
    return async;
}

uv_timer_t *new_timer(uv_loop_t *loop, rust_uv_hilvl_cb callback, const uint8_t *id) {
    auto *timer = allocate<uv_timer_t>();
    init_timer(loop, timer);
    attach_record(header(timer), callback, id);
    return timer;
}

void start_timer(uv_timer_t *timer, uint32_t timeout, uint32_t repeat) {
    io::start_timer(
        timer, [](uv_timer_t *timer, int) { call(header(timer)); }, timeout, repeat);
}

void close(uv_handle_t *handle, rust_uv_hilvl_close_cb callback) {
    record_of(handle)->close_callback = callback;
    io::close(handle, [](uv_handle_t *handle) {
        record_of(handle)->close_callback(record_of(handle)->id, handle, handle->loop->data);
    });
}

void free(uv_handle_t *handle) {
    release(handle->data);
    release(handle);
}

uv_async_t *bind_operation(uv_loop_t *loop, rust_uv_op_cb callback) {
    auto *async = allocate<uv_async_t>();
    init_async(loop, async, [](uv_async_t *async, int) {
        uv_handle_t *handle = header(async);
        reinterpret_cast<rust_uv_op_cb>(handle->data)(handle->loop, handle->loop->data, async);
    });
    header(async)->data = reinterpret_cast<void *>(callback);
    return async;
}

void stop_operation(uv_handle_t *handle) {
    io::close(handle, [](uv_handle_t *handle) { release(handle); });
}

} // namespace legacy::io::high_level

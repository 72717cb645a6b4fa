// The service io: what all handles have, wake-ups and timers.
#include "io/async.h"
#include "io/handle.h"
#include "io/high_level.h"
#include "io/timer.h"

using namespace legacy;

extern "C" {

void rust_uv_close(uv_handle_t *handle, rust_uv_close_cb cb) {
    io::close(handle, cb);
}

uv_loop_t *rust_uv_get_loop_for_uv_handle(uv_handle_t *handle) {
    return handle->loop;
}

void *rust_uv_get_data_for_uv_handle(uv_handle_t *handle) {
    return handle->data;
}

void rust_uv_set_data_for_uv_handle(uv_handle_t *handle, void *data) {
    handle->data = data;
}

// ---- wake-ups

int rust_uv_async_init(uv_loop_t *loop, uv_async_t *handle, rust_uv_async_cb cb) {
    return io::init_async(loop, handle, cb);
}

void rust_uv_async_send(uv_async_t *handle) {
    io::send(handle);
}

// ---- timers

int rust_uv_timer_init(uv_loop_t *loop, uv_timer_t *timer) {
    return io::init_timer(loop, timer);
}

int rust_uv_timer_start(uv_timer_t *timer, rust_uv_timer_cb cb, uint32_t timeout, uint32_t repeat) {
    return io::start_timer(timer, cb, timeout, repeat);
}

int rust_uv_timer_stop(uv_timer_t *timer) {
    return io::stop_timer(timer);
}

// ---- handles that the runtime allocates

void *rust_uv_bind_op_cb(uv_loop_t *loop, rust_uv_op_cb cb) {
    return io::high_level::bind_operation(loop, cb);
}

void rust_uv_stop_op_cb(uv_handle_t *handle) {
    io::high_level::stop_operation(handle);
}

void *rust_uv_hilvl_async_init(uv_loop_t *loop, rust_uv_hilvl_cb cb, uint8_t *buf) {
    return io::high_level::new_async(loop, cb, buf);
}

void *rust_uv_hilvl_timer_init(uv_loop_t *loop, rust_uv_hilvl_cb cb, uint8_t *buf) {
    return io::high_level::new_timer(loop, cb, buf);
}

void rust_uv_hilvl_timer_start(uv_timer_t *timer, uint32_t timeout, uint32_t repeat) {
    io::high_level::start_timer(timer, timeout, repeat);
}

void rust_uv_hilvl_close(uv_handle_t *handle, rust_uv_hilvl_close_cb cb) {
    io::high_level::close(handle, cb);
}

void rust_uv_hilvl_close_async(uv_async_t *handle) {
    io::high_level::free(io::header(handle));
}

void rust_uv_hilvl_close_timer(uv_async_t *handle) {
    io::high_level::free(io::header(handle));
}
}

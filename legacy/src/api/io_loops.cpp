// The service io: loops and their errors. docs/protocols/io-proxies.md has the contract of all its parts.
#include "io/errors.h"
#include "io/loop.h"

using namespace legacy;

extern "C" {

void *rust_uv_loop_new(void) {
    return io::new_loop();
}

void rust_uv_loop_delete(uv_loop_t *loop) {
    io::delete_loop(loop);
}

void rust_uv_run(uv_loop_t *loop) {
    io::run(loop);
}

void rust_uv_walk(uv_loop_t *loop, rust_uv_walk_cb cb, void *arg) {
    io::walk(loop, cb, arg);
}

void rust_uv_loop_set_data(uv_loop_t *loop, void *data) {
    loop->data = data;
}

void rust_uv_set_data_for_uv_loop(uv_loop_t *loop, void *data) {
    loop->data = data;
}

void *rust_uv_get_data_for_uv_loop(uv_loop_t *loop) {
    return loop->data;
}

uv_err_t rust_uv_last_error(uv_loop_t *loop) {
    return loop->last_error;
}

const char *rust_uv_strerror(uv_err_t *err) {
    return io::errors::text(err->code);
}

const char *rust_uv_err_name(uv_err_t *err) {
    return io::errors::name(err->code);
}
}

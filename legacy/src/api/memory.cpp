// The services exchange-heap, local-heap, task-local-data and vectors.
#include "memory/boxes.h"
#include "memory/exchange.h"
#include "memory/gc_metadata.h"
#include "memory/vectors.h"
#include "rustrt.h"
#include "task/local_data.h"
#include "task/task.h"
#include <cassert>

using namespace legacy;

namespace {

void call_on_c_stack(rustrt_task_block *task, void *argument, void (*fn)(void *)) {
    in_use.stacks->call(task, argument, fn, RUSTRT_C_STACK);
}

rustrt_task_block *block_of(rust_task *task) {
    return reinterpret_cast<rustrt_task_block *>(task);
}

} // namespace

extern "C" {

// ---- exchange-heap: these know no more of the core than its table

void *rust_uv_current_kernel_malloc(size_t size) {
    calling_task();
    return own_exchange.allocate(size, 1);
}

void rust_uv_current_kernel_free(void *mem) {
    calling_task();
    own_exchange.free(mem);
}

void rust_uv_free(void *ptr) {
    calling_task();
    own_exchange.free(ptr);
}

uintptr_t *rust_get_exchange_count_ptr(void) {
    return reinterpret_cast<uintptr_t *>(in_use.exchange_count);
}

// ---- local-heap

uintptr_t upcall_malloc(type_desc *td, uintptr_t size) {
    struct request {
        rustrt_task_block *task;
        type_desc *td;
        uintptr_t size;
        rust_opaque_box *result;
    } r = {calling_task(), td, size, nullptr};
    call_on_c_stack(r.task, &r, [](void *argument) {
        auto *r = static_cast<request *>(argument);
        r->result = boxes::allocate(r->task, r->td, r->size);
    });
    return reinterpret_cast<uintptr_t>(r.result);
}

void upcall_free(void *box) {
    struct request {
        rustrt_task_block *task;
        void *box;
    } r = {calling_task(), box};
    call_on_c_stack(r.task, &r, [](void *argument) {
        auto *r = static_cast<request *>(argument);
        boxes::free(r->task, static_cast<rust_opaque_box *>(r->box));
    });
}

uintptr_t rust_upcall_malloc(type_desc *td, uintptr_t size) {
    return upcall_malloc(td, size);
}

void rust_upcall_free(void *box) {
    upcall_free(box);
}

// word counts in words of the descriptor: 2 take, 3 drop, 4 free, 5 visit.
void rust_call_tydesc_glue(void *root, size_t *desc, size_t word) {
    auto glue = reinterpret_cast<glue_fn>(desc[word]);
    if (glue) glue(nullptr, nullptr, nullptr, root);
}

void *rust_gc_metadata(void) {
    return gc_metadata::table();
}

// ---- task-local-data

void *rust_get_task_local_data(rust_task *task) {
    return local_data::get(block_of(task));
}

void rust_set_task_local_data(rust_task *task, void *data) {
    local_data::set(block_of(task), data);
}

void rust_task_local_data_atexit(rust_task *task, rust_tld_cleanup cleanup) {
    local_data::clean_up_by(block_of(task), cleanup);
}

// ---- vectors

void vec_reserve_shared(type_desc *td, rust_vec_box **vec, size_t n) {
    vectors::reserve_exactly(vec, n * td->size);
}

void vec_reserve_shared_actual(type_desc *td, rust_vec_box **vec, size_t n) {
    rustrt_task_block *task = calling_task();
    size_t size = n * td->size;
    if ((*vec)->alloc >= size) return;
    *vec = static_cast<rust_vec_box *>(in_use.local_heap->resize_box(task, *vec, sizeof(rust_vec_box) + size));
    (*vec)->alloc = size;
}
}

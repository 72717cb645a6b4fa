// The services exchange-heap, local-heap, task-local-data and vectors.
#include "memory/boxes.h"
#include "memory/exchange.h"
#include "memory/gc_metadata.h"
#include "memory/vectors.h"
#include "rustrt.h"
#include "task/current.h"
#include "task/task.h"
#include <cassert>

using namespace legacy;

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
        rust_task *task;
        type_desc *td;
        uintptr_t size;
        rust_opaque_box *result;
    } r = {current_task(), td, size, nullptr};
    r.task->call_on_c_stack(&r, reinterpret_cast<void *>(+[](void *argument) {
        auto *r = static_cast<request *>(argument);
        r->result = boxes::allocate(r->task, r->td, r->size);
    }));
    return reinterpret_cast<uintptr_t>(r.result);
}

void upcall_free(void *box) {
    struct request {
        rust_task *task;
        void *box;
    } r = {current_task(), box};
    r.task->call_on_c_stack(&r, reinterpret_cast<void *>(+[](void *argument) {
        auto *r = static_cast<request *>(argument);
        boxes::free(r->task, static_cast<rust_opaque_box *>(r->box));
    }));
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
    return task->local_data;
}

void rust_set_task_local_data(rust_task *task, void *data) {
    task->local_data = data;
}

void rust_task_local_data_atexit(rust_task *task, rust_tld_cleanup cleanup) {
    task->local_data_cleanup = cleanup;
}

// ---- vectors

void vec_reserve_shared(type_desc *td, rust_vec_box **vec, size_t n) {
    vectors::reserve_exactly(vec, n * td->size);
}

void vec_reserve_shared_actual(type_desc *td, rust_vec_box **vec, size_t n) {
    rust_task *task = current_task();
    size_t size = n * td->size;
    if ((*vec)->alloc >= size) return;
    rust_opaque_box *moved = boxes::resize(task, &(*vec)->header, sizeof(rust_vec_box) + size);
    *vec = reinterpret_cast<rust_vec_box *>(moved);
    (*vec)->alloc = size;
}
}

#include "memory/boxes.h"
#include "env/environment.h"
#include "memory/region.h"
#include <algorithm>
#include <cassert>
#include <cstring>

namespace legacy::boxes {
namespace {

rust_opaque_box *&head(rustrt_task_block *task) {
    return *reinterpret_cast<rust_opaque_box **>(&task->live_allocs);
}

} // namespace

rust_opaque_box *allocate(rustrt_task_block *task, type_desc *td, size_t body_size) {
    // A descriptor without an alignment would leave no room for the header.
    size_t header =
        std::max(sizeof(rust_opaque_box), (sizeof(rust_opaque_box) + td->align - 1) & ~(td->align - 1));
    auto *box = static_cast<rust_opaque_box *>(region::allocate(task, header + body_size, true));
    box->ref_count = 1;
    box->td = td;
    box->prev = nullptr;
    box->next = head(task);
    if (box->next) box->next->prev = box;
    head(task) = box;
    return box;
}

rust_opaque_box *resize(rustrt_task_block *task, rust_opaque_box *box, size_t total_size) {
    assert(box->ref_count == 1);
    bool is_first = head(task) == box;
    box = static_cast<rust_opaque_box *>(region::reallocate(box, total_size));
    if (box->prev) box->prev->next = box;
    if (box->next) box->next->prev = box;
    if (is_first) head(task) = box;
    return box;
}

void free(rustrt_task_block *task, rust_opaque_box *box) {
    // Catches most double frees, since the header is cleared below.
    assert(box->td != NULL);
    if (box->prev) box->prev->next = box->next;
    if (box->next) box->next->prev = box->prev;
    // Another task's first box is not this one's.
    if (head(task) == box) head(task) = box->next;
    if (environment_of(task).poison_on_free) memset(box + 1, 0xab, box->td->size);
    box->ref_count = 0;
    box->td = nullptr;
    box->prev = nullptr;
    box->next = nullptr;
    region::free(task, box);
}

} // namespace legacy::boxes

// The annihilator: managed boxes that a task left behind, cycles among them, die with it. The runtime calls
// it on the Rust stack after the task-local data is gone.
#include "memory/exchange.h"
#include "rustcore.h"
#include <cstring>

namespace {

// Where compiled code of 2013 found the list of boxes in a task, newest first (legacy-runtime.md section 1).
constexpr size_t boxes_offset = 280;
// High enough that glue which lets go of a box never frees it under our feet; the top bit is compiled code's
// own mark.
constexpr intptr_t immortal = 0x77777777;

rust_opaque_box *newest_box(rust_task *task) {
    rust_opaque_box *head;
    memcpy(&head, reinterpret_cast<char *>(task) + boxes_offset, sizeof head);
    return head;
}

} // namespace

void rustcore_annihilate(void) {
    rust_task *task = rust_get_task();
    // Glue may make boxes; they stand before the head of their round and are the next round's.
    while (rust_opaque_box *head = newest_box(task)) {
        for (auto *box = head; box; box = box->next) box->ref_count = immortal;
        for (auto *box = head; box; box = box->next) core::exchange::drop_value(box->td, box + 1);
        for (auto *box = head; box;) {
            auto *next = box->next;
            rust_upcall_free(box);
            box = next;
        }
    }
}

// Managed boxes by reference counting.
#include "memory/exchange.h"
#include "rustcore.h"

rust_opaque_box *rustcore_box_new(type_desc *type) {
    return reinterpret_cast<rust_opaque_box *>(rust_upcall_malloc(type, type->size));
}

rust_opaque_box *rustcore_box_take(rust_opaque_box *box) {
    box->ref_count++;
    return box;
}

void rustcore_box_drop(rust_opaque_box *box) {
    if (--box->ref_count > 0) return;
    struct freed {
        rust_opaque_box *box;
        ~freed() {
            rust_upcall_free(box);
        }
    } afterwards{box}; // also when the glue fails, lest the annihilator drop the body again
    core::exchange::drop_value(box->td, box + 1);
}

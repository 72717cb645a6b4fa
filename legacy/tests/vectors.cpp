#include "harness.h"
#include <cstring>
using namespace harness;

static type_desc td8 = {8, 8, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};

static rust_vec_box *exchange_vector(size_t size) {
    auto *v = static_cast<rust_vec_box *>(rust_uv_current_kernel_malloc(sizeof(rust_vec_box) + size));
    v->header.ref_count = -1;
    v->fill = v->alloc = size;
    memset(v->data, 5, size);
    return v;
}

static rust_opaque_box *box(size_t size) {
    return reinterpret_cast<rust_opaque_box *>(upcall_malloc(&td8, size));
}

static rust_vec_box *boxed_vector(size_t size) {
    auto *v = reinterpret_cast<rust_vec_box *>(box(sizeof(rust_vec_box) - sizeof(rust_opaque_box) + size));
    v->fill = v->alloc = size;
    memset(v->data, 5, size);
    return v;
}

CASE(shared_vector_grows_to_exactly_what_is_asked, exits(0).threads("1")) {
    on_c([] {
        rust_vec_box *v = exchange_vector(10);
        uintptr_t count = *rust_get_exchange_count_ptr();
        vec_reserve_shared(&td8, &v, 1000);
        CHECK(v->alloc == 8000 && v->fill == 10 && v->header.ref_count == -1);
        for (int i = 0; i < 10; i++) CHECK(v->data[i] == 5);
        CHECK(*rust_get_exchange_count_ptr() == count);
        rust_uv_current_kernel_free(v);
    });
}

CASE(a_vector_that_is_large_enough_stays_as_it_is, exits(0)) {
    on_c([] {
        rust_vec_box *v = exchange_vector(80), *same = v;
        for (size_t n : {0, 1, 10}) {
            vec_reserve_shared(&td8, &v, n);
            CHECK(v == same && v->alloc == 80 && v->fill == 80);
        }
        rust_uv_current_kernel_free(v);
    });
}

CASE(boxed_vector_grows_in_its_place_in_the_list, exits(0)) {
    rust_opaque_box *before = box(8);
    rust_vec_box *v = boxed_vector(10);
    rust_opaque_box *after = box(8);
    on_c([&] { vec_reserve_shared_actual(&td8, &v, 100000); });
    CHECK(v->alloc == 800000 && v->fill == 10 && v->header.ref_count == 1 && v->header.td == &td8);
    for (int i = 0; i < 10; i++) CHECK(v->data[i] == 5);
    CHECK(after->next == &v->header && before->prev == &v->header);
    upcall_free(&v->header);
    CHECK(after->next == before && before->prev == after);
    upcall_free(before);
    upcall_free(after);
}

CASE(boxed_vector_grows_at_the_head_of_the_list, exits(0)) {
    rust_opaque_box *before = box(8);
    rust_vec_box *v = boxed_vector(8);
    on_c([&] { vec_reserve_shared_actual(&td8, &v, 100000); });
    CHECK(!v->header.prev && v->header.next == before && before->prev == &v->header);
    rust_opaque_box *next = box(8);
    CHECK(next->next == &v->header && v->header.prev == next);
    for (rust_opaque_box *b : {next, &v->header, before}) upcall_free(b);
}

CASE(boxed_vector_does_not_shrink, exits(0)) {
    rust_vec_box *v = boxed_vector(80), *same = v;
    on_c([&] { vec_reserve_shared_actual(&td8, &v, 10); });
    CHECK(v == same && v->alloc == 80);
    upcall_free(&v->header);
}

CASE(boxed_vector_with_two_references_cannot_grow, aborts("ref_count == 1")) {
    rust_vec_box *v = boxed_vector(8);
    v->header.ref_count = 2;
    on_c([&] { vec_reserve_shared_actual(&td8, &v, 100); });
}

CASE(two_references_matter_only_for_growth, exits(0)) {
    rust_vec_box *v = boxed_vector(8);
    v->header.ref_count = 2;
    on_c([&] { vec_reserve_shared_actual(&td8, &v, 1); });
    upcall_free(&v->header);
}

// More than any machine has. ASan answers such a wish by itself.
static const size_t too_much = size_t{1} << 57;

CASE(shared_vector_without_memory_aborts, out_of_memory()) {
    on_c([] {
        rust_vec_box *v = exchange_vector(8);
        vec_reserve_shared(&td8, &v, too_much);
    });
}

CASE(boxed_vector_without_memory_aborts, out_of_memory()) {
    rust_vec_box *v = boxed_vector(8);
    on_c([&] { vec_reserve_shared_actual(&td8, &v, too_much); });
}

START(a_boxed_vector_needs_a_task, aborts("no current task")) {
    rust_vec_box v{}, *at = &v;
    vec_reserve_shared_actual(&td8, &at, 1);
}

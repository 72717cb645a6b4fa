// Where callers find what (legacy-runtime.md section 1).
#include "harness.h"
#include "rustrt_core.h"
using namespace harness;

#define AT(type, field, offset) CHECK(offsetof(type, field) == (offset))

START(boxes_and_vectors_have_the_old_layout, exits(0)) {
    AT(rust_opaque_box, ref_count, 0);
    AT(rust_opaque_box, td, 8);
    AT(rust_opaque_box, prev, 16);
    AT(rust_opaque_box, next, 24);
    CHECK(sizeof(rust_opaque_box) == 32);
    AT(rust_vec, fill, 0);
    AT(rust_vec, alloc, 8);
    AT(rust_vec, data, 16);
    AT(rust_vec_box, fill, 32);
    AT(rust_vec_box, alloc, 40);
    AT(rust_vec_box, data, 48);
}

START(descriptors_and_closures_have_the_old_layout, exits(0)) {
    AT(type_desc, size, 0);
    AT(type_desc, align, 8);
    AT(type_desc, take, 16);
    AT(type_desc, drop, 24);
    AT(type_desc, free, 32);
    AT(type_desc, visit, 40);
    CHECK(sizeof(type_desc) == 64);
    AT(fn_env_pair, f, 0);
    AT(fn_env_pair, env, 8);
    CHECK(sizeof(fn_env_pair) == 16);
    AT(exit_functions, count, 0);
    AT(exit_functions, start, 8);
    CHECK(sizeof(exit_functions) == 16);
}

START(crate_maps_have_the_old_layout, exits(0)) {
    AT(mod_entry, name, 0);
    AT(mod_entry, state, 8);
    CHECK(sizeof(mod_entry) == 16);
    AT(crate_map, version, 0);
    AT(crate_map, annihilate, 8);
    AT(crate_map, entries, 16);
    AT(crate_map, children, 24);
}

START(broken_down_time_has_the_old_layout, exits(0)) {
    AT(rust_tm, sec, 0);
    AT(rust_tm, year, 20);
    AT(rust_tm, gmtoff, 36);
    AT(rust_tm, zone, 40);
    AT(rust_tm, nsec, 48);
    CHECK(sizeof(rust_tm) == 56);
}

START(segments_have_the_old_layout, exits(0)) {
    AT(stk_seg, prev, 0);
    AT(stk_seg, next, 8);
    AT(stk_seg, end, 16);
    AT(stk_seg, valgrind_id, 24);
    AT(stk_seg, task, 32);
    AT(stk_seg, canary, 40);
    AT(stk_seg, data, 48);
}

START(aggregates_of_the_probes_have_the_old_size, exits(0)) {
    CHECK(sizeof(debug_abi_quad) == 32 && sizeof(debug_abi_floats) == 24);
}

START(the_prefix_of_a_task_has_the_old_layout, exits(0)) {
    AT(rustrt_task_block, ref_count, 0);
    AT(rustrt_task_block, id, 8);
    AT(rustrt_task_block, context, 16);
    CHECK(offsetof(rustrt_task_block, context) + 22 * 8 == 192); // its next
    AT(rustrt_task_block, stk, 208);
    AT(rustrt_task_block, runtime_sp, 216);
    AT(rustrt_task_block, sched, 224);
    AT(rustrt_task_block, sched_loop, 232);
    AT(rustrt_task_block, kernel, 240);
    AT(rustrt_task_block, name, 248);
    AT(rustrt_task_block, list_index, 256);
    AT(rustrt_task_block, live_allocs, 280);
}

// What callers read there while the task runs.
CASE(a_task_block_holds_what_callers_read_from_it, exits(0)) {
    auto *block = reinterpret_cast<rustrt_task_block *>(rust_get_task());
    CHECK(block->id == get_task_id());
    CHECK(std::string(block->name) == "main");
    type_desc td = {8, 8, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};
    CHECK(!block->live_allocs);
    auto box = upcall_malloc(&td, 8);
    CHECK(reinterpret_cast<uintptr_t>(block->live_allocs) == box);
    upcall_free(reinterpret_cast<void *>(box));
    CHECK(!block->live_allocs);
}

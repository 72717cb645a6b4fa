#include "harness.h"
#include <csignal>
using namespace harness;

static type_desc described(size_t size, size_t align) {
    return {size, align, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};
}
static type_desc td3 = described(3, 1), td10 = described(10, 8);

namespace harness {
static outcome logs(const char *lines) {
    return exits(0).env("RUST_LOG", "::rt::stdlib=4").err(lines);
}
} // namespace harness

CASE(a_descriptor_is_logged, logs("rust: debug_tydesc\nrust:   size 3, align 1\n")) {
    on_c([] { debug_tydesc(&td3); });
}

CASE(bytes_are_logged_one_a_line, logs("rust: debug_opaque\nrust:   size 3, align 1\n"
                                       "rust:   byte 0: 0x1\nrust:   byte 1: 0x2\nrust:   byte 2: 0xff\n")) {
    on_c([] {
        uint8_t bytes[] = {1, 2, 255, 77};
        debug_opaque(&td3, bytes);
    });
}

CASE(a_box_is_logged_with_its_count_less_one,
     logs(")\nrust:   size 3, align 1\nrust:   refcount 4\nrust:   byte 0: 0x7\n"
          "rust:   byte 1: 0x8\nrust:   byte 2: 0x9\n")
         .err("rust: debug_box(0x")) {
    on_c([] {
        struct {
            rust_opaque_box header;
            uint8_t body[4];
        } box = {{5, &td3, nullptr, nullptr}, {7, 8, 9, 77}};
        debug_box(&td3, &box.header);
    });
}

CASE(a_tag_is_logged_with_its_discriminant,
     logs("rust: debug_tag\nrust:   size 10, align 8\nrust:   discriminant 4\nrust:   byte 0: 0xa\nrust:   "
          "byte 1: 0xb\n")) {
    on_c([] {
        struct {
            size_t discriminant;
            uint8_t payload[8];
        } tag = {4, {0xa, 0xb, 77}};
        debug_tag(&td10, &tag);
    });
}

CASE(a_closure_without_environment_is_logged,
     logs("rust: debug_fn\nrust:   size 3, align 1\nrust:  fn at 0x123\nrust:   env at 0x0\n")
         .no_err("refcount")) {
    on_c([] {
        fn_env_pair fn = {reinterpret_cast<spawn_fn>(0x123), nullptr};
        debug_fn(&td3, &fn);
    });
}

CASE(a_closure_is_logged_with_the_count_of_its_environment, logs("refcount 6\n").err("rust:   env at 0x")) {
    on_c([] {
        rust_opaque_box env = {6, &td3, nullptr, nullptr};
        fn_env_pair fn = {reinterpret_cast<spawn_fn>(0x123), &env};
        debug_fn(&td3, &fn);
    });
}

CASE(a_cast_logs_both_descriptors_and_returns_its_pointer,
     logs("rust: debug_ptrcast from\nrust:   size 3, align 1\nrust: to\nrust:   size 10, align 8\n")) {
    on_c([] { CHECK(debug_ptrcast(&td3, &td10, &td3) == &td3); });
}

static void call_all() {
    uint8_t bytes[16] = {};
    rust_opaque_box box = {1, &td3, nullptr, nullptr};
    fn_env_pair fn = {nullptr, nullptr};
    debug_tydesc(&td3);
    debug_opaque(&td3, bytes);
    debug_tag(&td3, bytes); // smaller than a word: harmless while silent
    debug_fn(&td3, &fn);
    CHECK(debug_ptrcast(&td3, &td3, bytes) == bytes);
    debug_box(&td3, &box);
}

CASE(all_are_silent_by_default, exits(0).no_err("rust:")) {
    on_c([] { call_all(); });
    call_all();
}

CASE(all_are_silent_at_level_3, exits(0).env("RUST_LOG", "::rt::stdlib=3").no_err("rust:")) {
    on_c([] { call_all(); });
}

CASE(logging_them_on_the_rust_stack_aborts,
     aborts("logging on rust stack").env("RUST_LOG", "::rt::stdlib=4")) {
    debug_tydesc(&td3);
}

START(they_need_a_task, aborts("no current task")) {
    debug_tydesc(&td3);
}

CASE(the_segment_is_that_of_the_stack_service, exits(0)) {
    CHECK(debug_get_stk_seg() == rust_get_stack_segment());
    on_c([] { CHECK(debug_get_stk_seg() == rust_get_stack_segment()); });
}

START(the_segment_needs_a_task, aborts("no current task")) {
    debug_get_stk_seg();
}

START(a_breakpoint_is_survived_and_traps_stay_ignored, exits(0)) {
    rust_dbg_breakpoint();
    raise(SIGTRAP);
    struct sigaction action;
    CHECK(!sigaction(SIGTRAP, nullptr, &action) && action.sa_handler == SIG_IGN);
}

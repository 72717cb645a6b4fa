#include "harness.h"
#include <cstring>
#include <unistd.h>
using namespace harness;

CASE(arguments_are_those_of_rust_start, exits(0)) {
    CHECK(rust_get_argc() == 2);
    CHECK(!strcmp(rust_get_argv()[1], "first") && !rust_get_argv()[2]);
}

START(the_argument_array_is_the_very_one, exits(0)) {
    static char program[] = "x";
    static char *arguments[] = {program, nullptr};
    rust_start(reinterpret_cast<uintptr_t>(static_cast<spawn_fn>(
                   TASK { CHECK(rust_get_argv() == arguments && rust_get_argc() == 1); })),
               1, arguments, &map());
}

CASE(thread_count_is_that_of_the_environment, exits(0)) {
    CHECK(rust_num_threads() == static_cast<uintptr_t>(atoi(getenv("RUST_THREADS"))));
    CHECK(rust_sched_threads() == rust_num_threads());
}

CASE(zero_threads_mean_online_processors, exits(0).env("RUST_THREADS", "0")) {
    CHECK(rust_num_threads() == static_cast<uintptr_t>(sysconf(_SC_NPROCESSORS_ONLN)));
}

CASE(text_for_threads_means_online_processors, exits(0).env("RUST_THREADS", "many")) {
    CHECK(rust_num_threads() == static_cast<uintptr_t>(sysconf(_SC_NPROCESSORS_ONLN)));
}

CASE(negative_threads_mean_online_processors, exits(0).env("RUST_THREADS", "-3")) {
    CHECK(rust_num_threads() == static_cast<uintptr_t>(sysconf(_SC_NPROCESSORS_ONLN)));
}

CASE(a_thread_count_ends_where_its_digits_end, exits(0).env("RUST_THREADS", " 3x9")) {
    CHECK(rust_num_threads() == 3 && rust_sched_threads() == 3);
}

CASE(the_environment_is_read_once, exits(0)) {
    uintptr_t threads = rust_num_threads();
    on_c([] { setenv("RUST_THREADS", "77", 1); });
    CHECK(rust_num_threads() == threads);
}

CASE(stack_size_takes_c_integer_syntax, exits(0).env("RUST_MIN_STACK", "0x20000")) {
    stk_seg *segment = rust_get_stack_segment();
    CHECK(segment->end - reinterpret_cast<uintptr_t>(segment->data) == 0x20000 + 2048);
}

CASE(the_default_segment_has_768_bytes, exits(0).env("RUST_MIN_STACK", nullptr)) {
    stk_seg *segment = rust_get_stack_segment();
    if (segment->end - reinterpret_cast<uintptr_t>(segment->data) != 768 + 2048) _exit(97);
}

CASE(a_stack_below_the_limit_offset_aborts,
     aborts("Stack size must be greater than LIMIT_OFFSET").env("RUST_MIN_STACK", "100")) {}

CASE(a_maximum_below_the_minimum_aborts, aborts("ran out of stack").env("RUST_MAX_STACK", "1000")) {}

CASE(environment_pairs_are_exchange_strings, exits(0).threads("1").env("RUSTRT_TEST_PAIR", "some value")) {
    on_c([] {
        uintptr_t before = *rust_get_exchange_count_ptr();
        rust_vec_box *pairs = rust_env_pairs();
        size_t count = pairs->fill / 8;
        CHECK(pairs->header.ref_count == 0 && !pairs->header.td && pairs->fill == pairs->alloc);
        CHECK(*rust_get_exchange_count_ptr() == before + count + 1);
        auto **strings = reinterpret_cast<rust_str **>(pairs->data);
        bool found = false;
        for (size_t i = 0; i < count; i++) {
            const char *text = reinterpret_cast<char *>(strings[i]->data);
            CHECK(!strcmp(text, environ[i]));
            CHECK(strings[i]->fill == strlen(text) + 1 && strings[i]->alloc == strings[i]->fill);
            const type_desc *td = strings[i]->header.td;
            CHECK(strings[i]->header.ref_count == 0 && td->size == 1 && td->align == 1);
            CHECK(!td->take && !td->drop && !td->free && !td->visit);
            found |= !strcmp(text, "RUSTRT_TEST_PAIR=some value");
            rust_uv_current_kernel_free(strings[i]);
        }
        CHECK(found && !environ[count]);
        rust_uv_current_kernel_free(pairs);
    });
}

CASE(environment_pairs_are_those_of_now, exits(0)) {
    on_c([] {
        setenv("RUSTRT_TEST_LATE", "x", 1);
        rust_vec_box *pairs = rust_env_pairs();
        int found = 0;
        for (size_t i = 0; i < pairs->fill / 8; i++) {
            rust_str *pair = reinterpret_cast<rust_str **>(pairs->data)[i];
            found += !strcmp(reinterpret_cast<char *>(pair->data), "RUSTRT_TEST_LATE=x");
            rust_uv_current_kernel_free(pair);
        }
        rust_uv_current_kernel_free(pairs);
        CHECK(found == 1);
    });
}

CASE(an_empty_environment_has_no_pairs, exits(0)) {
    on_c([] {
        clearenv();
        rust_vec_box *pairs = rust_env_pairs();
        CHECK(pairs->fill == 0 && pairs->alloc == 0);
        rust_uv_current_kernel_free(pairs);
    });
}

START(environment_pairs_need_a_task, aborts("no current task")) {
    rust_env_pairs();
}

START(the_argument_array_needs_a_task, aborts("no current task")) {
    rust_get_argv();
}

START(the_thread_count_needs_a_task, aborts("no current task")) {
    rust_num_threads();
}

START(an_exit_status_needs_a_task, aborts("no current task")) {
    rust_set_exit_status(1);
}

START(arguments_need_a_task, aborts("no current task")) {
    rust_get_argc();
}

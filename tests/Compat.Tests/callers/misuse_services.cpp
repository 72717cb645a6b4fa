// Misuse (misuse.h), for the services beside the core: heaps, log, random numbers, time, locks, threads, environment.
#include "harness.h"
#include <climits>
#include <cstring>
#include <pthread.h>

using namespace harness;

namespace {

const std::string text(5000, 'x');
const std::string whole_2046 = "rust: " + text.substr(0, 2046) + "\n";
const std::string whole_2047 = "rust: " + text.substr(0, 2047) + "\n";
const std::string cut = "rust: " + text.substr(0, 2042) + "[...]\n";

void log(size_t length) {
    on_c([=] { rust_log_str(1, text.c_str(), length); });
}

rust_opaque_box *boxes() {
    rust_opaque_box *head;
    memcpy(&head, reinterpret_cast<char *>(rust_get_task()) + 280, sizeof head);
    return head;
}

type_desc word = {8, 8, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};

rust_opaque_box *box(uintptr_t size) {
    return reinterpret_cast<rust_opaque_box *>(upcall_malloc(&word, size));
}

rust_str *string(const char *content, size_t alloc) {
    auto *s = static_cast<rust_str *>(rust_uv_current_kernel_malloc(sizeof(rust_str) + alloc));
    s->header.ref_count = -1;
    s->fill = strlen(content) + 1;
    s->alloc = alloc;
    memcpy(s->data, content, s->fill);
    return s;
}

void say_tm(const rust_tm &tm) {
    print("%d-%d-%d %d:%d:%d w%d y%d dst%d off%d nsec%d zone '%s' fill %zu\n", tm.year, tm.mon, tm.mday, tm.hour, tm.min, tm.sec,
          tm.wday, tm.yday, tm.isdst, tm.gmtoff, tm.nsec, reinterpret_cast<const char *>(tm.zone->data), tm.zone->fill);
}

void with_time(int64_t sec, int32_t nsec, void (*convert)(int64_t *, int32_t *, rust_tm *), size_t alloc = 8) {
    on_c([=]() mutable {
        rust_tm tm = {};
        tm.zone = string("", alloc);
        convert(&sec, &nsec, &tm);
        say_tm(tm);
        rust_uv_current_kernel_free(tm.zone);
    });
}

// The levels that a specification gives to these modules.
mod_entry modules[] = {{"app", nullptr}, {"app::net", nullptr}, {"ap", nullptr}, {"zoo", nullptr}, {nullptr, nullptr}};
uint32_t levels[4];

void say_levels() {
    for (int i = 0; i < 4; i++) modules[i].state = &levels[i];
    map().entries = modules;
    start(TASK {});
    print("%u %u %u %u\n", levels[0], levels[1], levels[2], levels[3]);
}

} // namespace

// ---- section 9: heaps

CASE(boxes_are_listed_newest_first_and_unlinked_anywhere, exits(0).out("3 2 1\n3 1\n")) {
    rust_opaque_box *made[3] = {box(8), box(8), box(8)};
    auto number = [&](rust_opaque_box *b) {
        for (int i = 0; i < 3; i++)
            if (made[i] == b) return i + 1;
        return 0;
    };
    print("%d %d %d\n", number(boxes()), number(boxes()->next), number(boxes()->next->next));
    upcall_free(made[1]);
    print("%d %d\n", number(boxes()), number(boxes()->next));
    upcall_free(made[0]);
    upcall_free(made[2]);
}

CASE(a_box_may_be_empty, exits(0).out("1\n")) {
    rust_opaque_box *empty = box(0);
    print("%ld\n", static_cast<long>(empty->ref_count));
    rust_upcall_free(empty);
}

CASE(large_boxes_are_zeroed, exits(0).out("zero 1\n")) {
    rust_opaque_box *large = box(3 << 20);
    auto *body = reinterpret_cast<unsigned char *>(large + 1);
    bool zero = true;
    for (size_t i = 0; i < 3 << 20; i++) zero &= !body[i];
    print("zero %d\n", zero);
    upcall_free(large);
}

CASE(a_child_that_leaks_aborts, aborts("leaked memory in rust main loop (1 objects)")) {
    spawn(TASK { box(8); });
}

CASE(exchange_blocks_go_to_other_tasks, exits(0).out("41\n")) {
    static long *block;
    on_c([] { block = static_cast<long *>(rust_uv_current_kernel_malloc(8)); });
    *block = 41;
    spawn(TASK {
        print("%ld\n", *block);
        on_c([] { rust_uv_current_kernel_free(block); });
    });
}

CASE(the_count_goes_up_and_down_by_one, exits(0).threads("1").out("1 1\n")) {
    on_c([] {
        auto count = [] { return static_cast<long>(__atomic_load_n(rust_get_exchange_count_ptr(), __ATOMIC_SEQ_CST)); };
        long before = count();
        void *block = rust_uv_current_kernel_malloc(1);
        long with = count();
        rust_uv_current_kernel_free(block);
        print("%ld %d\n", with - before, count() == before);
    });
}

CASE(runtime_objects_count_while_it_runs, exits(0).out("1\n")) {
    print("%d\n", *rust_get_exchange_count_ptr() > 0);
}

CASE(an_empty_exchange_block_is_a_block, exits(0).out("1\n")) {
    on_c([] {
        void *block = rust_uv_current_kernel_malloc(0);
        print("%d\n", block != nullptr);
        rust_uv_current_kernel_free(block);
    });
}

// ---- section 10: log

CASE(a_line_of_2046_is_whole, exits(0).err(whole_2046.c_str()).no_err("[...]")) { log(2046); }
CASE(a_line_of_2047_is_whole_too, exits(0).err(whole_2047.c_str()).no_err("[...]")) { log(2047); }
CASE(a_line_of_2048_loses_a_byte_without_a_mark, exits(0).err(whole_2047.c_str()).no_err("[...]")) { log(2048); }
CASE(a_line_of_2049_has_the_mark, exits(0).err(cut.c_str())) { log(2049); }
CASE(a_line_of_2050_has_the_mark, exits(0).err(cut.c_str())) { log(2050); }

CASE(at_most_n_bytes_are_printed, exits(0).err("rust: abc\n")) {
    on_c([] { rust_log_str(3, "abcdef", 3); });
}

CASE(no_bytes_make_an_empty_line, exits(0).err("rust: \n")) {
    on_c([] { rust_log_str(3, "abcdef", 0); });
}

CASE(a_nul_ends_even_a_long_line, exits(0).err("rust: abc\n").no_err("def")) {
    static char line[4000] = "abc\0def";
    on_c([] { rust_log_str(1, line, sizeof line); });
}

CASE(newlines_and_percents_are_only_text, exits(0).err("rust: 100%s\n%n\n")) {
    on_c([] { rust_log_str(1, "100%s\n%n", 8); });
}

CASE(console_off_hides_the_line_and_on_shows_it, exits(0).no_err("hidden").err("rust: shown\n")) {
    on_c([] {
        rust_log_console_off();
        rust_log_str(1, "hidden", 6);
        rust_log_console_on();
        rust_log_str(1, "shown", 5);
    });
}

CASE(console_off_is_for_all_tasks, exits(0).no_err("rust:")) {
    on_c([] { rust_log_console_off(); });
    spawn(TASK { upcall_fail("hidden", "c.rs", 1); });
}

CASE(console_off_does_nothing_when_rust_log_is_set, exits(0).env("RUST_LOG", "app=1").err("rust: shown\n")) {
    on_c([] {
        rust_log_console_off();
        rust_log_str(1, "shown", 5);
    });
}

START(the_console_is_on_again_in_the_next_start, exits(0).err("rust: after\n").no_err("before")) {
    start(TASK { on_c([] { rust_log_console_off(); rust_log_str(1, "before", 6); }); });
    start(TASK { on_c([] { rust_log_console_on(); rust_log_str(1, "after", 5); }); });
}

START(spec_empty_level, exits(0).env("RUST_LOG", "app=").out("255 255 1 1\n")) { say_levels(); }
START(spec_no_name, exits(0).env("RUST_LOG", "=3").out("1 1 1 1\n")) { say_levels(); }
START(spec_two_signs, exits(0).env("RUST_LOG", "app==4").out("13 13 1 1\n")) { say_levels(); }
START(spec_two_levels, exits(0).env("RUST_LOG", "app=3=4").out("3 3 1 1\n")) { say_levels(); }
START(spec_commas_only, exits(0).env("RUST_LOG", ",,,").out("1 1 1 1\n")) { say_levels(); }
START(spec_space, exits(0).env("RUST_LOG", " app=2, zoo=3").out("1 1 1 1\n")) { say_levels(); }
START(spec_upper_case_is_another_name, exits(0).env("RUST_LOG", "APP=3").out("1 1 1 1\n")) { say_levels(); }
START(spec_twelve_is_level_one_and_a_module_two, exits(0).env("RUST_LOG", "app=12").out("1 1 1 1\n")) { say_levels(); }
START(spec_letter_level, exits(0).env("RUST_LOG", "app=d").out("52 52 1 1\n")) { say_levels(); }
START(spec_slash_level, exits(0).env("RUST_LOG", "app=/").out("255 255 1 1\n")) { say_levels(); }
START(spec_longest_prefix, exits(0).env("RUST_LOG", "ap=2,app::n=4,app=3").out("3 4 2 1\n")) { say_levels(); }
START(spec_zero_silences, exits(0).env("RUST_LOG", "app=0").out("0 0 1 1\n")) { say_levels(); }
START(spec_everything, exits(0).env("RUST_LOG", "app,ap,zoo").out("255 255 255 255\n")) { say_levels(); }
START(spec_other_modules, exits(0).env("RUST_LOG", "nothing=4").out("1 1 1 1\n")) { say_levels(); }

START(help_prints_the_map_and_exits_1, exits(1).env("RUST_LOG", "::help").out("\nCrate log map:\n\n app\n app::net\n ap\n zoo\n\n")) {
    say_levels();
}

START(help_is_the_whole_specification_or_none, exits(0).env("RUST_LOG", "app=2,::help").out("2 2 1 1\n")) { say_levels(); }

START(more_directives_than_modules_are_told, exits(0).env("RUST_LOG", "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t").out("255 255 255 1\nwarning: got 20 RUST_LOG specs, enabled 18 flags.")) { say_levels(); }

// ---- section 11: random numbers

CASE(a_seeded_generator_repeats_itself, exits(0).out("same 1, other 1\n")) {
    on_c([] {
        auto *seed = static_cast<rust_vec_box *>(rust_uv_current_kernel_malloc(sizeof(rust_vec_box) + 64));
        seed->fill = seed->alloc = 64;
        memset(seed->data, 7, 64);
        rust_rng *a = rand_new_seeded(seed), *b = rand_new_seeded2(&seed);
        seed->data[63] = 8;
        rust_rng *c = rand_new_seeded(seed);
        bool same = true, other = false;
        for (int i = 0; i < 1000; i++) {
            size_t next = rand_next(a);
            same &= next == rand_next(b);
            other |= next != rand_next(c);
        }
        print("same %d, other %d\n", same, other);
        rand_free(a);
        rand_free(b);
        rand_free(c);
        rust_uv_current_kernel_free(seed);
    });
}

CASE(a_known_seed_gives_known_numbers, exits(0).env("RUST_SEED", "7").out("1331664188 1257080754564\n")) {
    on_c([] {
        rust_rng *generator = rand_new();
        size_t first = rand_next(generator), sum = first; // two refills of its 256 results
        for (int i = 1; i < 600; i++) sum += rand_next(generator);
        print("%zu %zu\n", first, sum);
        rand_free(generator);
    });
}

CASE(an_empty_seed_is_a_seed, exits(0).out("1352257584 4193743365 1680074026 1834560455 2614628494\n")) {
    on_c([] {
        auto *seed = static_cast<rust_vec_box *>(rust_uv_current_kernel_malloc(sizeof(rust_vec_box)));
        seed->fill = seed->alloc = 0;
        rust_rng *generator = rand_new_seeded(seed);
        size_t next[5];
        for (size_t &n : next) n = rand_next(generator);
        print("%zu %zu %zu %zu %zu\n", next[0], next[1], next[2], next[3], next[4]);
        rand_free(generator);
        rust_uv_current_kernel_free(seed);
    });
}

// ---- section 11: time

CASE(times_before_1970, exits(0).out("69-11-31 23:59:59 w3 y364 dst0 off0 nsec5 zone 'UTC' fill 4\n")) { with_time(-1, 5, rust_gmtime); }
CASE(times_far_away, exits(0).out("8099-11-31 23:59:59 w5 y364 dst0 off0 nsec999999999 zone 'UTC' fill 4\n")) { with_time(253402300799, 999999999, rust_gmtime); }
CASE(nanoseconds_are_copied_unchecked, exits(0).out("70-0-1 0:0:0 w4 y0 dst0 off0 nsec-2147483648 zone 'UTC' fill 4\n")) { with_time(0, INT_MIN, rust_gmtime); }
CASE(the_zone_grows_when_it_is_too_small, exits(0).out("70-0-1 0:0:0 w4 y0 dst0 off0 nsec0 zone 'UTC' fill 4\n")) { with_time(0, 0, rust_gmtime, 1); }
CASE(a_long_zone_grows, exits(0).env("TZ", "<ZONEWITHAVERYLONGNAME>-5:30").out("70-0-2 5:30:0 w5 y1 dst0 off19800 nsec1 zone 'ZONEWITHAVERYLONGNAME' fill 22\n")) { with_time(86400, 1, rust_localtime, 1); }
CASE(a_short_zone_leaves_the_block_alone, exits(0).env("TZ", "ABC2").out("70-0-1 22:0:0 w4 y0 dst0 off-7200 nsec1 zone 'ABC' fill 4\n")) { with_time(86400, 1, rust_localtime, 100); }
CASE(summer_time, exits(0).env("TZ", "CET-1CEST,M3.5.0,M10.5.0/3").out("113-6-5 6:53:20 w5 y185 dst1 off7200 nsec1 zone 'CEST' fill 5\n")) { with_time(1373000000, 1, rust_localtime); }
CASE(winter_time, exits(0).env("TZ", "CET-1CEST,M3.5.0,M10.5.0/3").out("113-0-12 15:13:20 w6 y11 dst0 off3600 nsec1 zone 'CET' fill 4\n")) { with_time(1358000000, 1, rust_localtime); }

CASE(conversions_there_and_back, exits(0).env("TZ", "CET-1CEST,M3.5.0,M10.5.0/3").out("1373000000 1373000000\n")) {
    on_c([] {
        int64_t sec = 1373000000, utc = 0, local = 0;
        int32_t nsec = 0;
        rust_tm tm = {};
        tm.zone = string("", 16);
        rust_tzset();
        rust_gmtime(&sec, &nsec, &tm);
        rust_timegm(&tm, &utc);
        rust_localtime(&sec, &nsec, &tm);
        rust_mktime(&tm, &local);
        print("%ld %ld\n", static_cast<long>(utc), static_cast<long>(local));
        rust_uv_current_kernel_free(tm.zone);
    });
}

CASE(days_that_do_not_exist_are_normalised_without_a_trace, exits(0).env("TZ", "UTC0").out("1393801200 1393801200, still month 13\n")) {
    on_c([] {
        rust_tm tm = {};
        tm.zone = string("UTC", 16);
        tm.year = 113;
        tm.mon = 13;
        tm.mday = 31;
        tm.hour = -1;
        int64_t utc = 0, local = 0;
        rust_timegm(&tm, &utc);
        rust_mktime(&tm, &local);
        print("%ld %ld, still month %d\n", static_cast<long>(utc), static_cast<long>(local), tm.mon);
        rust_uv_current_kernel_free(tm.zone);
    });
}

CASE(clocks_go_forward, exits(0).out("1 1\n")) {
    on_c([] {
        uint64_t before = 0, after = 0;
        precise_time_ns(&before);
        int64_t sec = 0;
        int32_t nsec = -1;
        get_time(&sec, &nsec);
        precise_time_ns(&after);
        print("%d %d\n", after >= before && before > 0, sec > 1000000000 && nsec >= 0 && nsec < 1000000000);
    });
}

// ---- section 11: locks

START(a_little_lock_needs_no_runtime, exits(0).out("ok\n")) {
    rust_lock *lock = rust_create_little_lock();
    rust_lock_little_lock(lock);
    rust_unlock_little_lock(lock);
    rust_destroy_little_lock(lock);
    print("ok\n");
}

START(destroying_a_locked_little_lock_says_what_failed,
      aborts("pthread_mutex_destroy(&_mutex) failed in ").err("lock_and_signal.cpp at line ").err(", result = 16 (Device or resource busy) ")) {
    rust_lock *lock = rust_create_little_lock();
    rust_lock_little_lock(lock);
    rust_destroy_little_lock(lock);
}

START(a_lock_held_by_another_thread_cannot_be_destroyed, aborts("pthread_mutex_destroy(&_mutex) failed in ")) {
    static rust_lock *lock = rust_create_little_lock();
    pthread_t thread;
    pthread_create(&thread, nullptr, [](void *) -> void * { rust_lock_little_lock(lock); return nullptr; }, nullptr);
    pthread_join(thread, nullptr);
    rust_destroy_little_lock(lock);
}

START(destroying_no_little_lock_is_fine, exits(0).out("ok\n")) {
    rust_destroy_little_lock(nullptr);
    print("ok\n");
}

START(a_debug_lock_wakes_its_waiter, exits(0).out("woken\n")) {
    static rust_lock *lock = rust_dbg_lock_create();
    static bool set;
    rust_dbg_lock_lock(lock);
    pthread_t thread;
    pthread_create(&thread, nullptr, [](void *) -> void * {
        rust_dbg_lock_lock(lock);
        set = true;
        rust_dbg_lock_signal(lock);
        rust_dbg_lock_unlock(lock);
        return nullptr;
    }, nullptr);
    while (!set) rust_dbg_lock_wait(lock);
    rust_dbg_lock_unlock(lock);
    pthread_join(thread, nullptr);
    rust_dbg_lock_destroy(lock);
    print("woken\n");
}

// ---- section 11: raw threads

START(a_raw_thread_needs_no_runtime, exits(0).out("raw 1 1, env 5, limit 0\n")) {
    static long body[5] = {0, 0, 0, 0, 5};
    fn_env_pair closure = {[](void *ret, rust_opaque_box *env, void *arg) {
        print("raw %d %d, env %ld, limit %lu\n", !ret, !arg, *reinterpret_cast<long *>(env + 1), stack_limit());
    }, reinterpret_cast<rust_opaque_box *>(body)};
    rust_raw_thread_join_delete(rust_raw_thread_start(&closure));
}

CASE(a_raw_thread_may_start_another, exits(0).out("inner\nouter\n")) {
    on_c([] {
        fn_env_pair closure = {TASK {
            fn_env_pair closure = {TASK { print("inner\n"); }, nullptr};
            rust_raw_thread_join_delete(rust_raw_thread_start(&closure));
            print("outer\n");
        }, nullptr};
        rust_raw_thread_join_delete(rust_raw_thread_start(&closure));
    });
}

CASE(a_raw_thread_may_signal_a_task, exits(0).out("signalled 9\n")) {
    static rust_task *self;
    self = rust_get_task();
    static rust_raw_thread *thread;
    on_c([] {
        static fn_env_pair closure = {TASK { task_signal_event(self, reinterpret_cast<void *>(9)); }, nullptr};
        thread = rust_raw_thread_start(&closure);
    });
    void *event = nullptr;
    wait(&event);
    print("signalled %ld\n", reinterpret_cast<long>(event));
    on_c([] { rust_raw_thread_join_delete(thread); });
}

CASE(a_failure_in_a_raw_thread_aborts, exits(134)) {
    on_c([] {
        fn_env_pair closure = {TASK { upcall_fail("raw", "r.rs", 1); }, nullptr};
        rust_raw_thread_join_delete(rust_raw_thread_start(&closure));
    });
}

// ---- section 9: environment

CASE(the_environment_comes_as_strings, exits(0).threads("1").env("COMPAT_TEST", "a=b=c").out("found a=b=c, counts 0, size 1\n")) {
    on_c([] {
        long before = *rust_get_exchange_count_ptr();
        rust_vec_box *pairs = rust_env_pairs();
        size_t n = pairs->fill / sizeof(void *);
        bool counted = *rust_get_exchange_count_ptr() == static_cast<uintptr_t>(before) + n + 1 && pairs->alloc == pairs->fill;
        auto **all = reinterpret_cast<rust_str **>(pairs->data);
        for (size_t i = 0; i < n; i++) {
            auto *text = reinterpret_cast<const char *>(all[i]->data);
            if (!strncmp(text, "COMPAT_TEST=", 12))
                print("found %s, counts %ld, size %d\n", text + 12, static_cast<long>(all[i]->header.ref_count),
                      counted && all[i]->fill == strlen(text) + 1 && all[i]->alloc == all[i]->fill && all[i]->header.td && !pairs->header.td);
            rust_uv_current_kernel_free(all[i]);
        }
        rust_uv_current_kernel_free(pairs);
    });
}

// ---- the rest

CASE(a_debug_call_calls_on_the_same_stack, exits(0).out("called with 4\nresult 5\n")) {
    on_c([] {
        void *result = rust_dbg_call([](void *data) -> void * {
            print("called with %ld\n", reinterpret_cast<long>(data));
            return reinterpret_cast<void *>(5);
        }, reinterpret_cast<void *>(4));
        print("result %ld\n", reinterpret_cast<long>(result));
        rust_dbg_do_nothing();
    });
}

CASE(glue_is_called_where_there_is_some, exits(0).out("drop\n")) {
    static type_desc description = {8, 8, nullptr, [](void *, void *, const type_desc **, void *) { print("drop\n"); },
                                    nullptr, nullptr, nullptr, nullptr};
    auto *words = reinterpret_cast<size_t *>(&description);
    for (size_t i = 2; i < 8; i++) rust_call_tydesc_glue(nullptr, words, i);
}

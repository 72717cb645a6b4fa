// Misuse (misuse.h) of times: far away, in odd zones, on days that do not exist.
#include "harness.h"
#include <climits>
#include <cstring>

using namespace harness;

namespace {

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

} // namespace

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

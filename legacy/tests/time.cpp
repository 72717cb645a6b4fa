#include "harness.h"
#include <cstring>
#include <ctime>
using namespace harness;

static rust_str *zone_of(size_t room) {
    auto *zone = static_cast<rust_str *>(rust_uv_current_kernel_malloc(sizeof(rust_str) + room));
    zone->fill = 1;
    zone->alloc = room;
    return zone;
}

START(clocks_read_real_and_monotonic_time, exits(0)) {
    int64_t sec;
    int32_t nsec;
    time_t before = time(nullptr);
    get_time(&sec, &nsec);
    CHECK(sec >= before && sec <= time(nullptr) + 1 && nsec >= 0 && nsec < 1000000000);
    uint64_t first, second;
    precise_time_ns(&first);
    precise_time_ns(&second);
    CHECK(second >= first);
}

CASE(gmtime_fills_everything, exits(0)) {
    on_c([] {
        rust_tm tm;
        memset(&tm, 0xff, sizeof tm);
        tm.zone = zone_of(1);
        int64_t sec = 1234567890;
        int32_t nsec = -5; // copied unchecked
        rust_gmtime(&sec, &nsec, &tm);
        CHECK(tm.sec == 30 && tm.min == 31 && tm.hour == 23 && tm.mday == 13 && tm.mon == 1 &&
              tm.year == 109);
        CHECK(tm.wday == 5 && tm.yday == 43 && tm.isdst == 0 && tm.gmtoff == 0 && tm.nsec == -5);
        CHECK(tm.zone->fill == 4 && tm.zone->alloc >= 4 &&
              !strcmp(reinterpret_cast<char *>(tm.zone->data), "UTC"));
        rust_uv_current_kernel_free(tm.zone);
    });
}

CASE(a_zone_string_grows_to_exactly_what_it_needs, exits(0).threads("1")) {
    on_c([] {
        uintptr_t before = *rust_get_exchange_count_ptr();
        rust_tm tm{};
        int64_t sec = 0;
        int32_t nsec = 0;
        for (size_t room : {1, 3, 4, 5}) {
            tm.zone = zone_of(room);
            rust_gmtime(&sec, &nsec, &tm);
            CHECK(tm.zone->fill == 4 && tm.zone->alloc == (room < 4 ? 4 : room));
            CHECK(*rust_get_exchange_count_ptr() == before + 1);
            rust_uv_current_kernel_free(tm.zone);
        }
    });
}

CASE(times_before_the_epoch_have_fields_too, exits(0)) {
    on_c([] {
        rust_tm tm{};
        tm.zone = zone_of(4);
        int64_t sec = -1, back;
        int32_t nsec = 2000000000; // copied unchecked
        rust_gmtime(&sec, &nsec, &tm);
        CHECK(tm.sec == 59 && tm.min == 59 && tm.hour == 23 && tm.mday == 31 && tm.mon == 11 &&
              tm.year == 69);
        CHECK(tm.wday == 3 && tm.yday == 364 && tm.nsec == 2000000000);
        rust_timegm(&tm, &back);
        CHECK(back == -1);
        rust_uv_current_kernel_free(tm.zone);
    });
}

CASE(localtime_tells_summer_time, exits(0).env("TZ", "AAA5BBBBBB,M3.2.0,M11.1.0")) {
    on_c([] {
        rust_tzset();
        rust_tm tm{};
        tm.zone = zone_of(1);
        int64_t sec = 1373000000; // July 2013
        int32_t nsec = 0;
        rust_localtime(&sec, &nsec, &tm);
        CHECK(tm.isdst == 1 && tm.gmtoff == -4 * 3600 && tm.zone->fill == 7);
        CHECK(!strcmp(reinterpret_cast<char *>(tm.zone->data), "BBBBBB"));
        int64_t back;
        rust_mktime(&tm, &back);
        CHECK(back == sec);
        // Read as winter time the same fields are an hour later.
        tm.isdst = 0;
        rust_mktime(&tm, &back);
        CHECK(back == sec + 3600 && tm.isdst == 0);
        sec = 1358000000; // January 2013
        rust_localtime(&sec, &nsec, &tm);
        CHECK(tm.isdst == 0 && tm.gmtoff == -5 * 3600 && tm.zone->fill == 4 && tm.zone->alloc == 7);
        rust_uv_current_kernel_free(tm.zone);
    });
}

CASE(tzset_reads_the_zone_again, exits(0).env("TZ", "ONE1")) {
    on_c([] {
        rust_tzset();
        rust_tm tm{};
        tm.mday = 1;
        tm.year = 70;
        int64_t sec;
        rust_mktime(&tm, &sec);
        CHECK(sec == 3600);
        setenv("TZ", "TWO2", 1);
        rust_tzset();
        rust_mktime(&tm, &sec);
        CHECK(sec == 7200);
    });
}

CASE(localtime_knows_offset_and_zone, exits(0).env("TZ", "XYZ-3:30")) {
    on_c([] {
        rust_tzset();
        rust_tm tm{};
        tm.zone = zone_of(20);
        int64_t sec = 0;
        int32_t nsec = 7;
        rust_localtime(&sec, &nsec, &tm);
        CHECK(tm.hour == 3 && tm.min == 30 && tm.gmtoff == 12600 && tm.nsec == 7 && tm.year == 70);
        CHECK(tm.zone->fill == 4 && tm.zone->alloc == 20 &&
              !strcmp(reinterpret_cast<char *>(tm.zone->data), "XYZ"));
        rust_uv_current_kernel_free(tm.zone);
    });
}

START(conversions_back_ignore_the_rest_and_write_nothing, exits(0).env("TZ", "XYZ-3:30")) {
    rust_tm tm{};
    tm.sec = 90; // normalised, but not written back
    tm.mday = 1;
    tm.year = 70;
    tm.gmtoff = 999;
    tm.nsec = 5;
    int64_t sec;
    rust_timegm(&tm, &sec);
    CHECK(sec == 90 && tm.sec == 90 && tm.gmtoff == 999);
    rust_tzset();
    rust_mktime(&tm, &sec);
    CHECK(sec == 90 - 12600 && tm.sec == 90);
}

START(gmtime_needs_a_task, aborts("no current task")) {
    rust_tm tm{};
    int64_t sec = 0;
    int32_t nsec = 0;
    rust_gmtime(&sec, &nsec, &tm);
}

START(localtime_needs_a_task_for_its_zone, aborts("no current task")) {
    rust_tm tm{};
    int64_t sec = 0;
    int32_t nsec = 0;
    rust_localtime(&sec, &nsec, &tm);
}

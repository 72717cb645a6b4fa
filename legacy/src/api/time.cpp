#include "rustrt.h"
#include "time/calendar.h"

using namespace legacy;

extern "C" {

void get_time(int64_t *sec, int32_t *nsec) {
    timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    *sec = now.tv_sec;
    *nsec = static_cast<int32_t>(now.tv_nsec);
}

void precise_time_ns(uint64_t *ns) {
    timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    *ns = static_cast<uint64_t>(now.tv_sec) * 1000000000 + now.tv_nsec;
}

void rust_tzset(void) {
    tzset();
}

void rust_gmtime(int64_t *sec, int32_t *nsec, rust_tm *out) {
    time_t seconds = *sec;
    tm fields{};
    gmtime_r(&seconds, &fields);
    calendar::store(fields, 0, "UTC", *nsec, out);
}

void rust_localtime(int64_t *sec, int32_t *nsec, rust_tm *out) {
    time_t seconds = *sec;
    tm fields{};
    localtime_r(&seconds, &fields);
    calendar::store(fields, static_cast<int32_t>(fields.tm_gmtoff), fields.tm_zone, *nsec, out);
}

void rust_timegm(rust_tm *tm, int64_t *out) {
    struct tm fields = calendar::fields_of(*tm);
    *out = timegm(&fields);
}

void rust_mktime(rust_tm *tm, int64_t *out) {
    struct tm fields = calendar::fields_of(*tm);
    *out = mktime(&fields);
}
}

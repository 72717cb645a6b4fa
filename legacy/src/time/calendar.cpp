#include "time/calendar.h"
#include "memory/vectors.h"
#include "router/binding.h"
#include <cstring>

namespace legacy::calendar {

void store(const tm &from, int32_t gmtoff, const char *zone, int32_t nsec, rust_tm *to) {
    to->sec = from.tm_sec;
    to->min = from.tm_min;
    to->hour = from.tm_hour;
    to->mday = from.tm_mday;
    to->mon = from.tm_mon;
    to->year = from.tm_year;
    to->wday = from.tm_wday;
    to->yday = from.tm_yday;
    to->isdst = from.tm_isdst;
    to->gmtoff = gmtoff;
    to->nsec = nsec;
    if (!zone) return;
    calling_task();
    size_t size = strlen(zone) + 1;
    vectors::reserve_exactly(&to->zone, size);
    memcpy(to->zone->data, zone, size);
    to->zone->fill = size;
}

tm fields_of(const rust_tm &from) {
    tm fields{};
    fields.tm_sec = from.sec;
    fields.tm_min = from.min;
    fields.tm_hour = from.hour;
    fields.tm_mday = from.mday;
    fields.tm_mon = from.mon;
    fields.tm_year = from.year;
    fields.tm_wday = from.wday;
    fields.tm_yday = from.yday;
    fields.tm_isdst = from.isdst;
    return fields;
}

} // namespace legacy::calendar

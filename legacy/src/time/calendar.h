// Clock readings and the conversion between seconds and calendar fields.
#ifndef LEGACY_TIME_CALENDAR_H
#define LEGACY_TIME_CALENDAR_H
#include "rustrt.h"
#include <ctime>

namespace legacy::calendar {

// Everything of `from` into `to`; its zone string is grown where it is too small and overwritten. zone NULL:
// left alone.
void store(const tm &from, int32_t gmtoff, const char *zone, int32_t nsec, rust_tm *to);
// The nine calendar fields; the rest is ignored by conversions.
tm fields_of(const rust_tm &from);

} // namespace legacy::calendar
#endif

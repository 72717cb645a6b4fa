// Calendar times: the shape of old programs that print dates. Instants are fixed, so the trace is too; the
// clocks are only asked whether they go forward.
#include "caller.h"
#include <ctime>

using namespace caller;

namespace {

const int64_t instants[] = {0,          1,          -1,         951827696,  1330474271,
                            1361923200, 1364691599, 1382839200, 2147483647, 4102444800};

// A broken-down time with a zone of its own, which the runtime may make longer.
class Broken {
public:
  explicit Broken(size_t capacity = 1) {
    auto *zone = static_cast<rust_str *>(
        on_c([=] { return rust_uv_current_kernel_malloc(sizeof(rust_str) + capacity); }));
    zone->fill = 1;
    zone->alloc = capacity;
    tm_.zone = zone;
  }
  ~Broken() {
    on_c([this] { rust_uv_current_kernel_free(tm_.zone); });
  }
  rust_tm *operator->() { return &tm_; }
  rust_tm *get() { return &tm_; }
  const char *zone() const { return reinterpret_cast<const char *>(tm_.zone->data); }

private:
  rust_tm tm_ = {};
};

using Convert = void (*)(int64_t *, int32_t *, rust_tm *);
using Back = void (*)(rust_tm *, int64_t *);

void convert(const char *name, int64_t seconds, Convert there, Back back) {
  Broken time;
  int32_t nanoseconds = 123456789;
  int64_t again = 0;
  on_c([&] { there(&seconds, &nanoseconds, time.get()); });
  on_c([&] { back(time.get(), &again); });
  say("%s %ld: %d-%02d-%02d %02d:%02d:%02d, week day %d, year day %d, dst %d, offset %d, zone %s, nsec %d, "
      "back %ld",
      name, static_cast<long>(seconds), time->year + 1900, time->mon + 1, time->mday, time->hour, time->min,
      time->sec, time->wday, time->yday, time->isdst, time->gmtoff, time.zone(), time->nsec,
      static_cast<long>(again));
}

bool clocks_go_forward() {
  uint64_t before = 0, after = 0;
  on_c([&] { precise_time_ns(&before); });
  yield();
  on_c([&] { precise_time_ns(&after); });
  int64_t seconds = 0;
  int32_t nanoseconds = -1;
  on_c([&] { get_time(&seconds, &nanoseconds); });
  // time() reads a coarser clock, which may be a tick behind; and the thread may be off its core between the
  // two.
  long apart = on_c([] { return time(nullptr); }) - seconds;
  return before > 0 && after >= before && apart >= -1 && apart <= 60 && nanoseconds >= 0 &&
         nanoseconds < 1000000000;
}

void convert_all() {
  on_c([] { rust_tzset(); });
  for (int64_t seconds : instants) {
    convert("utc", seconds, &rust_gmtime, &rust_timegm);
    convert("local", seconds, &rust_localtime, &rust_mktime);
  }
  say("clocks go forward %d", clocks_go_forward());
}

} // namespace

int main(int argc, char **argv) {
  Arguments arguments(argc, argv, "fixed instants as calendar times, in UTC and in the zone that TZ names",
                      {});
  return run_program<convert_all>(argc, argv);
}

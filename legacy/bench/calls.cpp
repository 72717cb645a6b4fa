// Calls that no other task has a part in: of a function, through the C stack, into both heaps, into the log.
#include "workload.h"

using namespace caller;

namespace bench {
namespace {

Round call(long n) {
  Stopwatch watch;
  for (long i = 0; i < n; i++)
    rust_dbg_do_nothing();
  return watch.ops(n);
}

Round get_task(long n) {
  Stopwatch watch;
  for (long i = 0; i < n; i++)
    rust_get_task();
  return watch.ops(n);
}

Round shim(long n) {
  Stopwatch watch;
  for (long i = 0; i < n; i++)
    on_c([] {});
  return watch.ops(n);
}

Round local_heap(long n) {
  static type_desc description = {64, 8, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};
  auto size = static_cast<uintptr_t>(options.size);
  Stopwatch watch;
  for (long i = 0; i < n; i++)
    upcall_free(reinterpret_cast<void *>(upcall_malloc(&description, size)));
  return watch.ops(n);
}

Round exchange_heap(long n) {
  auto size = static_cast<size_t>(options.size);
  Stopwatch watch;
  if (options.shim_once)
    on_c([=] {
      for (long i = 0; i < n; i++)
        rust_uv_current_kernel_free(rust_uv_current_kernel_malloc(size));
    });
  else
    for (long i = 0; i < n; i++) {
      void *block = on_c([=] { return rust_uv_current_kernel_malloc(size); });
      on_c([=] { rust_uv_current_kernel_free(block); });
    }
  return watch.ops(n);
}

Round log_lines(long n) {
  static const char text[] = "a line of the length that log lines usually have";
  Stopwatch watch;
  for (long i = 0; i < n; i++)
    on_c([] { rust_log_str(1, text, sizeof text - 1); });
  return watch.ops(n);
}

} // namespace

const std::vector<Workload> call_workloads = {
    {"call", call, 10000000, "one rust_dbg_do_nothing, called directly"},
    {"get_task", get_task, 10000000, "one rust_get_task"},
    {"shim", shim, 5000000, "one empty call on the C stack"},
    {"malloc", local_heap, 2000000, "one upcall_malloc and upcall_free of size= bytes"},
    {"exchange", exchange_heap, 2000000, "one exchange malloc and free of size= bytes"},
    {"log", log_lines, 500000, "one line logged, to /dev/null"},
};

} // namespace bench

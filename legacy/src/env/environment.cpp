#include "env/environment.h"
#include <cstdlib>
#include <unistd.h>

namespace legacy {
namespace {

// Nothing is validated: a bad number is what strtol makes of it.
size_t size_from(const char *name, size_t otherwise) {
    const char *text = getenv(name);
    return text ? static_cast<size_t>(strtol(text, nullptr, 0)) : otherwise;
}

size_t thread_count() {
    const char *text = getenv("RUST_THREADS");
    int wanted = text ? atoi(text) : 0;
    return wanted > 0 ? wanted : static_cast<size_t>(sysconf(_SC_NPROCESSORS_ONLN));
}

} // namespace

environment::environment(int argc, char **argv)
    : argc(argc), argv(argv), num_threads(thread_count()), min_stack_size(size_from("RUST_MIN_STACK", 0x300)),
      max_stack_size(size_from("RUST_MAX_STACK", 8 * 1024 * 1024)), log_spec(getenv("RUST_LOG")),
      seed(getenv("RUST_SEED")), poison_on_free(getenv("RUST_POISON_ON_FREE") != nullptr) {}

} // namespace legacy

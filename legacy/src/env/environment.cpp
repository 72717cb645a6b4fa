#include "env/environment.h"
#include "router/binding.h"
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

const environment *capture(int argc, char **argv) {
    RUSTRT_COUNT(in_use.counters, RUSTRT_UNIT_ENVIRONMENT, RUSTRT_LEGACY);
    return new environment{argc,
                           argv,
                           thread_count(),
                           size_from("RUST_MIN_STACK", 0x300),
                           size_from("RUST_MAX_STACK", 8 * 1024 * 1024),
                           getenv("RUST_LOG"),
                           getenv("RUST_SEED"),
                           getenv("RUST_POISON_ON_FREE") != nullptr};
}

void release(const environment *captured) {
    RUSTRT_COUNT(in_use.counters, RUSTRT_UNIT_ENVIRONMENT, RUSTRT_LEGACY);
    delete captured;
}

} // namespace

const rustrt_environment_seam own_environment = {capture, release};

} // namespace legacy

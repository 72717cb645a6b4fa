// The environment record: everything the runtime takes from its environment and its command line, read once
// at start-up.
#ifndef LEGACY_ENV_ENVIRONMENT_H
#define LEGACY_ENV_ENVIRONMENT_H
#include <cstddef>

namespace legacy {

struct environment {
    int argc;
    char **argv;
    size_t num_threads;    // RUST_THREADS, else online processors
    size_t min_stack_size; // RUST_MIN_STACK
    size_t max_stack_size; // RUST_MAX_STACK
    const char *log_spec;  // RUST_LOG or NULL
    const char *seed;      // RUST_SEED or NULL
    bool poison_on_free;   // RUST_POISON_ON_FREE

    environment(int argc, char **argv);
};

} // namespace legacy
#endif

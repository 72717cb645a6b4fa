// Cases that docs/legacy/observed-behaviour.md states, mostly of misuse, each in the words of its sentence: the legacy
// library itself, the router with everything legacy and the router with everything new must all end like this. They go
// beside those of tests/conformance and legacy/tests; the harness is that of legacy/tests. misuse_*.cpp has a file for each subject;
// this is what those about tasks share, and the corner cases (corners.h) with them.
#ifndef COMPAT_TESTS_MISUSE_H
#define COMPAT_TESTS_MISUSE_H
#include "harness.h"
#include <atomic>
#include <pthread.h>

// Complete, so that a failure can be caught; what is in it is the runtime's.
struct rust_task {};

namespace misuse {

// Of the one case that a process runs.
inline rust_task *second;
inline std::atomic<int> flag, ready;

inline void on_a_foreign_thread(void *(*body)(void *)) {
    harness::on_c([=] {
        pthread_t thread;
        pthread_create(&thread, nullptr, body, nullptr);
        pthread_join(thread, nullptr);
    });
}

struct Unwound {
    const char *text;
    ~Unwound() { harness::print("%s\n", text); }
};

} // namespace misuse

using namespace harness;
using namespace misuse;

#endif

// What the corner cases share (corners_*.cpp): sentences of docs/legacy/observed-behaviour.md and legacy-runtime.md that no
// other case would miss, mostly combinations of two rules, odd values, and what is left after an end. The legacy library
// itself, the router with everything legacy and the router with everything new must all end like this. The harness is that of
// legacy/tests.
#ifndef COMPAT_TESTS_CORNERS_H
#define COMPAT_TESTS_CORNERS_H
#include "misuse.h"
#include <ctime>

namespace corners {

// Of the one case that a process runs.
inline rust_task *first;
inline rust_sched_id fresh;

inline void *word(long value) {
    return reinterpret_cast<void *>(value);
}

inline void pause_ms(long ms) {
    timespec time = {ms / 1000, ms % 1000 * 1000000};
    nanosleep(&time, nullptr);
}

inline void yields(int n) {
    for (int i = 0; i < n; i++) harness::yield();
}

inline void register_runner(spawn_fn runner) {
    static fn_env_pair pair = {};
    harness::on_c([=] { rust_register_exit_function(runner, &pair); });
}

} // namespace corners

using namespace corners;

#endif

// Exit functions: what a run has registered, kept in the run's word of the unit, and the runner that gets it
// all when the live count reaches 0.
#ifndef LEGACY_KERNEL_AT_EXIT_H
#define LEGACY_KERNEL_AT_EXIT_H
#include "rustrt.h"
#include "rustrt_core.h"

namespace legacy::at_exit {

void birth(void **word);
void burial(void **word);
// Too late, or another runner than before: assertion.
void add(void **word, spawn_fn runner, fn_env_pair *fn);

} // namespace legacy::at_exit
#endif

// The environment record: everything the runtime takes from its environment and its command line, read once
// at start-up.
#ifndef LEGACY_ENV_ENVIRONMENT_H
#define LEGACY_ENV_ENVIRONMENT_H
#include "rustrt_core.h"

namespace legacy {

using environment = rustrt_environment;

// Of the run that the task belongs to, whichever side captured it.
inline const environment &environment_of(const rustrt_task_block *task) {
    return *static_cast<const environment *>(task->run[RUSTRT_UNIT_ENVIRONMENT]);
}

} // namespace legacy
#endif

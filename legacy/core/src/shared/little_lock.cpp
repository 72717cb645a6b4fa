#include "shared/little_lock.h"
#include "rustcore.h"

void rustcore_little_lock(rust_lock *lock, rustcore_block block, void *env) {
    core::locked section(lock);
    block(env);
}

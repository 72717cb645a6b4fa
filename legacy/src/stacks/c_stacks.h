// The C stacks of the calling thread: one cached for the next task that holds none; a second one only until the end of the turn
// in which a task came back with its own.
#ifndef LEGACY_STACKS_C_STACKS_H
#define LEGACY_STACKS_C_STACKS_H
#include "stacks/segment.h"

namespace legacy::c_stacks {

// A thread that begins to run tasks has none, whatever an earlier run has left there.
void begin_thread();
void end_thread();
// Before the turn of a task that holds none.
void prepare();
stk_seg *borrow();
// True if it is the second one.
bool give_back(stk_seg *stack);
void free_extra();

} // namespace legacy::c_stacks
#endif

#include "logging/log.h"
#include "router/binding.h"
#include "rustrt.h"
#include "stacks/hop.h"
#include "stacks/limit_word.h"
#include <cassert>

using namespace legacy;

namespace {

// The limit word tells. But while a failure unwinds a task it is 0 on the Rust stack too, until compiled code
// resets it.
bool on_rust_stack(rustrt_task_block *task) {
    if (limit_word::get() != 0) return true;
    return in_use.stacks == &own_stacks && task->stacks.unwinding && !hop::runs_on_c_stack(task);
}

} // namespace

extern "C" {

void rust_log_console_on(void) {
    console::on();
}

void rust_log_console_off(void) {
    calling_task();
    console::off();
}

// level is neither tested nor printed: compiled code tests its module's level word before it builds a
// message.
void rust_log_str(uint32_t, const char *text, size_t len) {
    rustrt_task_block *task = calling_task();
    assert(!on_rust_stack(task) && "logging on rust stack");
    own_logging.write(text, len);
}
}
